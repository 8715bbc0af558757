import { afterEach, expect, test } from "vitest";
import { addBankAccount } from "#main/banking/add-bank-account.ts";
import { importStatement, type StatementOptions } from "#main/banking/import-statement.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

let core: CoreBook;
afterEach(() => core.remove());

async function book() {
  core = await coreBook();
  await core.book.transact(core.act, (tx) => {
    addBankAccount(tx, { name: "Courant", openingMinor: 0 });
    addBankAccount(tx, { name: "Carte", openingMinor: 0 });
    return { result: null, audit: { subject: "test" } };
  });
}

async function take(text: string, options: Partial<StatementOptions> = {}) {
  const file = { name: "releve.csv", bytes: new TextEncoder().encode(text) };
  const asked = { preview: false, bankAccountId: 1, ...options };
  const act = { ...core.act, preview: asked.preview };
  return core.book.transact(act, importStatement(act, file, asked));
}

const lines = () =>
  core.book.read.reading("SELECT label, amount_minor AS minor FROM bank_line ORDER BY id").all();

const ODD = "Quand;Quoi;Combien\n04/02/2026;RESTAURANT;25,00\n05/02/2026;REMBOURSEMENT;-10,00\n";
const MAPPING = { bookedOn: "Quand", label: "Quoi", amountMinor: "Combien" };

test("a layout that no bank has is told once, and remembered for the account", async () => {
  await book();
  expect(await take(ODD)).toMatchObject({ code: "files.missing-columns" });
  const told = await take(ODD, { mapping: MAPPING, inverted: true });
  expect(told).toMatchObject({
    added: 2,
    mapping: MAPPING,
    choices: { headers: ["Quand", "Quoi", "Combien"], inverted: true },
  });
  expect(lines()).toEqual([
    { label: "RESTAURANT", minor: -2500 },
    { label: "REMBOURSEMENT", minor: 1000 },
  ]);
  const next = ODD.replaceAll("/02/", "/03/");
  expect(await take(next)).toMatchObject({ added: 2, refused: [] });
  expect(lines().at(-1)).toEqual({ label: "REMBOURSEMENT", minor: 1000 });
  expect(await take(next.replaceAll("/03/", "/04/"), { bankAccountId: 2 })).toMatchObject({
    code: "files.missing-columns",
  });
});

test("a preview remembers nothing", async () => {
  await book();
  await take(ODD, { mapping: MAPPING, preview: true });
  expect(await take(ODD)).toMatchObject({ code: "files.missing-columns" });
});

const month = (m: string, opening: number, amount: number) =>
  "Date;Libellé;Montant;Solde\n" +
  `02/${m}/2026;ENTREE ${m};${amount},00;${opening + amount},00\n` +
  `20/${m}/2026;FRAIS ${m};-1,00;${opening + amount - 1},00\n`;

test("a statement that was left out between two others is named with its amount", async () => {
  await book();
  expect(await take(month("01", 100, 50))).toMatchObject({ notes: [] });
  const apart = await take(month("03", 180, 20));
  if (isRefusal(apart)) throw new Error(apart.code);
  expect(apart.notes).toEqual([
    {
      code: "banking.statements-apart",
      facts: {
        ...{ file: "releve.csv", name: "Courant", previousOn: "2026-01-20" },
        ...{ openingOn: "2026-03-02", gapMinor: 3100 },
      },
    },
  ]);
  expect(await take(month("02", 149, 32))).toMatchObject({ notes: [] });
});

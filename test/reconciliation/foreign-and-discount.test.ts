import { afterEach, expect, test } from "vitest";
import { addBankAccount } from "#main/banking/add-bank-account.ts";
import { importStatement } from "#main/banking/import-statement.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { importInvoices } from "#main/invoicing/import-invoices.ts";
import { acceptSuggestion } from "#main/reconciliation/accept-suggestion.ts";
import { getLine } from "#main/reconciliation/get-line.ts";
import { readForeign } from "#main/reconciliation/matching/foreign-amount.ts";
import { openItem } from "#main/reconciliation/open-items.ts";
import { runMatching } from "#main/reconciliation/run-matching.ts";
import type { Work } from "#main/store/book.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

let core: CoreBook;
afterEach(() => core?.remove());

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const HEAD = "Numéro;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC;Devise\n";

async function works<T>(work: Work<T>): Promise<T> {
  const done = await core.book.transact(core.act, work);
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.facts)}`);
  return done;
}

async function bookWith(asked: { invoices: string; rate?: boolean }) {
  core = await coreBook();
  await works((tx) => {
    addBankAccount(tx, { name: "Courant", openingMinor: 0 });
    if (asked.rate !== false) {
      tx.writing(
        "INSERT INTO exchange_rate (currency, dated_on, units_per_euro_micro) VALUES (?, ?, ?)",
      ).run("USD", "2026-02-02", 1_250_000);
    }
    return { result: null, audit: { subject: "test" } };
  });
  const rows = file("ventes.csv", HEAD + asked.invoices);
  return works(importInvoices(core.act, rows, { preview: false }));
}

async function reconcile(statement: string) {
  const rows = file("releve.csv", `Date;Libellé;Montant\n${statement}`);
  await works(importStatement(core.act, rows, { preview: false, bankAccountId: 1 }));
  return works(runMatching(core.act, { suggestOnly: false }));
}

function sums(): Record<string, number> {
  const rows = core.book.read
    .reading(
      "SELECT account, total(debit_minor - credit_minor) AS minor FROM line GROUP BY account",
    )
    .all() as { account: string; minor: number }[];
  return Object.fromEntries(rows.map((r) => [r.account, r.minor]));
}

const FOREIGN =
  "FA-2026-0007;02/02/2026;04/03/2026;C9;Harbor Supply;Plans;0 %;1000,00;0,00;1000,00;USD\n";

test("an invoice in dollars is booked in euro at the day's rate, and keeps its dollars", async () => {
  expect(await bookWith({ invoices: FOREIGN })).toMatchObject({ added: 1, refused: [] });
  expect(sums()["411000"]).toBe(80_000);
  expect(openItem(core.book.read, "invoice", 1)).toMatchObject({
    openMinor: 80_000,
    currency: "EUR",
    foreignCurrency: "USD",
    foreignMinor: 100_000,
  });
  const again = file("ventes.csv", HEAD + FOREIGN);
  const second = await works(importInvoices(core.act, again, { preview: false }));
  expect(second).toMatchObject({ added: 0, already: 1 });
});

test("without a rate the invoice is refused by name, and nothing is booked at face value", async () => {
  const report = await bookWith({ invoices: FOREIGN, rate: false });
  expect(report).toMatchObject({ added: 0, refused: [{ line: 2, code: "currency.no-rate" }] });
  expect(sums()["411000"]).toBeUndefined();
});

test("dollars paid as invoiced settle the invoice whole; the euro apart are exchange", async () => {
  await bookWith({ invoices: FOREIGN });
  const report = await reconcile(
    "05/03/2026;VIR RECU HARBOR SUPPLY USD 1,000.00 COURS 1.2195;820,00\n",
  );
  expect(report).toMatchObject({ matched: 1 });
  expect(sums()).toMatchObject({ "411000": 0, "766": -2000 });
  const foreign = core.book.read
    .reading("SELECT total(currency_minor) AS minor FROM line WHERE account = '411000'")
    .get() as { minor: number };
  expect(foreign.minor).toBe(0);
});

const HOME =
  "FA-2026-0008;02/02/2026;04/03/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00;\n";

test("an early payment less a usual discount is suggested, never posted by itself", async () => {
  await bookWith({ invoices: HOME });
  const report = await reconcile("10/02/2026;VIR RECU LIBRAIRIE VAUGRENARD FA-2026-0008;117,60\n");
  expect(report).toMatchObject({ matched: 0 });
  const line = getLine(core.book.read, 1);
  if (isRefusal(line)) throw new Error(line.code);
  const discount = line.candidates.find((c) => c.reasons.some((r) => r.signal === "discount"));
  expect(discount).toMatchObject({ differenceMinor: -240 });
  expect(discount?.reasons).toContainEqual({ signal: "discount", value: 2, weight: 0.08 });
  await works((tx) => {
    const done = acceptSuggestion(tx, core.act, { bankLineId: 1, key: discount!.key });
    return isRefusal(done) ? done : { result: done, audit: { subject: "test" } };
  });
  expect(sums()).toMatchObject({ "411000": 0, "665": 240 });
});

test("foreign amounts are read from labels, and nothing else is taken for one", () => {
  const read = (label: string) => readForeign(label, "EUR");
  expect(read("PAIEMENT USD 1,234.56 COURS 1.08")).toEqual({
    currency: "USD",
    amountMinor: 123_456,
  });
  expect(read("PAIEMENT 1 234,56 CHF")).toEqual({ currency: "CHF", amountMinor: 123_456 });
  expect(read("VIR 12000 JPY TOKYO")).toEqual({ currency: "JPY", amountMinor: 12_000 });
  for (const label of ["VIR SEPA EUR 120,00", "CB AUDACE 1234", "FACTURE 20250512 USDX", ""]) {
    expect(read(label)).toBeUndefined();
  }
});

import { afterEach, expect, test } from "vitest";
import type { ThreeWayProof } from "#contract/proof.ts";
import { addBankAccount } from "#main/banking/add-bank-account.ts";
import { importStatement } from "#main/banking/import-statement.ts";
import { isRefusal, refuse } from "#main/base/refusal.ts";
import { importInvoices } from "#main/invoicing/import-invoices.ts";
import type { EntryDraft } from "#main/ledger/model.ts";
import { openAccount } from "#main/ledger/open-account.ts";
import { reverseEntry } from "#main/ledger/reverse-entry.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import { importBills } from "#main/purchases/import-bills.ts";
import { confirmMatch } from "#main/reconciliation/confirm-match.ts";
import { keepProof } from "#main/reconciliation/proof/kept-proof.ts";
import { prove } from "#main/reconciliation/proof/prove.ts";
import type { Transaction } from "#main/store/book.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-1;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n";
const BILLS =
  "Numéro;Date;Échéance;Code fournisseur;Fournisseur;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "F-12;15/01/2026;04/02/2026;F1;Forge du Val;Ferrures;20 %;50,00;10,00;60,00\n";
const STATEMENT =
  "Date;Libellé;Montant\n04/02/2026;VIR RECU FA-1;120,00\n05/02/2026;VIR EMIS F-12;-60,00\n";

let core: CoreBook | undefined;
afterEach(() => core?.remove());

/** An invoice and a bill, each paid by a bank line: the smallest book with all three ways. */
async function paidBook(): Promise<CoreBook> {
  const made = await coreBook();
  const { act } = made;
  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  await does(made, (tx) => addBankAccount(tx, { name: "Courant", openingMinor: 0 }));
  await does(made, (tx) => addBankAccount(tx, { name: "Livret", openingMinor: 0 }));
  const works = [
    importInvoices(act, file("ventes.csv", INVOICES), { preview: false }),
    importBills(act, file("achats.csv", BILLS), { preview: false }),
    importStatement(act, file("releve.csv", STATEMENT), { preview: false, bankAccountId: 1 }),
  ];
  for (const work of works) expect(isRefusal(await made.book.transact(act, work))).toBe(false);
  for (const [bankLineId, itemKind, amountMinor] of [
    [1, "invoice", 12_000],
    [2, "bill", -6000],
  ] as const) {
    const allocations = [{ itemKind, itemId: 1, amountMinor }];
    await does(made, (tx) => confirmMatch(tx, act, { bankLineId, allocations }));
  }
  return made;
}

async function does(made: CoreBook, act: (tx: Transaction) => unknown): Promise<void> {
  const done = await made.book.transact(made.act, (tx) => {
    const result = act(tx);
    return isRefusal(result) ? result : { result, audit: { subject: "test" } };
  });
  expect(isRefusal(done)).toBe(false);
}

async function proofOf(made: CoreBook): Promise<ThreeWayProof> {
  const proof = await prove(() => made.book.read, "2026-03-31");
  if (isRefusal(proof)) throw new Error(proof.code);
  return proof;
}

test("a book whose three ways agree has no difference, and the same report twice", async () => {
  core = await paidBook();
  const proof = await proofOf(core);
  expect(proof.checks.filter((one) => one.count > 0)).toEqual([]);
  expect(proof).toMatchObject({ agrees: true, looked: { invoices: 1, bills: 1, bankLines: 2 } });
  expect((await proofOf(core)).digest).toBe(proof.digest);
  await does(core, (tx) => tx.writing("UPDATE invoice SET issued_on = '2026-01-04'").run());
  expect((await proofOf(core)).digest).not.toBe(proof.digest);
});

const entry = (more: Partial<EntryDraft>): EntryDraft => ({
  journal: "OD",
  datedOn: "2026-02-06",
  pieceRef: "OD-1",
  label: "Saisie",
  lines: [],
  ...more,
});
const two = (debit: string, credit: string, minor: number): EntryDraft["lines"] => [
  { account: debit, debitMinor: minor, creditMinor: 0 },
  { account: credit, debitMinor: 0, creditMinor: minor },
];
const changed = (sql: string) => (made: CoreBook) => does(made, (tx) => tx.writing(sql).run());
const typed = (draft: EntryDraft) => async (made: CoreBook) => {
  expect(isRefusal(await made.post(draft))).toBe(false);
};
const reversed = (table: string) => (made: CoreBook) =>
  does(made, (tx) => {
    const { id } = tx.reading(`SELECT entry_id AS id FROM ${table}`).get() as { id: number };
    return reverseEntry(tx, made.act, { entryId: id, datedOn: "2026-02-10" });
  });
const otherParty = (table: "invoice" | "bill") => (made: CoreBook) =>
  does(made, (tx) => {
    const kind = table === "invoice" ? "customer" : "supplier";
    const id = ensureParty(tx, { kind, code: "X9", name: "Autre Tiers" });
    tx.writing(`UPDATE ${table} SET party_id = ?`).run(id);
  });
const wrongEntry = (table: string) => async (made: CoreBook) => {
  await typed(entry({ lines: two("471000", "706000", 12_000) }))(made);
  await changed(`UPDATE ${table} SET entry_id = (SELECT max(id) FROM entry)`)(made);
};
const again = (table: "invoice" | "bill") => async (made: CoreBook) => {
  const { id } = made.database.prepare(`SELECT party_id AS id FROM ${table}`).get() as {
    id: number;
  };
  const isSale = table === "invoice";
  const lines = isSale ? two("411000", "706000", 12_000) : two("471000", "401000", 6000);
  const held = lines.map((line) =>
    /^4[01]1/.test(line.account) ? { ...line, partyId: id } : line,
  );
  const place = isSale ? { journal: "VE", pieceRef: "FA-1" } : { journal: "AC", pieceRef: "F-12" };
  await typed(entry({ ...place, lines: held }))(made);
};
const transit = async (made: CoreBook) => {
  await does(made, (tx) => openAccount(tx, { number: "580000", label: "Virements internes" }));
  await typed(entry({ lines: two("580000", "512001", 3000) }))(made);
};

const gross = (table: string) =>
  `UPDATE ${table} SET net_minor = net_minor + 100, gross_minor = gross_minor + 100`;

const FAULTS: readonly [string, (made: CoreBook) => Promise<void>][] = [
  ["invoice-not-in-ledger", reversed("invoice")],
  ["bill-not-in-ledger", reversed("bill")],
  ["invoice-twice", again("invoice")],
  ["bill-twice", again("bill")],
  ["invoice-amount", changed(gross("invoice"))],
  ["bill-amount", changed(gross("bill"))],
  ["invoice-date", changed("UPDATE invoice SET issued_on = '2026-01-20'")],
  ["bill-date", changed("UPDATE bill SET issued_on = '2026-01-20'")],
  ["invoice-party", otherParty("invoice")],
  ["bill-party", otherParty("bill")],
  ["invoice-payment-party", otherParty("invoice")],
  ["bill-payment-party", otherParty("bill")],
  ["invoice-account", wrongEntry("invoice")],
  ["bill-account", wrongEntry("bill")],
  [
    "bank-line-not-in-ledger",
    changed("UPDATE match SET undone_by_entry_id = entry_id WHERE bank_line_id = 1"),
  ],
  ["ledger-not-at-bank", typed(entry({ lines: two("471000", "512001", 700) }))],
  ["bank-line-twice", typed(entry({ lines: two("512001", "471000", 12_000) }))],
  ["bank-line-amount", changed("UPDATE bank_line SET amount_minor = 12100 WHERE id = 1")],
  ["bank-line-date", changed("UPDATE bank_line SET booked_on = '2026-02-07' WHERE id = 1")],
  ["bank-line-account", changed("UPDATE bank_line SET bank_account_id = 2 WHERE id = 1")],
  ["bank-balance", changed("UPDATE bank_account SET opening_minor = 1 WHERE id = 1")],
  ["transit-open", transit],
  ["entry-without-document", typed(entry({ lines: two("471000", "512001", 700) }))],
];

test.each(FAULTS)("a seeded fault is found as %s", async (name, spoil) => {
  core = await paidBook();
  await spoil(core);
  const proof = await proofOf(core);
  const found = proof.checks.find((one) => one.check === name);
  expect(found).toMatchObject({ count: 1 });
  expect(found?.examples).toHaveLength(1);
  expect(proof.agrees).toBe(false);
});

test("every check has its seeded fault", async () => {
  core = await paidBook();
  const names = (await proofOf(core)).checks.map((one) => one.check);
  expect(names.toSorted()).toEqual(FAULTS.map(([name]) => name).toSorted());
});

test("a proof that is kept waits for the command that runs: nothing half done is signed", async () => {
  core = await paidBook();
  const made = core;
  const half = made.book.transact(made.act, function* (tx) {
    tx.writing("UPDATE bank_line SET amount_minor = 1 WHERE id = 1").run();
    yield { stage: "test", done: 0, total: 1 };
    yield { stage: "test", done: 1, total: 1 };
    return refuse("office.cancelled", {});
  });
  const kept = await keepProof(made.book, made.act, "2026-03-31");
  expect(await half).toMatchObject({ code: "office.cancelled" });
  expect(kept).toMatchObject({ differences: 0 });
});

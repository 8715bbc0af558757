import { afterEach, expect, test } from "vitest";
import { addBankAccount } from "#main/banking/add-bank-account.ts";
import { importStatement } from "#main/banking/import-statement.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { importInvoices } from "#main/invoicing/import-invoices.ts";
import { addLoan } from "#main/ledger/assets/loans.ts";
import { openAccount } from "#main/ledger/open-account.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import { acceptSuggestion, acceptSuggestions } from "#main/reconciliation/accept-suggestion.ts";
import { categoriseLine } from "#main/reconciliation/categorise-line.ts";
import { confirmMatch } from "#main/reconciliation/confirm-match.ts";
import { getLine } from "#main/reconciliation/get-line.ts";
import { listBatches, undoBatch } from "#main/reconciliation/match-batch.ts";
import { openItem } from "#main/reconciliation/open-items.ts";
import { type MatchingReport, runMatching } from "#main/reconciliation/run-matching.ts";
import { undoAllocation } from "#main/reconciliation/undo-allocation.ts";
import { undoMatch } from "#main/reconciliation/undo-match.ts";
import type { Transaction, Work } from "#main/store/book.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

let core: CoreBook;
afterEach(() => core.remove());

/** A book with two bank accounts, its customers' invoices and one statement of the first account. */
async function bookWith(files: { current?: string; savings?: string; invoices?: string }) {
  core = await coreBook();
  await does((tx) => addBankAccount(tx, { name: "Courant", openingMinor: 0 }));
  await does((tx) =>
    addBankAccount(tx, { name: "Livret", openingMinor: 0, iban: "FR7630006000011234567890189" }),
  );
  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const { act } = core;
  if (files.invoices !== undefined) {
    const head = "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n";
    const rows = file("ventes.csv", head + files.invoices);
    await works(importInvoices(act, rows, { preview: false }));
  }
  for (const [bankAccountId, text] of [
    [1, files.current],
    [2, files.savings],
  ] as const) {
    if (text === undefined) continue;
    const rows = file(`releve-${bankAccountId}.csv`, `Date;Libellé;Montant\n${text}`);
    await works(importStatement(act, rows, { preview: false, bankAccountId }));
  }
}

async function works<T>(work: Work<T>): Promise<T> {
  const done = await core.book.transact(core.act, work);
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.facts)}`);
  return done;
}

function does<T>(act: (tx: Transaction) => T): Promise<T> {
  return works((tx) => {
    const result = act(tx);
    if (isRefusal(result)) throw new Error(result.code);
    return { result, audit: { subject: "test" } };
  }) as Promise<T>;
}

const match = (): Promise<MatchingReport> => works(runMatching(core.act, { suggestOnly: false }));

function line(bankLineId: number) {
  const found = getLine(core.book.read, bankLineId);
  if (isRefusal(found)) throw new Error(found.code);
  return found;
}

const balance = (account: string): number =>
  (
    core.book.read
      .reading("SELECT total(debit_minor - credit_minor) AS minor FROM line WHERE account = ?")
      .get(account) as { minor: number }
  ).minor;

test("a transfer between own accounts is booked through 58 on both sides", async () => {
  await bookWith({
    current: "10/02/2026;VIR INTERNE VERS LIVRET;-5000,00\n10/02/2026;VIR LOYER;-900,00\n",
    savings: "12/02/2026;VIREMENT RECU;5000,00\n",
  });
  expect(await match()).toMatchObject({ looked: 3, matched: 2, unmatched: 1 });
  expect(line(1).match).toMatchObject({ booking: { account: "580000" } });
  expect(line(1).match?.reasons.map((r) => r.signal)).toEqual([
    "mirror-line",
    "days-apart",
    "transfer-words",
  ]);
  expect(balance("580000")).toBe(0);
});

test("opposite amounts that nothing tells apart are only suggested, and accepted as a pair", async () => {
  await bookWith({
    current: "10/02/2026;PAIEMENT DIVERS;-5000,00\n",
    savings: "12/02/2026;RECETTE;5000,00\n",
  });
  expect(await match()).toMatchObject({ matched: 0, suggested: 2 });
  const [first] = line(1).candidates;
  expect(first).toMatchObject({ booking: { account: "580000", otherLineId: 2 } });
  await does((tx) => acceptSuggestion(tx, core.act, { bankLineId: 1, key: first!.key }));
  expect([line(1).state, line(2).state]).toEqual(["matched", "matched"]);
  const told = (id: number) => line(id).match?.reasons.find((r) => r.signal === "mirror-line");
  expect([told(1)?.value, told(2)?.value]).toEqual(["Livret", "Courant"]);
  const [batch] = listBatches(core.book.read, 10);
  expect(batch).toMatchObject({ made: 2, standing: 2 });
  expect(await works(undoBatch(core.act, batch!.batchId))).toEqual({ done: 2, refused: [] });
  expect([line(1).state, line(2).state, balance("580000")]).toEqual(["unmatched", "unmatched", 0]);
});

test("a customer that writes our name beside its own is no transfer of ours", async () => {
  await bookWith({
    current: "10/02/2026;VIR RECU GALERIE MORVANDELLE POUR ESSAI;5000,00\n",
    savings: "10/02/2026;VIR EMIS FORGE DU VAL;-5000,00\n",
  });
  expect(await match()).toMatchObject({ matched: 0, suggested: 2 });
  core.remove();
  await bookWith({
    current: "10/02/2026;VIR SEPA ESSAI 4512;5000,00\n",
    savings: "10/02/2026;VIR EMIS;-5000,00\n",
  });
  expect(await match()).toMatchObject({ matched: 2 });
});

const INVOICES =
  "FA-2026-0001;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n" +
  "FA-2026-0002;Facture;06/01/2026;05/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;200,00;40,00;240,00\n";

test("a payment sent back opens its invoice again, and the two undo in order only", async () => {
  await bookWith({
    invoices: INVOICES,
    current:
      "04/02/2026;PRLV LIBRAIRIE VAUGRENARD FA-2026-0001;120,00\n" +
      "11/02/2026;REJET PRLV IMPAYE LIBRAIRIE VAUGRENARD FA-2026-0001;-120,00\n",
  });
  expect(await match()).toMatchObject({ matched: 1 });
  expect(openItem(core.book.read, "invoice", 1)?.openMinor).toBe(0);
  expect(await match()).toMatchObject({ matched: 1 });
  expect(openItem(core.book.read, "invoice", 1)?.openMinor).toBe(12_000);
  expect(line(2).match?.reasons.map((r) => r.signal)).toContain("returned-payment");
  const refused = await core.book.transact(core.act, (tx) => {
    const undone = undoMatch(tx, core.act, 1);
    return isRefusal(undone) ? undone : { result: undone, audit: { subject: "test" } };
  });
  expect(refused).toMatchObject({ code: "banking.match-returned" });
  await does((tx) => undoMatch(tx, core.act, 2));
  await does((tx) => undoMatch(tx, core.act, 1));
  expect(balance("411000")).toBe(36_000);
});

test("net pay is paid from its account: exact and told, in part, and never twice", async () => {
  await bookWith({
    current:
      "27/02/2026;VIR SALAIRE FEVRIER A BRUN;-1800,00\n" +
      "27/02/2026;VIR SALAIRE FEVRIER C DELMAS;-700,00\n" +
      "31/03/2026;VIR SEPA REMUNERATION MARS;-2500,00\n" +
      "02/04/2026;VIR SALAIRE MARS;-2500,00\n",
  });
  await does((tx) => openAccount(tx, { number: "641100", label: "Salaires" }));
  await does((tx) => openAccount(tx, { number: "421000", label: "Personnel" }));
  for (const [datedOn, pieceRef] of [
    ["2026-02-28", "PAIE-02"],
    ["2026-03-31", "PAIE-03"],
  ] as const) {
    const lines = [
      { account: "641100", debitMinor: 250_000, creditMinor: 0 },
      { account: "421000", debitMinor: 0, creditMinor: 250_000 },
    ];
    const draft = { journal: "OD", datedOn, pieceRef, label: `Paie ${pieceRef}`, lines };
    await does((tx) => postEntry(tx, core.act, { draft }));
  }
  const report = await match();
  expect(report).toMatchObject({ matched: 1, suggested: 3 });
  expect(line(3)).toMatchObject({ state: "matched", match: { booking: { account: "421000" } } });
  expect(line(1).candidates[0]).toMatchObject({
    booking: { account: "421000", text: "Paie PAIE-02" },
    reasons: [{ signal: "ledger-part" }, { signal: "kind-word" }, { signal: "days-apart" }],
  });
  const accepted = await works(acceptSuggestions(core.act, [1, 2, 4]));
  expect(accepted).toMatchObject({ done: 2, refused: [{ code: "banking.unknown-suggestion" }] });
  expect(balance("421000")).toBe(0);
});

test("a loan's instalment is known by its table", async () => {
  await bookWith({ current: "05/03/2026;PRLV ECHEANCE PRET 4512;-1012,50\n" });
  await does((tx) => openAccount(tx, { number: "164000", label: "Emprunts" }));
  await does((tx) =>
    addLoan(tx, {
      ...{ label: "Prêt atelier", account: "164000", principalMinor: 1_200_000, rateBps: 125 },
      ...{ firstOn: "2026-03-05", every: "month", instalments: 12, kind: "principal" },
      insuranceMinor: 0,
    }),
  );
  expect(await match()).toMatchObject({ matched: 1 });
  expect(line(1).match?.booking).toMatchObject({ account: "164000" });
});

test("what a person filed teaches the next suggestion, and it abstains on what it never saw", async () => {
  const months = Array.from({ length: 9 }, (_, i) => String(i + 1).padStart(2, "0"));
  const rows = months.flatMap((m) => [
    `05/${m}/2026;PRLV BAILLEUR DES ARTS ${m}26;-900,00`,
    `12/${m}/2026;CB STATION DU PORT ${m}12;-6${m},10`,
  ]);
  rows.push("06/10/2026;PRLV BAILLEUR DES ARTS 1026;-915,00", "07/10/2026;CHQ 4512207;-915,00");
  await bookWith({ current: `${rows.join("\n")}\n` });
  for (let i = 1; i <= 18; i++) {
    const account = i % 2 === 1 ? "613200" : "606100";
    await does((tx) => openAccount(tx, { number: account, label: "Compte" }));
    await does((tx) => categoriseLine(tx, core.act, { bankLineId: i, account }));
  }
  expect(await match()).toMatchObject({ matched: 0, suggested: 1, unmatched: 1 });
  const [first] = line(19).candidates;
  expect(first?.booking?.account).toBe("613200");
  expect(first?.reasons[0]).toMatchObject({ signal: "precedent", value: 9 });
  expect(first?.reasons[1]?.value).toMatch(/ARTS|BAILLEUR/);
});

test("one invoice taken out of a grouped payment leaves the others paid", async () => {
  await bookWith({
    invoices: INVOICES,
    current: "06/02/2026;VIR LIBRAIRIE VAUGRENARD FA-2026-0001 FA-2026-0002;360,00\n",
  });
  expect(await match()).toMatchObject({ matched: 1 });
  const asked = { matchId: line(1).matchId!, itemKind: "invoice", itemId: 1 } as const;
  await does((tx) => undoAllocation(tx, core.act, asked));
  const open = [1, 2].map((id) => openItem(core.book.read, "invoice", id)?.openMinor);
  expect(open).toEqual([12_000, 0]);
  expect(line(1).state).toBe("matched");
  expect(balance("411000")).toBe(0);
  const refused = await core.book.transact(core.act, (tx) => {
    const again = { ...asked, matchId: line(1).matchId!, itemId: 2 };
    const done = undoAllocation(tx, core.act, again);
    return isRefusal(done) ? done : { result: done, audit: { subject: "test" } };
  });
  expect(refused).toMatchObject({
    code: "banking.not-grouped",
    facts: { reference: "FA-2026-0002" },
  });
});

test("an account held to suggestions posts nothing; one that is off is not looked at", async () => {
  await bookWith({
    invoices: INVOICES,
    current: "06/02/2026;VIR LIBRAIRIE VAUGRENARD FA-2026-0001;120,00\n",
    savings: "06/02/2026;VIR LIBRAIRIE VAUGRENARD FA-2026-0002;240,00\n",
  });
  await does((tx) =>
    tx.writing("UPDATE bank_account SET matching = iif(id = 1, 'suggest', 'off')").run(),
  );
  expect(await match()).toMatchObject({ looked: 1, matched: 0, suggested: 1, batchId: null });
});

test("what a person did stands: a run never touches it, and a locked month refuses one line only", async () => {
  await bookWith({
    invoices: INVOICES,
    current:
      "06/02/2026;VIR LIBRAIRIE VAUGRENARD FA-2026-0001;120,00\n" +
      "06/03/2026;VIR LIBRAIRIE VAUGRENARD FA-2026-0002;240,00\n",
  });
  const allocations = [{ itemKind: "invoice" as const, itemId: 2, amountMinor: 12_000 }];
  await does((tx) => confirmMatch(tx, core.act, { bankLineId: 1, allocations }));
  await does((tx) =>
    tx.writing("UPDATE period SET state = 'locked' WHERE month = '2026-03'").run(),
  );
  const report = await match();
  expect(report).toMatchObject({ looked: 1, matched: 0 });
  expect(report.refused).toEqual([]);
  expect(line(1)).toMatchObject({ state: "matched", madeBy: "person" });
});

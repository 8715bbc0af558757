import { afterAll, beforeAll, expect, test } from "vitest";
import type { BankRule } from "#contract/automation.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { droppedText, type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { invoicing, purchases, banking, treasury, automation } = office.calls;
  await resultOf(await invoicing.importInvoices({ file: droppedText("ventes.csv", INVOICES) }));
  await resultOf(await purchases.importBills({ file: droppedText("achats.csv", BILLS) }));
  const file = droppedText("releve.csv", STATEMENT);
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
  await resultOf(await treasury.importSchedule({ file: droppedText("echeancier.csv", SCHEDULE) }));
  await resultOf(await automation.importRules({ file: droppedText("rules.yaml", RULES) }));
});
afterAll(() => office.stop());

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-2026-0001;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n" +
  "FA-2026-0002;Facture;06/01/2026;05/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n" +
  "FA-2026-0003;Facture;07/01/2026;06/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n";
const BILLS =
  "Numéro;Type;Date;Échéance;Code fournisseur;Fournisseur;Compte;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "AB-77;Facture;03/02/2026;05/03/2026;F1;Papeterie du Port;606400;Carton;20 %;50,00;10,00;60,00\n";
const STATEMENT =
  "Date;Libellé;Montant\n" +
  "04/02/2026;VIR RECU LIBRAIRIE VAUGRENARD FA-2026-0001;120,00\n" +
  "07/02/2026;VIR RECU LIBRAIRIE VAUGRENARD;120,00\n" +
  "09/02/2026;RETRAIT DAB RUE DU PORT;-40,00\n";
const SCHEDULE =
  "Libellé;Montant;Date;Catégorie;Récurrence\nLoyer;-900,00;05/03/2026;loyer;mensuelle\n";
const RULES = 'règles:\n  - nom: Péages\n    libellé:\n      - "PEAGE A11"\n    compte: "625100"\n';

test("matching takes what is proved, and the summary says what is left", async () => {
  const { reconciliation } = office.calls;
  const done = await resultOf(await reconciliation.runMatching({}));
  expect(done).toMatchObject({ looked: 3, matched: 1 });
  const summary = await reconciliation.summary({});
  expect(summary).toMatchObject({ lines: 3, matched: 1 });
  expect(summary.suggested + summary.abstained + summary.unmatched).toBe(2);
});

test("a refused suggestion does not come back; a line is filed on an account", async () => {
  const { reconciliation } = office.calls;
  const { rows } = await reconciliation.listLines({});
  const second = rows.find((r) => r.label.endsWith("VAUGRENARD"))!;
  const line = await reconciliation.getLine({ bankLineId: second.id });
  for (const candidate of line.candidates) {
    await reconciliation.refuseSuggestion({ bankLineId: second.id, key: candidate.key });
  }
  await resultOf(await reconciliation.runMatching({}));
  const again = await reconciliation.getLine({ bankLineId: second.id });
  expect(line.candidates.length).toBeGreaterThan(0);
  expect(again.candidates).toEqual([]);
  const cash = rows.find((r) => r.label.startsWith("RETRAIT"))!;
  await reconciliation.categoriseLine({ bankLineId: cash.id, account: "471000" });
  const filed = await reconciliation.getLine({ bankLineId: cash.id });
  expect(filed).toMatchObject({ state: "matched", madeBy: "person" });
});

test("what a run matched is undone together, matched again, accepted one by one or at once", async () => {
  const { reconciliation } = office.calls;
  const [batch] = await reconciliation.listBatches({});
  expect(batch).toMatchObject({ command: "reconciliation.runMatching", made: 1, standing: 1 });
  const { batchId } = batch!;
  expect(await resultOf(await reconciliation.undoBatch({ batchId }))).toEqual({
    done: 1,
    refused: [],
  });
  await expect(resultOf(await reconciliation.undoBatch({ batchId }))).rejects.toMatchObject({
    data: { code: "banking.unknown-batch" },
  });
  await resultOf(await reconciliation.runMatching({ suggestOnly: true }));
  expect(await reconciliation.target({})).toEqual({
    ...{ onDate: "2026-02-09", bankMinor: 20_000, ledgerMinor: -4000 },
    ...{ unmatchedMinor: 24_000, differenceMinor: 24_000 },
  });
  const next = await reconciliation.nextOpenLine({ bankLineId: 3, direction: "next" });
  expect(next).toEqual({ bankLineId: 2 });
  const { rows } = await reconciliation.listLines({ state: "suggested" });
  const [{ id: bankLineId }] = rows as [(typeof rows)[0]];
  const [best] = (await reconciliation.getLine({ bankLineId })).candidates;
  const accepted = await reconciliation.acceptSuggestion({ bankLineId, key: best!.key });
  const asked = { matchId: accepted.matchId, itemKind: "invoice", itemId: 1 } as const;
  await expect(reconciliation.undoAllocation(asked)).rejects.toMatchObject({
    data: { code: "banking.not-grouped" },
  });
  const again = await reconciliation.acceptSuggestions({ bankLineIds: [bankLineId] });
  expect(await resultOf(again)).toMatchObject({
    done: 0,
    batchId: null,
    refused: [{ bankLineId, code: "banking.already-matched" }],
  });
});

test("an account says how far matching goes on it", async () => {
  const { banking } = office.calls;
  await banking.setMatching({ bankAccountId: 1, matching: "suggest" });
  expect((await banking.listAccounts({}))[0]).toMatchObject({ matching: "suggest" });
  await expect(banking.setMatching({ bankAccountId: 9, matching: "off" })).rejects.toMatchObject({
    data: { code: "banking.unknown-account" },
  });
  await banking.setMatching({ bankAccountId: 1, matching: "automatic" });
});

test("a proof is signed and kept; the days and the money in transit are told", async () => {
  const { invoicing, reconciliation, treasury } = office.calls;
  const kept = await reconciliation.keepProof({ onDate: "2026-03-31" });
  expect(await reconciliation.listProofs({})).toEqual([kept]);
  const signed = await reconciliation.getProof({ proofId: kept.proofId });
  expect(JSON.parse(signed.report)).toMatchObject({ onDate: "2026-03-31" });
  expect(signed.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  await expect(reconciliation.getProof({ proofId: 99 })).rejects.toMatchObject({
    data: { code: "banking.unknown-proof" },
  });
  const { rows } = await treasury.dailyBalances({ limit: 500 });
  expect(rows.find((day) => day.on === "2026-02-09")).toMatchObject({
    totalMinor: 20_000,
    lines: 1,
  });
  expect(await treasury.transit({})).toEqual([]);
  expect(await treasury.recurring({})).toEqual([]);
  const flows = [
    { on: "2026-03-01", amountMinor: -10_000 },
    { on: "2027-03-01", amountMinor: 11_000 },
  ];
  const risk = await treasury.risk({ asOn: "2026-03-31" });
  expect(risk).toMatchObject({ asOn: "2026-03-31", method: "shares" });
  const scored = risk.clients.flatMap((one) => one.refs);
  expect(scored.map((ref) => ref.kind)).toContain("invoice");
  expect(scored.filter((ref) => !/^\d+$/.test(ref.id))).toEqual([]);
  const truths = await treasury.selfTest({ engine: "decide" });
  expect(truths.filter((one) => !one.isFound)).toEqual([]);
  const weighed = await treasury.decide({ rateBps: 500, options: [{ name: "machine", flows }] });
  expect(weighed.options[0]).toMatchObject({ name: "machine", paybackOn: "2027-03-01" });
  expect(weighed.options[0]?.rates[0]).toBeCloseTo(0.1, 3);
  expect(weighed.options[1]).toMatchObject({ kind: "nothing", name: "", npvMinor: 0, rates: [] });
  const template = {
    ...{
      kind: "lease" as const,
      on: "2026-04-01",
      months: 12,
      rentMinor: 1000,
      residualMinor: 100,
    },
    ...{ priceMinor: 12_000, resaleMinor: 0, gainMinor: 1500 },
  };
  const sheet = await treasury.decide({ rateBps: 500, options: [{ name: "four", template }] });
  expect(sheet.options.map((one) => [one.name, one.kind])).toEqual([
    ...[
      ["four", "lease"],
      ["four", "buy"],
      ["", "nothing"],
    ],
  ]);
  const [leased] = sheet.options;
  expect(leased?.tornados.map((one) => one.against)).toEqual(["nothing", "buy"]);
  expect(leased?.tornados[0]?.npvMinor).toBe(leased?.npvMinor);
  expect(weighed.options[0]?.tornados[0]?.inputs).toHaveLength(6);
  const open = await invoicing.listInvoices({ state: "open" });
  const [invoice] = open.rows;
  const paid = await treasury.paymentDay({ invoiceId: invoice?.id ?? 0 });
  expect(paid.expected?.openMinor).toBe(invoice?.openMinor);
  expect((paid.expected?.likelyOn ?? "") > paid.asOn).toBe(true);
  expect((await treasury.paymentDay({ invoiceId: 999_999 })).expected).toBeNull();
  const season = await treasury.seasonality({ series: "receipts", asOn: "2026-03-31" });
  expect(season).toMatchObject({ isActive: false, reason: "under-12-months", months: [] });
  expect(season.history.map((m) => [m.month, m.totalMinor])).toEqual([
    ["2026-02", 24_000],
    ["2026-03", 0],
  ]);
  const patterns = await treasury.paymentPatterns({ side: "supplier" });
  expect(patterns.parties).toEqual([]);
  const found = await treasury.indicators({ asOn: "2026-03-31" });
  expect(found.identityGapMinor).toBe(0);
  expect(found.indicators.find((one) => one.key === "net-cash")?.value).toBe(8000);
});

test("a rule is tried on the history before it is saved, then listed with what it takes", async () => {
  const { automation } = office.calls;
  const rule: BankRule = {
    ...{ name: "Retraits", contains: ["RETRAIT DAB"], counterparty: [], iban: [], pattern: "" },
    ...{ minMinor: null, maxMinor: null, direction: "debit", account: "530000", entryLabel: "" },
    automatic: true,
  };
  const edit = { kind: "add" as const, rule };
  const trial = await automation.tryRule({ edit });
  expect(trial).toMatchObject({ newly: 0, changed: 0, against: 1 });
  expect(trial.examples[0]).toMatchObject({ what: "against", before: "471000", after: "530000" });
  expect(await automation.listRules({})).toHaveLength(1);
  expect(await automation.editRule({ edit })).toEqual({ rules: 2 });
  const rules = await automation.listRules({});
  expect(rules.map((r) => [r.name, r.lines])).toEqual([
    ["Péages", 0],
    ["Retraits", 1],
  ]);
  await automation.editRule({ edit: { kind: "remove", place: 1 } });
  await expect(automation.editRule({ edit: { kind: "remove", place: 5 } })).rejects.toMatchObject({
    data: { code: "rules.no-such-rule" },
  });
});

test("an invoice shows its VAT and its payment; a bill its account", async () => {
  const { invoicing, purchases } = office.calls;
  const [row] = (await invoicing.listInvoices({ search: "FA-2026-0001" })).rows;
  const invoice = await invoicing.getInvoice({ invoiceId: row!.id });
  expect(invoice.vatLines).toEqual([{ rateBps: 2000, netMinor: 10_000, vatMinor: 2000 }]);
  expect(invoice.payments.map((p) => p.amountMinor)).toEqual([12_000]);
  const bills = await purchases.listBills({});
  expect(bills.rows.map((b) => b.number)).toEqual(["AB-77"]);
  const bill = await purchases.getBill({ billId: bills.rows[0]!.id });
  expect(bill).toMatchObject({ grossMinor: 6000, documentId: null, payments: [] });
});

test("the schedule, the rules and the position are what was imported", async () => {
  const { treasury, automation } = office.calls;
  expect((await treasury.listSchedule({})).map((s) => s.label)).toEqual(["Loyer"]);
  expect(await automation.getRules({})).toEqual({ source: RULES });
  const position = await treasury.position({ todayOn: "2026-02-10" });
  expect(position.balanceMinor).toBe(20_000);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { StatementRow } from "#contract/statements.ts";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { resultOf } from "../main-job/sample-office.ts";

const STATEMENT =
  "Date;Libellé;Montant\n" +
  "04/02/2026;VIR RECU ATELIER VARENNE;1200,00\n" +
  "09/02/2026;RETRAIT DAB RUE DU PORT;-40,00\n" +
  "20/03/2026;FRAIS TENUE DE COMPTE;-8,50\n";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { banking, reconciliation, ledger } = office.calls;
  const file = droppedText("releve.csv", STATEMENT);
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
  const { rows } = await reconciliation.listLines({});
  const received = rows.find((row) => row.label.startsWith("VIR"))!;
  await reconciliation.categoriseLine({ bankLineId: received.id, account: "706000" });
  const cash = rows.find((row) => row.label.startsWith("RETRAIT"))!;
  const { matchId } = await reconciliation.categoriseLine({
    bankLineId: cash.id,
    account: "471000",
  });
  await reconciliation.undoMatch({ matchId });
  const label = "Chèque 7 Papeterie du Port";
  const lines = [
    { account: "471000", debitMinor: 6000, creditMinor: 0 },
    { account: "512001", debitMinor: 0, creditMinor: 6000 },
  ];
  const typed = { journal: "OD", datedOn: "2026-02-10", pieceRef: "CHQ-7", label, lines };
  await ledger.postEntry({ entry: typed });
});
afterAll(() => office.stop());

const linesOf = (rows: readonly StatementRow[]) =>
  rows
    .filter((row) => row.kind !== "heading")
    .map((row) => [row.id.replace(/\d+$/, ""), row.cells[2]]);

test("from the ledger's balance to the bank's, through what each side lacks", async () => {
  const sheet = await office.calls.statements.getBank({ bankAccountId: 1, onDate: "2026-02-28" });
  expect(linesOf(sheet.rows)).toEqual([
    ["ledger", 114_000],
    ["bank-line-", -4000],
    ["line-", 6000],
    ["expected", 116_000],
    ["bank", 116_000],
    ["difference", 0],
  ]);
  expect(sheet.filter).toContain("Au 28/02/2026");
});

test("a line of after the day counts on neither side; before any line the sheet is empty", async () => {
  const { statements } = office.calls;
  const later = await statements.getBank({ bankAccountId: 1, onDate: "2026-03-31" });
  expect(later.rows.find((row) => row.id === "bank")?.cells[2]).toBe(115_150);
  expect(later.rows.at(-1)?.cells[2]).toBe(0);
  const before = await statements.getBank({ bankAccountId: 1, onDate: "2026-01-31" });
  expect(linesOf(before.rows).map(([, minor]) => minor)).toEqual([0, 0, 0, 0]);
});

test("the three-way proof names the same lines, and a day of no year is refused", async () => {
  const { reconciliation } = office.calls;
  const proof = await reconciliation.prove({ onDate: "2026-02-28" });
  const counts = Object.fromEntries(proof.checks.map(({ check, count }) => [check, count]));
  expect(proof.agrees).toBe(false);
  expect(counts).toMatchObject({
    ...{ "bank-line-not-in-ledger": 1, "ledger-not-at-bank": 1 },
    ...{ "bank-balance": 0, "entry-without-document": 1 },
  });
  await expect(reconciliation.prove({ onDate: "1999-01-01" })).rejects.toThrow();
});

test("a page goes on where the last ended, and an unknown account is refused", async () => {
  const { statements } = office.calls;
  const asked = { bankAccountId: 1, onDate: "2026-02-28" };
  const first = await statements.getBank({ ...asked, limit: 3 });
  const rest = await statements.getBank({ ...asked, after: first.next! });
  const whole = await statements.getBank(asked);
  expect([...first.rows, ...rest.rows]).toEqual(whole.rows);
  await expect(statements.getBank({ ...asked, bankAccountId: 9 })).rejects.toThrow();
});

test("the sheet is written as PDF and as CSV, whole", async () => {
  const { statements } = office.calls;
  const asked = { bankAccountId: 1, onDate: "2026-02-28" };
  const pdf = await statements.exportBank({ ...asked, format: "pdf" });
  expect(pdf.file.name).toBe("rapprochement-1-2026-02-28.pdf");
  expect(new TextDecoder("latin1").decode(await pdf.file.slice(0, 5).arrayBuffer())).toBe("%PDF-");
  const csv = await statements.exportBank({ ...asked, format: "csv" });
  const text = await csv.file.text();
  expect(text).toContain("Chèque 7 Papeterie du Port");
  expect(text).toContain("RETRAIT DAB RUE DU PORT");
});

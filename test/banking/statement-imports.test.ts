import { afterAll, beforeAll, expect, test } from "vitest";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { resultOf } from "../main-job/sample-office.ts";

const FIRST = "Date;Libellé;Montant\n04/02/2026;VIR RECU A;120,00\n05/02/2026;VIR RECU B;80,00\n";
const SECOND = "Date;Libellé;Montant\n05/02/2026;VIR RECU B;80,00\n06/02/2026;FRAIS;-3,00\n";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

function read(name: string, text: string) {
  const file = droppedText(name, text);
  return office.calls.banking.importStatement({ file, bankAccountId: 1 }).then(resultOf);
}

test("a statement is taken out again, and can be read again", async () => {
  const { banking, reconciliation } = office.calls;
  await read("fevrier.csv", FIRST);
  await reconciliation.runMatching({}).then(resultOf);
  const [only] = await banking.listImports({});
  expect(only).toMatchObject({ fileName: "fevrier.csv", lines: 2, matched: 0, isUndone: false });
  const { importRunId } = only!;
  expect(await banking.undoImport({ importRunId })).toEqual({ lines: 2 });
  expect((await reconciliation.summary({})).lines).toBe(0);
  expect((await banking.listImports({}))[0]).toMatchObject({ lines: 0, isUndone: true });
  await expect(banking.undoImport({ importRunId })).rejects.toMatchObject({
    data: { code: "banking.unknown-import" },
  });
  expect(await read("fevrier.csv", FIRST)).toMatchObject({ added: 2, already: 0 });
});

test("only what a statement brought goes; once a line of it was matched, nothing does", async () => {
  const { banking, reconciliation } = office.calls;
  expect(await read("suite.csv", SECOND)).toMatchObject({ added: 1, already: 1 });
  const [second, first] = await banking.listImports({});
  expect(await banking.undoImport({ importRunId: second!.importRunId })).toEqual({ lines: 1 });
  const { rows } = await reconciliation.listLines({});
  expect(rows.map((row) => row.label)).toEqual(["VIR RECU B", "VIR RECU A"]);
  const { matchId } = await reconciliation.categoriseLine({
    ...{ bankLineId: rows[0]!.id, account: "706000" },
  });
  await reconciliation.undoMatch({ matchId });
  await expect(banking.undoImport({ importRunId: first!.importRunId })).rejects.toMatchObject({
    data: { code: "banking.import-matched", facts: { file: "fevrier.csv", matched: 1 } },
  });
  expect((await reconciliation.summary({})).lines).toBe(2);
});

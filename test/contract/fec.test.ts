import { afterAll, beforeAll, expect, test } from "vitest";
import { resultOf } from "../main-job/sample-office.ts";
import { droppedText, type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

const HEADER =
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|" +
  "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise";

test("another package's FEC is previewed without a trace, then taken over once", async () => {
  const { fec, ledger } = office.calls;
  const line = (account: string, label: string, amounts: string) =>
    `VT|Ventes|1|20250110|${account}|${label}|||P1|20250110|Vente comptoir|${amounts}|||20250131||`;
  const file = droppedText(
    "812345678FEC20251231.txt",
    [HEADER, line("530000", "Caisse", "12,00|0,00"), line("707000", "Ventes", "0,00|12,00")].join(
      "\r\n",
    ),
  );
  const seen = await resultOf(await fec.previewImport({ file }));
  expect(seen).toMatchObject({ preview: true, entries: { found: 1, added: 1, refused: 0 } });
  expect((await ledger.listEntries({})).rows).toEqual([]);
  const done = await resultOf(await fec.import({ file }));
  expect(done).toMatchObject({ preview: false, year: { isNew: true }, entries: { added: 1 } });
  const again = await resultOf(await fec.import({ file }));
  expect(again.entries).toMatchObject({ added: 0, already: 1 });
  expect((await ledger.listEntries({})).rows).toMatchObject([{ datedOn: "2025-01-10" }]);
});

test("a year leaves with its documents, in a layout of the list", async () => {
  const { fec, ledger } = office.calls;
  const profiles = await fec.listProfiles({});
  expect(profiles.map((one) => one.name)).toContain("due-dates");
  const [year] = await ledger.listYears({});
  const { file, documents, check } = await fec.bridge({ fiscalYearId: year!.id });
  expect([file.name, documents]).toEqual([expect.stringMatching(/FEC\d{8}\.zip$/), 0]);
  expect(check.entries).toBeGreaterThan(0);
});

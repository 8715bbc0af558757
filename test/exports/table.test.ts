import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenOffice, openOffice } from "../contract/open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

test("a chart's table leaves as a workbook with true numbers, dates and blanks", async () => {
  const { file } = await office.calls.exports.table({
    title: "Retard usuel : clients/2026",
    name: "retard-usuel",
    columns: [
      { label: "Client", kind: "text" },
      { label: "Le", kind: "date" },
      { label: "Dû", kind: "money" },
      { label: "Part", kind: "percent" },
      { label: "Jours", kind: "days" },
    ],
    rows: [
      ["Voltandre", "2026-11-15", -123_456, 2_550, 12.5],
      ["Mairie de Rezé", null, null, 0, null],
    ],
  });
  expect(file.name).toBe("retard-usuel.xlsx");
  const [sheet] = await readXlsxFile(Buffer.from(await file.arrayBuffer()));
  expect(sheet?.data[0]?.[0]).toBe("Retard usuel : clients/2026");
  expect(sheet?.data[2]).toEqual(["Client", "Le", "Dû", "Part", "Jours"]);
  expect(sheet?.data[3]).toEqual([
    "Voltandre",
    new Date("2026-11-15T00:00:00Z"),
    -1234.56,
    0.255,
    12.5,
  ]);
  expect(sheet?.data[4]).toEqual(["Mairie de Rezé", null, null, 0, null]);
});

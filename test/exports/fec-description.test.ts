import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { resourcePath } from "#main/base/resource-path.ts";
import { fecColumns } from "#main/exports/fec-columns.ts";
import { type FecDescriptionInput, fecDescription } from "#main/exports/fec-description.ts";

const INPUT: FecDescriptionInput = {
  company: { name: "Durand & Fils (œuvres) SAS", siren: "552100554" },
  fiscalYear: { startsOn: "2025-01-01", endsOn: "2025-12-31" },
  fileName: "552100554FEC20251231.txt",
  options: { separator: "|", charset: "iso-8859-15" },
  totals: {
    entries: 1_234,
    lines: 5_678,
    debitMinor: 123_456_789,
    creditMinor: 123_456_789,
    firstNumber: 1,
    lastNumber: 1_234,
    journals: [{ code: "VE", label: "Ventes", entries: 1_234, lines: 5_678 }],
  },
  software: { name: "Écritoire", version: "0.1.0" },
  madeOn: "2026-02-14",
  sha256: "ab".repeat(32),
  fonts: {
    regular: resourcePath("fonts", "Inter-Regular.ttf"),
    bold: resourcePath("fonts", "Inter-SemiBold.ttf"),
  },
};

describe("the description document of a FEC", () => {
  it("tells the fields, the codes, the structure, the numbering and the totals", async () => {
    const pages = await pagesOf(await fecDescription(INPUT));
    const text = bare(pages.join(""));
    for (const told of [
      ...fecColumns,
      "Durand & Fils (œuvres) SAS",
      "552 100 554",
      "du 01/01/2025 au 31/12/2025",
      "552100554FEC20251231.txt",
      "Écritoire, version 0.1.0",
      "barre verticale",
      "ISO-8859-15",
      "A47 A-1, XI",
      "1 234, numérotées de 1 à 1 234",
      "1 234 567,89 €",
      "Ventes",
      "séquence unique et continue",
      "ab".repeat(32),
    ]) {
      expect(text).toContain(bare(told));
    }
    expect(pages.map((page, i) => page.includes(`${i + 1} / ${pages.length}`))).not.toContain(
      false,
    );
  });

  it("is the same bytes for the same input, and other bytes for another file", async () => {
    const once = Buffer.from(await fecDescription(INPUT));
    expect(once.equals(await fecDescription(INPUT))).toBe(true);
    const tabs = { ...INPUT, options: { separator: "\t", charset: "utf-8" } } as const;
    const text = (await pagesOf(await fecDescription(tabs))).join(" ");
    expect(text).toContain("tabulation (octet 09)");
    expect(text).toContain("UTF-8, sans marque d'ordre");
  });

  it("goes on over as many pages as its journals need", async () => {
    const journals = Array.from({ length: 90 }, (_, i) => ({
      code: `J${i}`,
      label: `Journal ${i}`,
      entries: i,
      lines: i,
    }));
    const pages = await pagesOf(
      await fecDescription({ ...INPUT, totals: { ...INPUT.totals, journals } }),
    );
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.join(" ")).toContain("Journal 89");
  });
});

/** Without spaces, since a reader of PDF text puts them where the font moves letters closer. */
function bare(text: string): string {
  return text.replaceAll(/\s/g, "");
}

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: Uint8Array.from(bytes) });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await loading.destroy();
  return pages.map((page) => page.replaceAll(/[\u00a0\s]+/g, " "));
}

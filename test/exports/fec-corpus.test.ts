import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fecColumns } from "#main/exports/fec-columns.ts";
import { runFecCorpus } from "../corpus/fec.ts";

const HEAD = `${fecColumns.join("\t")}\n`;
const ROW =
  "OD\tDivers\t1\t20250110\t512000\tBanque\t\t\tP\t20250110\tX\t1,00\t0,00\t\t\t20250131\t\t\n";

describe("the run over a corpus", () => {
  let dir = "";
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "fec-corpus-"));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it("counts the cases that agree and tells why the others do not", async () => {
    await put("00_sound", HEAD + ROW);
    await put("01_empty", HEAD);
    await put("02_point", HEAD + ROW.replace("1,00", "1.00"));
    await put("03_BNCT", HEAD + ROW);
    await writeFile(
      join(dir, "VERDICTS.txt"),
      "00_sound | CONFORME\n01_empty | NOT RUN\n02_point | CONFORME\n03_BNCT | NON CONFORME\n",
    );
    const { passed, failed, report } = await runFecCorpus(dir);
    expect([passed, failed]).toEqual([3, 1]);
    expect(report).toHaveLength(1);
    expect(report[0]).toMatch(/02_point: expected CONFORME, found NON CONFORME .*amount-point/);
  });

  it("reads the XML form, whose fields may not hold the separator", async () => {
    await put("10_xml", xml("F1"), "xml");
    await put("11_xml_pipe", xml("F1 | b"), "xml");
    await put("12_xml_date", xml("F1").replaceAll("2025-01-31", "31/01/2025"), "xml");
    await put("13_xml_broken", xml("F1").replace("</ligne>", ""), "xml");
    await writeFile(
      join(dir, "VERDICTS.txt"),
      ["10_xml | CONFORME", "11_xml_pipe", "12_xml_date", "13_xml_broken", ""]
        .join(" | NON CONFORME\n")
        .replace("CONFORME | NON CONFORME", "CONFORME"),
    );
    expect(await runFecCorpus(dir)).toEqual({ passed: 4, failed: 0, report: [] });
  });

  async function put(name: string, text: string, extension = "txt"): Promise<void> {
    await mkdir(join(dir, name));
    await writeFile(join(dir, name, `552100554FEC20251231.${extension}`), text);
  }
});

function xml(piece: string): string {
  const line = (account: string, side: string) =>
    `<ligne><CompteNum>${account}</CompteNum><CompteLib>Compte</CompteLib>${side}</ligne>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<comptabilite><exercice><DateCloture>2025-12-31</DateCloture><journal>
<JournalCode>OD</JournalCode><JournalLib>Opérations diverses</JournalLib><ecriture>
<EcritureNum>1</EcritureNum><EcritureDate>2025-01-10</EcritureDate><EcritureLib>X</EcritureLib>
<PieceRef>${piece}</PieceRef><PieceDate>2025-01-10</PieceDate><ValidDate>2025-01-31</ValidDate>
${line("512000", "<Debit>12.50</Debit>")}${line("706000", "<Credit>12.50</Credit>")}
</ecriture></journal></exercice></comptabilite>`;
}

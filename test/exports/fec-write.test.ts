import { describe, expect, it } from "vitest";
import type { FecEntry, FecLine, FecTotals } from "#main/exports/fec-entry.ts";
import { fecFileName } from "#main/exports/fec-file-name.ts";
import { type FecOptions, writeFec } from "#main/exports/fec-write.ts";

const TAB: FecOptions = { separator: "\t", charset: "utf-8" };

describe("the writer of the FEC", () => {
  it("writes the eighteen names, then a line for each line of an entry", () => {
    const [head, first, second, last] = lines(write([sale()]).bytes, "utf-8");
    expect(head).toBe(
      "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t" +
        "CompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\t" +
        "ValidDate\tMontantdevise\tIdevise",
    );
    expect(first).toBe(
      "VE\tVentes\t2\t20250105\t411000\tClients\tC001\tDurand\tF1\t20250104\tFacture F1\t" +
        "120,05\t0,00\tA\t20250110\t20250131\t\t",
    );
    expect(second).toBe(
      "VE\tVentes\t2\t20250105\t706000\tPrestations\t\t\tF1\t20250104\tFacture F1\t" +
        "0,00\t120,05\t\t\t20250131\t\t",
    );
    expect(last).toBe("");
  });

  it("ends every line with CR LF and starts with no byte order mark", () => {
    const { bytes } = write([sale()]);
    expect(bytes.subarray(0, 2).toString()).toBe("Jo");
    expect(bytes.toString().match(/(?<!\r)\n|\r(?!\n)/g)).toBeNull();
    expect(bytes.subarray(-2).toString()).toBe("\r\n");
  });

  it("cleans labels of what would move columns", () => {
    const label = ' Vis\t3" |\r\nlot\u00a0 n\u202f2\u200b ';
    const field = fieldsOf(write([sale({ label })]))[10];
    expect(field).toBe("Vis 3 lot n 2");
  });

  it("gives a label to a line that has none, since an empty one makes the file rejected", () => {
    expect(fieldsOf(write([sale({ label: " | " })]))[10]).toBe("Durand F1");
    const bare = { ...sale({ label: "" }), pieceRef: "" };
    expect(fieldsOf(write([bare])).slice(8, 11)).toEqual(["-", "20250104", "Durand"]);
  });

  it("leaves out the lines of an opening entry that net to zero", () => {
    const { bytes, totals } = write([sale({}, [{ ...line("512000"), debitMinor: 0 }])]);
    expect(lines(bytes, "utf-8")).toHaveLength(4);
    expect(totals).toMatchObject({ lines: 2, debitMinor: 12_005, creditMinor: 12_005 });
  });

  it("writes foreign amounts with the decimals of their currency, and none for the euro", () => {
    const tail = (currency: string, currencyAmountMinor: number) =>
      fieldsOf(write([sale({ currency, currencyAmountMinor })])).slice(16);
    expect(tail("USD", -123_405)).toEqual(["-1234,05", "USD"]);
    expect(tail("JPY", 1_234)).toEqual(["1234", "JPY"]);
    expect(tail("TND", 5)).toEqual(["0,005", "TND"]);
    expect(tail("EUR", 100)).toEqual(["", ""]);
  });

  it("writes amounts beyond a 32-bit integer", () => {
    const fields = fieldsOf(write([sale({ debitMinor: 9_007_199_254_740_991 })]));
    expect(fields[11]).toBe("90071992547409,91");
  });

  it("writes ISO-8859-15 with its own signs and plain writings for the rest", () => {
    const label = "Œuvre à 5 € – ’été’ Łódź … 東";
    const { bytes } = write([sale({ label })], { separator: "|", charset: "iso-8859-15" });
    const text = new TextDecoder("iso-8859-15").decode(bytes);
    expect(text.split("\r\n")[1]?.split("|")[10]).toBe("Œuvre à 5 € - 'été' Lódz ... ?");
  });

  it("hands out chunks of about a mebibyte whose sum is the whole file", () => {
    const many = Array.from({ length: 12_000 }, (_, i) => ({ ...sale(), number: i + 1 }));
    const { chunks, totals } = write(many);
    expect(chunks.length).toBeGreaterThan(1);
    expect(Math.max(...chunks.map((c) => c.length))).toBeLessThan(1_200_000);
    expect(totals).toEqual({
      entries: 12_000,
      lines: 24_000,
      debitMinor: 12_000 * 12_005,
      creditMinor: 12_000 * 12_005,
      firstNumber: 1,
      lastNumber: 12_000,
      journals: [{ code: "VE", label: "Ventes", entries: 12_000, lines: 24_000 }],
    });
  });

  it("names the file after the SIREN and the closing date", () => {
    expect(fecFileName("552100554", "2025-12-31")).toBe("552100554FEC20251231.txt");
  });
});

function line(account: string): FecLine {
  const label = "Facture F1";
  return { account, accountLabel: "Clients", label, debitMinor: 12_005, creditMinor: 0 };
}

function sale(first: Partial<FecLine> = {}, more: FecLine[] = []): FecEntry {
  const party = { partyCode: "C001", partyLabel: "Durand", letter: "A", letteredOn: "2025-01-10" };
  const customer = { ...line("411000"), ...party, ...first };
  const income = { ...line("706000"), accountLabel: "Prestations" };
  return {
    journalCode: "VE",
    journalLabel: "Ventes",
    number: 2,
    dateOn: "2025-01-05",
    pieceRef: "F1",
    pieceOn: "2025-01-04",
    validatedOn: "2025-01-31",
    lines: [customer, { ...income, debitMinor: 0, creditMinor: 12_005 }, ...more],
  };
}

function write(entries: FecEntry[], options = TAB) {
  const chunks: Uint8Array[] = [];
  const writing = writeFec(entries, options);
  let totals: FecTotals | undefined;
  for (;;) {
    const step = writing.next();
    if (step.done === true) {
      totals = step.value;
      break;
    }
    chunks.push(step.value);
  }
  return { chunks, totals, bytes: Buffer.concat(chunks) };
}

function lines(bytes: Uint8Array, charset: string): string[] {
  return new TextDecoder(charset).decode(bytes).split("\r\n");
}

function fieldsOf({ bytes }: { bytes: Uint8Array }): string[] {
  return lines(bytes, "utf-8")[1]?.split("\t") ?? [];
}

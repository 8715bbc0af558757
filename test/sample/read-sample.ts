import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parseAmount } from "#contract/amount.ts";
import { decodeText } from "#main/base/decode-text.ts";

export const sampleFolder = join(import.meta.dirname, "..", "..", "resources", "sample");

export function readBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(sampleFolder, file)));
}

export function readText(file: string): string {
  return decodeText(readBytes(file)).text;
}

/** A CSV of the sample as records by header. */
export function readRecords(file: string): Record<string, string>[] {
  return parse(readText(file), { columns: true, delimiter: ";", bom: true });
}

export function cents(text: string | undefined): number {
  const minor = parseAmount(text ?? "", ",");
  if (minor === undefined) throw new RangeError(`not an amount: ${text}`);
  return minor;
}

export type TruthLine = {
  id: string;
  entryId?: string;
  file: string;
  line?: number;
  account: "main" | "cards" | "savings";
  bookedOn: string;
  amountMinor: number;
  kind: string;
  pays?: { party: string; reference: string; amountMinor: number }[];
  feeMinor?: number;
  gapMinor?: number;
  category?: string;
  planted?: string;
  ambiguous?: boolean;
  reason?: string;
};

export type OpenItem = {
  side: "customer" | "supplier";
  party: string;
  reference: string;
  openMinor: number;
  lateDays: number;
};

export type Truth = {
  counts: {
    invoices: number;
    creditNotes: number;
    bills: number;
    bankLines: number;
    customerReceipts: number;
    ambiguousReceipts: number;
    accounts: { account: string; lines: number; openingMinor: number; closingMinor: number }[];
    items: {
      file: string;
      documents: number;
      rows: number;
      netMinor: number;
      grossMinor: number;
    }[];
    statements: { file: string; lines: number; netMinor: number }[];
  };
  planted: {
    fact: string;
    party?: string;
    reference?: string;
    bankLines: string[];
    references?: string[];
  }[];
  vat: { month: string; dueMinor: number; payOn: string }[];
  forecast: {
    openingMinor: number;
    knownOnly: { lowestMinor: number; firstNegativeOn: string | null };
    withRunRate: { lowestMinor: number; firstNegativeOn: string | null };
  };
  openItems: OpenItem[];
  documents: {
    file: string;
    isScan: boolean;
    alreadyInBills: boolean;
    expected: {
      supplierName: string;
      siren: string;
      vatNumber: string;
      iban: string;
      number: string;
      issuedOn: string;
      dueOn: string;
      netMinor: number;
      vatMinor: number;
      grossMinor: number;
      parts: { rateBps: number; netMinor: number; vatMinor: number }[];
    };
  }[];
  bankLines: TruthLine[];
};

export const truth: Truth = JSON.parse(readText("truth.json"));

/** Items of the invoice and bill files: party and reference to gross, all rows together. */
export function itemTotals(kind: "invoices" | "bills"): Map<string, number> {
  const [key, party] =
    kind === "invoices" ? ["Numéro", "Code client"] : ["Référence", "Code fournisseur"];
  const totals = new Map<string, number>();
  for (const year of ["2025", "2026"]) {
    for (const row of readRecords(`${kind}-${year}.csv`)) {
      const id = `${row[party ?? ""]} ${row[key ?? ""]}`;
      totals.set(id, (totals.get(id) ?? 0) + cents(row.TTC));
    }
  }
  return totals;
}

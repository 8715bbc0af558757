import type { RefusedRow } from "./refused-row.ts";

/** How VAT applies: charged, due by the buyer, or not due, for the reason told. */
export type VatTreatment = "domestic" | "reverse-charge" | "intra-community" | "export" | "exempt";

/** The part of a document at one VAT rate. Credit notes carry negative amounts. */
export interface VatLine {
  /** Of a reverse charge, the rate that the buyer applies. */
  rateBps: number;
  netMinor: number;
  vatMinor: number;
}

/** An invoice or a bill as a file gives it, its rows put together. */
export interface VatDocument {
  /** Line of the file where its first row stands. */
  line: number;
  number: string;
  kind: "invoice" | "credit-note";
  partyCode?: string;
  partyName: string;
  siren?: string;
  vatNumber?: string;
  iban?: string;
  account?: string;
  issuedOn: string;
  dueOn?: string;
  label: string;
  vatTreatment: VatTreatment;
  vatLines: VatLine[];
  netMinor: number;
  vatMinor: number;
  grossMinor: number;
  currency: string;
}

/** What a file of documents gives. */
export interface VatDocuments {
  documents: VatDocument[];
  /** Rows not imported. A document with a refused row is refused whole: never a part of it. */
  refused: RefusedRow[];
  /** Remarks on rows that are imported, such as a wrong SIREN left out. */
  warnings: RefusedRow[];
  /** Field → header, as found or chosen: to show, and to remember for the next file. */
  mapping: Record<string, string>;
}

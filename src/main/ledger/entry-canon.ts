import { hash } from "node:crypto";

/** A posted entry as the chain sees it; `docs/chain.md` specifies the text. */
export interface CanonicalEntry {
  yearStartsOn: string;
  number: number;
  journal: string;
  datedOn: string;
  pieceRef: string;
  pieceOn: string;
  label: string;
  postedOn: string;
  postedAtMs: number;
  /** `year start/number` of the entry that this one reverses. */
  reverses: string | null;
  lines: CanonicalLine[];
}

export interface CanonicalLine {
  account: string;
  partyCode: string | null;
  label: string;
  debitMinor: number;
  creditMinor: number;
  dueOn: string | null;
  currency: string | null;
  currencyMinor: number | null;
}

/** What stands before the first entry of a fiscal year's chain. */
export function chainSeed(siren: string, yearStartsOn: string): string {
  return hash("sha256", JSON.stringify(["ecritoire-ledger-1", siren, yearStartsOn]), "hex");
}

/** The chained hash of an entry: SHA-256 over the previous hash and the canonical text. */
export function entryHash(previousHex: string, entry: CanonicalEntry): Buffer {
  return Buffer.from(chained(previousHex, canonicalText(entry)), "hex");
}

/** A canonical text's hash after the previous one, in hexadecimal. */
export function chained(previousHex: string, text: string): string {
  return hash("sha256", `${previousHex}\n${text}`, "hex");
}

/** The canonical text: one JSON array without white space, in the order of `docs/chain.md`. */
export function canonicalText(e: CanonicalEntry): string {
  return JSON.stringify([
    "ecritoire-entry-1",
    e.yearStartsOn,
    e.number,
    e.journal,
    e.datedOn,
    e.pieceRef,
    e.pieceOn,
    e.label,
    e.postedOn,
    e.postedAtMs,
    e.reverses,
    e.lines.map((l) => [
      l.account,
      l.partyCode,
      l.label,
      l.debitMinor,
      l.creditMinor,
      l.dueOn,
      l.currency,
      l.currencyMinor,
    ]),
  ]);
}

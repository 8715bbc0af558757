/** A column of an entries file as taking over knows it, whatever its header says. */
export type LooseColumn =
  | "journal"
  | "journalLabel"
  | "number"
  | "date"
  | "account"
  | "accountLabel"
  | "party"
  | "partyLabel"
  | "pieceRef"
  | "pieceDate"
  | "label"
  | "debit"
  | "credit"
  | "amount"
  | "sens"
  | "letter"
  | "letterDate"
  | "validDate"
  | "currencyAmount"
  | "currency"
  | "dueDate";

/** Headers met in real files, in lower case without accents or signs; the law's own come first. */
const SPELLINGS: Readonly<Record<LooseColumn, readonly string[]>> = {
  journal: ["journalcode", "codejournal", "journal", "codejrn"],
  journalLabel: ["journallib", "journallibelle", "libellejournal"],
  number: ["ecriturenum", "ecrturenum", "numecriture", "numeroecriture", "nummouvement"],
  date: ["ecrituredate", "ecrturedate", "dateecriture", "datecomptable", "date"],
  account: ["comptenum", "numcompte", "numerocompte", "compte", "comptegeneral"],
  accountLabel: ["comptelib", "libellecompte", "intitulecompte"],
  party: ["compauxnum", "compteauxnum", "comptauxnum", "compteaux", "auxiliaire"],
  partyLabel: ["compauxlib", "compteauxlib", "comptauxlib", "libelleauxiliaire"],
  pieceRef: ["pieceref", "piece", "refpiece", "referencepiece", "numpiece"],
  pieceDate: ["piecedate", "datepiece"],
  label: ["ecriturelib", "ecrturelib", "libelle", "libelleecriture"],
  debit: ["debit", "montantdebit"],
  credit: ["credit", "montantcredit"],
  amount: ["montant"],
  sens: ["sens", "senscomptable"],
  letter: ["ecriturelet", "ecrturelet", "lettrage", "lettre", "codelettrage"],
  letterDate: ["datelet", "datelettrage"],
  validDate: ["validdate", "datevalidation", "datevalid"],
  currencyAmount: ["montantdevise", "montantdev"],
  currency: ["idevise", "iddevise", "devise", "codedevise"],
  dueDate: ["datelimitreglmt", "dateecheance", "echeance"],
};

const COLUMN_OF = new Map(
  Object.entries(SPELLINGS).flatMap(([column, names]) =>
    names.map((name) => [name, column as LooseColumn] as const),
  ),
);
const SEPARATORS = ["\t", "|", ";", ","] as const;
export type LooseSeparator = (typeof SEPARATORS)[number];

/** How to cut the lines and where each known column stands. */
export interface LooseHeader {
  separator: LooseSeparator;
  width: number;
  places: ReadonlyMap<LooseColumn, number>;
  /** Known columns without which nothing can be read, and that are not there. */
  missing: readonly string[];
}

/** Reads a header with the separator that gives the most known columns. */
export function readLooseHeader(line: string): LooseHeader {
  const read = SEPARATORS.map((separator) => headerCutBy(line, separator));
  return read.reduce((best, one) => (one.places.size > best.places.size ? one : best));
}

function headerCutBy(line: string, separator: LooseSeparator): LooseHeader {
  const names = line.split(separator).map(bare);
  const places = new Map<LooseColumn, number>();
  for (const [at, name] of names.entries()) {
    const column = COLUMN_OF.get(name);
    if (column !== undefined && !places.has(column)) places.set(column, at);
  }
  const has = (column: LooseColumn) => places.has(column);
  const sides = (has("debit") && has("credit")) || (has("amount") && has("sens"));
  const missing = [
    ...(has("account") ? [] : ["CompteNum"]),
    ...(has("date") || has("pieceDate") ? [] : ["EcritureDate"]),
    ...(sides ? [] : ["Debit, Credit"]),
  ];
  return { separator, width: names.length, places, missing };
}

function bare(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}

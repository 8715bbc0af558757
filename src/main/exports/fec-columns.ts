/**
 * Columns of the accounting entries file (fichier des écritures comptables), in the order and with
 * the spelling of article A47 A-1 of the livre des procédures fiscales, VII 1°.
 */
export const fecColumns = [
  "JournalCode",
  "JournalLib",
  "EcritureNum",
  "EcritureDate",
  "CompteNum",
  "CompteLib",
  "CompAuxNum",
  "CompAuxLib",
  "PieceRef",
  "PieceDate",
  "EcritureLib",
  "Debit",
  "Credit",
  "EcritureLet",
  "DateLet",
  "ValidDate",
  "Montantdevise",
  "Idevise",
] as const;

/**
 * Which income the company declares, hence which columns the file owes: commercial (BIC, also
 * companies under IS), commercial accounts of a farm or a profession (COM), cash-basis farm (BAT),
 * cash-basis profession (BNCT).
 */
export type FecKind = "BIC" | "COM" | "BAT" | "BNCT";

const cashColumns = ["DateRglt", "ModeRglt", "NatOp"] as const;

/** The columns that a kind of file must have: 18, 21 (BAT) or 22 (BNCT). */
export function columnsOfKind(kind: FecKind): readonly string[] {
  if (kind === "BAT") return [...fecColumns, ...cashColumns];
  if (kind === "BNCT") return [...fecColumns, ...cashColumns, "IdClient"];
  return fecColumns;
}

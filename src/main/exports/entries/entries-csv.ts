import type { ExportProfile } from "#contract/entry-export.ts";
import { fieldText } from "./entry-field.ts";
import type { EntryRow } from "./entry-row.ts";

const LINE_END = "\r\n";

/** Every field of the ledger, for a person's own use. */
export const wholeProfile: ExportProfile = {
  name: "Écritures",
  separator: ";",
  decimal: ",",
  dateFormat: "DD/MM/YYYY",
  charset: "utf-8-bom",
  hasHeader: true,
  columns: [
    { title: "Journal", field: "journalCode" },
    { title: "Numéro", field: "number" },
    { title: "Date", field: "dateOn" },
    { title: "Compte", field: "account" },
    { title: "Libellé du compte", field: "accountLabel" },
    { title: "Tiers", field: "partyCode" },
    { title: "Nom du tiers", field: "partyLabel" },
    { title: "Pièce", field: "pieceRef" },
    { title: "Date de pièce", field: "pieceOn" },
    { title: "Libellé", field: "label" },
    { title: "Débit", field: "debitMinor" },
    { title: "Crédit", field: "creditMinor" },
    { title: "Échéance", field: "dueOn" },
    { title: "Lettrage", field: "letter" },
    { title: "Date de lettrage", field: "letteredOn" },
    { title: "Date de validation", field: "validatedOn" },
    { title: "Devise", field: "currency" },
    { title: "Montant en devise", field: "currencyAmountMinor" },
  ],
};

/** Lines of entries as a CSV by a profile's columns; text that holds the separator is quoted. */
export function* entriesCsv(
  profile: ExportProfile,
  rows: Iterable<EntryRow>,
): Generator<string, void, void> {
  const { separator, columns } = profile;
  const line = (cells: readonly string[]) =>
    cells.map((cell) => quoted(cell, separator)).join(separator) + LINE_END;
  if (profile.hasHeader) yield line(columns.map((c) => c.title));
  for (const row of rows) yield line(columns.map((c) => fieldText(row, c.field, profile)));
}

function quoted(text: string, separator: string): string {
  const needs = text.includes(separator) || /["\r\n]/.test(text);
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}

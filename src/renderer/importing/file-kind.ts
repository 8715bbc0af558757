/** What a file may hold. */
export const fileKinds = [
  "invoices",
  "bills",
  "quotes",
  "schedule",
  "statement",
  "rules",
  "document",
] as const;
/** What a dropped file is taken for, until a person says otherwise. */
export type FileKind = (typeof fileKinds)[number];

const SUPPLIER = /fournisseur|supplier|vendor/;
const QUOTES = /\bdevis\b|quote|probabilit/;
const SCHEDULE = /re?currence|recurring|echeancier|cat.?gorie;r/;
const CUSTOMER = /client|customer|taux tva|vat rate/;
const HEAD_BYTES = 4096;
const HEAD_LINES = 30;

/** Guesses what a file holds from its extension and its first lines. */
export async function guessKind(file: File): Promise<FileKind> {
  const extension = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  if (["pdf", "png", "jpg", "jpeg"].includes(extension)) return "document";
  if (["yaml", "yml"].includes(extension)) return "rules";
  if (["xml", "ofx", "qfx", "qif", "sta", "940", "zip"].includes(extension)) return "statement";
  const text = await file.slice(0, HEAD_BYTES).text();
  // The header is the line with the most columns; labels below it may name anyone.
  const mark = /[;\t]/.test(text) ? /[;\t]/ : /,/;
  const columns = (line: string) => line.split(mark).length;
  const lines = text.split(/\r?\n/).slice(0, HEAD_LINES);
  const head = lines
    .reduce((best, line) => (columns(line) > columns(best) ? line : best), "")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f\ufffd]/g, "")
    .toLowerCase();
  if (SUPPLIER.test(head)) return "bills";
  if (QUOTES.test(head)) return "quotes";
  if (SCHEDULE.test(head)) return "schedule";
  return CUSTOMER.test(head) && /ttc|gross|tva|vat/.test(head) ? "invoices" : "statement";
}

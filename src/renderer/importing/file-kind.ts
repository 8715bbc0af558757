/** What a dropped file is taken for, until a person says otherwise. */
export type FileKind = "invoices" | "bills" | "schedule" | "statement" | "rules" | "document";

export const fileKinds: readonly FileKind[] = [
  "invoices",
  "bills",
  "schedule",
  "statement",
  "rules",
  "document",
];

const SUPPLIER = /fournisseur|supplier|vendor/;
const SCHEDULE = /recurrence|recurring|categorie;|every/;
const CUSTOMER = /client|customer|taux tva|vat rate/;
const HEAD_BYTES = 4096;

/** Guesses what a file holds from its extension and its first lines. */
export async function guessKind(file: File): Promise<FileKind> {
  const extension = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  if (["pdf", "png", "jpg", "jpeg"].includes(extension)) return "document";
  if (["yaml", "yml"].includes(extension)) return "rules";
  if (["xml", "ofx", "qfx"].includes(extension)) return "statement";
  const head = (await file.slice(0, HEAD_BYTES).text())
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f\ufffd]/g, "")
    .toLowerCase();
  if (SUPPLIER.test(head)) return "bills";
  if (SCHEDULE.test(head)) return "schedule";
  return CUSTOMER.test(head) && /ttc|gross|tva|vat/.test(head) ? "invoices" : "statement";
}

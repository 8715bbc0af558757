import type { Field, ReadingContext, ReadingReason } from "./bill-reading.ts";
import type { Token } from "./find-amounts.ts";
import type { Identifiers } from "./find-identifiers.ts";
import type { TextRow } from "./text-row.ts";

/** The supplier's identifiers; each is absent when the document does not print it. */
export interface SupplierIds {
  readonly supplierSiren?: Field<string>;
  readonly supplierVat?: Field<string>;
  readonly iban?: Field<string>;
}

const BUYER_WORDS = /client|customer|acheteur|buyer|destinataire|votre|your|kaufer|kunden/;

/** Chooses the supplier's SIREN, VAT number and IBAN among those whose check digits are right. */
export function findSupplierIds(
  rows: readonly TextRow[],
  { sirens, vats, ibans }: Identifiers,
  context: ReadingContext,
): SupplierIds {
  const own = context.ownSiren ?? context.ownVat?.slice(4);
  const foreignVats = vats.filter((t) => !own || !t.value.endsWith(own));
  const foreignSirens = sirens.filter((t) => t.value !== own);
  const vat = choose(foreignVats, rows);
  const siren = choose(foreignSirens, rows, vat && sirenOf(vat.value));
  const agrees = vat !== undefined && siren !== undefined && siren.value === sirenOf(vat.value);
  const alone = siren ?? (vat && sirenOf(vat.value) ? vat : undefined);
  return {
    ...(alone
      ? {
          supplierSiren: idField(alone, {
            value: sirenOf(alone.value),
            agrees,
            by: "agrees-with-vat-number",
          }),
        }
      : {}),
    ...(vat
      ? { supplierVat: idField(vat, { value: vat.value, agrees, by: "agrees-with-siren" }) }
      : {}),
    ...ibanField(ibans, rows),
  };
}

function sirenOf(value: string): string | undefined {
  if (/^\d{9}$/.test(value)) return value;
  return /^FR..\d{9}$/.test(value) ? value.slice(4) : undefined;
}

/** Prefers what stands apart from words about the buyer, then the top and the foot of the page. */
function choose(
  tokens: readonly Token<string>[],
  rows: readonly TextRow[],
  preferred?: string,
): Token<string> | undefined {
  const score = (t: Token<string>) => {
    const before = rows[t.row.index]?.folded.slice(Math.max(0, t.start - 40), t.start) ?? "";
    const buyer = BUYER_WORDS.test(before.slice(before.lastIndexOf("¦") + 1)) ? -3 : 0;
    const edge = t.row.y > 0.85 ? 1 : t.row.y < 0.15 ? 0.6 : t.box.x < 0.45 ? 0.3 : 0;
    return buyer + edge + (t.value === preferred ? 2 : 0);
  };
  return [...tokens].sort((a, b) => score(b) - score(a))[0];
}

function idField(
  token: Token<string>,
  found: { value: string | undefined; agrees: boolean; by: ReadingReason },
): Field<string> {
  const reasons: ReadingReason[] = ["checksum", ...(found.agrees ? [found.by] : [])];
  return { value: found.value, confidence: found.agrees ? 0.98 : 0.92, box: token.box, reasons };
}

const DEBIT = /prelev|direct debit|mandat|sepa debit|votre compte|your account|lastschrift/;

/** On a direct debit the printed account is the buyer's, so it is only offered with doubt. */
function ibanField(ibans: readonly Token<string>[], rows: readonly TextRow[]): SupplierIds {
  const [token] = ibans;
  if (!token) return {};
  const near = rows.slice(Math.max(0, token.row.index - 3), token.row.index + 2);
  const isDebit = near.some((r) => r.page === token.row.page && DEBIT.test(r.folded));
  const confidence = isDebit ? 0.4 : ibans.every((t) => t.value === token.value) ? 0.96 : 0.8;
  const reasons: ReadingReason[] = ["checksum", ...(isDebit ? (["direct-debit"] as const) : [])];
  return { iban: { value: token.value, confidence, box: token.box, reasons } };
}

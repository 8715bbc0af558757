import { type Field, missing, type ReadingReason } from "./bill-reading.ts";
import type { Token } from "./find-amounts.ts";
import type { DateToken } from "./find-dates.ts";
import { type Label, type LabelHit, labelHits, placeOf } from "./label-hit.ts";
import { boxBetween, confidenceBetween, type TextRow } from "./text-row.ts";

type NumberKind = "number" | "other";

function label(kind: NumberKind, weight: number, words: string): Label<NumberKind> {
  return { kind, weight, words: new RegExp(`(?<![\\p{L}\\d])(?:${words})`, "gu") };
}

/** "n°" and what OCR makes of it. */
const NO = "(?:n ?[°ºo*®\"'”’]+|num(?:ero)?\\b\\.?|no\\b\\.?|nr\\b\\.?|#|number|num\\b)";
const BILL = "(?:facture|avoir|note de credit|quittance|invoice|credit note|rechnung|factuur)s?";
const NOT_BILL =
  "(?:client|customer|compte|account|commande|order|dossier|contrat|contract|bon|livraison|tva|" +
  "vat|siren|siret|rcs|tel|telephone|fax|abonne|ligne|marche|projet|devis|quote|dossier|po\\b)";

/** Labels of a bill's number; those of other numbers come first so as to claim their words. */
const NUMBER_LABELS: readonly Label<NumberKind>[] = [
  label(
    "other",
    1,
    `(?:${NO}|ref(?:erence)?s?\\.?|id(?:entifiant)?\\.?) ?(?:de |du |d'|of )?${NOT_BILL}[a-z]*`,
  ),
  label("other", 1, `${NOT_BILL}[a-z]* ?(?:${NO}|id\\b|ref(?:erence)?\\b)`),
  label("other", 1, `${BILL} (?:liee|associee|d'origine|initiale|precedente)|original ${BILL}`),
  label("other", 1, "(?:votre|vos|your|notre|nos|our) (?:ref(?:erence)?s?|commande|order)\\.?"),
  label("number", 1, `(?:${NO}|ref(?:erence)?\\.?|id) ?(?:de |d'|du |la |of )*(?:la )?${BILL}`),
  label("number", 1, `${BILL} ?(?:[a-z']{2,12} ){0,2}(?:${NO}|ref(?:erence)?\\b\\.?|id\\b)`),
  label(
    "number",
    1,
    "rechnungs?-?(?:nr|nummer)\\.?|factuurnummer|(?:document|piece|bill) (?:no|number|n°)",
  ),
  label("number", 0.8, BILL),
  label(
    "number",
    0.6,
    "(?:document|piece|handelsrechnung \\(380\\)) nr\\.?|receipt (?:no|number)\\.?",
  ),
  label("number", 0.5, NO),
  label("number", 0.4, "ref(?:erence)?\\b\\.?|booking id"),
];

const VALUE = /^[\s:.°º#¦-]*((?:[A-Z]{1,5} )?[A-Za-z0-9][A-Za-z0-9_./-]*)/;
const STOP_WORDS = /^(?:DU|LE|DE|NO|N|DATE|OF|FROM|PAGE|LA|AU|ET) /;

/** The bill's number: what follows, or stands below, the words that announce it. */
export function findBillNumber(
  rows: readonly TextRow[],
  dates: readonly DateToken[],
  fileName: string | undefined,
): Field<string> {
  const candidates: { token: Token<string>; score: number; side: ReadingReason }[] = [];
  for (const row of rows) {
    for (const hit of labelHits(row, NUMBER_LABELS)) {
      if (hit.kind === "other") continue;
      const found = valueRight(hit, dates) ?? valueBelow(hit, rows, dates);
      if (found) candidates.push({ ...found, score: scoreOf(found.token, hit) * found.share });
    }
  }
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  if (!best || best.score < 0.25) return missing();
  return fieldOf(best, rows, fileName);
}

interface Found {
  readonly token: Token<string>;
  readonly share: number;
  readonly side: ReadingReason;
}

function valueRight(hit: LabelHit<NumberKind>, dates: readonly DateToken[]): Found | undefined {
  const token = valueAt(hit.row, hit.end, dates);
  return token && { token, share: 1, side: "right-of-label" };
}

/** The first plausible number in the column under the label, at most three lines lower. */
function valueBelow(
  hit: LabelHit<NumberKind>,
  rows: readonly TextRow[],
  dates: readonly DateToken[],
): Found | undefined {
  for (const row of rows.slice(hit.row.index + 1, hit.row.index + 5)) {
    for (const start of cellStarts(row)) {
      const token = valueAt(row, start, dates);
      const place = token && placeOf(hit, token, 4);
      if (token && place) return { token, share: 0.9 * place.share, side: "below-label" };
    }
  }
  return undefined;
}

function cellStarts(row: TextRow): number[] {
  return [0, ...[...row.text.matchAll(/ ¦ /g)].map((m) => m.index + 3)];
}

function valueAt(
  row: TextRow,
  from: number,
  dates: readonly DateToken[],
): Token<string> | undefined {
  const match = VALUE.exec(row.text.slice(from));
  if (!match) return undefined;
  const raw = (match[1] ?? "").replace(STOP_WORDS, "");
  const value = withoutDate(raw).replace(/[./_-]+$/, "");
  const start = from + match[0].length - raw.length;
  const end = start + value.length;
  if (!isNumberLike(value)) return undefined;
  if (dates.some((d) => d.row.index === row.index && d.start <= start && end <= d.end)) {
    return undefined;
  }
  const after = row.folded.slice(end, end + 4);
  if (/^ ?(?:[€$£%]|eur)/.test(after) || /^,\d/.test(after)) return undefined;
  const sharpness = confidenceBetween(row, start, end);
  return { value, row, start, end, box: boxBetween(row, start, end), sharpness };
}

/** "80101911/26.06.2025": the date is glued to the number and is not part of it. */
function withoutDate(text: string): string {
  return text.replace(/[/_-](?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$/, "");
}

function isNumberLike(value: string): boolean {
  if (!/\d/.test(value) || value.length > 30) return false;
  return !/^\d+[.,]\d{2}$/.test(value) && !/^\d+\/\d+$/.test(value.padStart(9, "x"));
}

function scoreOf(token: Token<string>, hit: LabelHit<NumberKind>): number {
  let score = hit.weight;
  if (token.value.length < 3) score *= 0.5;
  // A bare year or a lone small number after a vague label is hardly ever the number.
  if (hit.weight < 1 && /^(?:19|20)\d\d$/.test(token.value)) score *= 0.3;
  if (token.row.page > 1) score *= 0.9;
  if (hit.weight <= 0.5 && token.row.y > 0.5) score *= 0.5;
  return score;
}

function fieldOf(
  best: { token: Token<string>; score: number; side: ReadingReason },
  rows: readonly TextRow[],
  fileName: string | undefined,
): Field<string> {
  const { value, box, row, sharpness } = best.token;
  const reasons: ReadingReason[] = ["labelled", best.side];
  let confidence = 0.3 + 0.57 * Math.min(1, best.score);
  const isElsewhere = (other: TextRow) => other.index !== row.index && holds(other.text, value);
  if (value.length >= 4 && rows.some(isElsewhere)) {
    reasons.push("repeated");
    confidence = Math.max(confidence, 0.95);
  } else if (value.length >= 4 && fileName && holds(fileName, value)) {
    reasons.push("in-file-name");
    confidence = Math.max(confidence, 0.95);
  } else confidence *= sharpness;
  return { value, confidence, box, reasons };
}

/** True when the text holds the value as a whole token, not inside a longer number. */
function holds(text: string, value: string): boolean {
  const at = text.indexOf(value);
  if (at < 0) return false;
  const around = `${text[at - 1] ?? " "}${text[at + value.length] ?? " "}`;
  return !/[A-Za-z0-9]/.test(around);
}

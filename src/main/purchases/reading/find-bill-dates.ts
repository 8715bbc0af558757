import { addDays, daysBetween, endOfMonth } from "#contract/date.ts";
import { type Field, missing, type ReadingReason } from "./bill-reading.ts";
import type { DateToken } from "./find-dates.ts";
import { type Label, type LabelHit, labelHits, placeOf } from "./label-hit.ts";
import type { TextRow } from "./text-row.ts";

type DateKind = "issued" | "due" | "other";

function label(kind: DateKind, weight: number, words: string): Label<DateKind> {
  return { kind, weight, words: new RegExp(`(?<![\\p{L}\\d])(?:${words})(?!\\p{L})`, "gu") };
}

const DATE_LABELS: readonly Label<DateKind>[] = [
  label("due", 1, "(?:date )?(?:d'|limite de |de |limite d')?(?:echeance|ech\\.)(?: (?:le|au))?"),
  label("due", 1, "date limite(?: de (?:paiement|reglement))?(?: le)?|echeance de paiement"),
  label(
    "due",
    1,
    "(?:a )?(?:payer|regler|payable|reglement|paiement)(?: ttc)? " +
      "(?:avant|pour|jusqu'au|au plus tard)(?: le)?",
  ),
  label(
    "due",
    1,
    "(?:payment )?due (?:date|on|by)|pay(?:able|ment)? by|please remit until|faellig(?:keit)?",
  ),
  label(
    "due",
    1,
    "zahlbar (?:innerhalb [a-z0-9 ]+ )?bis|prelev(?:e|ement)[a-z ]{0,15}(?:le|du)|due",
  ),
  label(
    "other",
    1,
    "dates? (?:de |du |d'|des )?" +
      "(?:livraison|prestation|commande|debut|fin|bon|valeur|achat|naissance)[a-z ]*",
  ),
  label(
    "other",
    1,
    "(?:delivery|order|shipping|service|start|end|print|purchase) date|date of (?:delivery|supply)",
  ),
  label(
    "other",
    1,
    "periode[a-z ]*|billing period[a-z ]*|leistungs?(?:datum|zeitraum)|liefer[a-z]*",
  ),
  label(
    "other",
    1,
    "commande[a-z° ]* du|order(?:ed)? (?:on|of)|bestellung[a-z. ]*|orderdatum|devis[a-z° ]* du",
  ),
  label("other", 1, "date (?:de )?facture associee|loi du|decret du|depuis le|jusqu'au"),
  label(
    "issued",
    1,
    "date (?:de |d')?(?:la )?(?:facture|facturation|emission|etablissement|avoir|l'avoir)",
  ),
  label(
    "issued",
    1,
    "(?:invoice|issue|bill|billing|credit note|tax) date|" +
      "date (?:of )?(?:issue|invoice)|issued (?:at|on)",
  ),
  label(
    "issued",
    1,
    "rechnungsdatum|factuurdatum|" +
      "(?:facture|avoir|emise?|etablie?|editee?)(?: [a-z°]+)? (?:le|du|en date du)",
  ),
  label("issued", 0.85, "dated?"),
  label("issued", 0.8, "(?:facture|avoir|invoice|credit note|rechnung)"),
  label("issued", 0.6, "du|vom"),
  label("issued", 0.55, "le|the"),
];

interface Candidate {
  readonly token: DateToken;
  readonly score: number;
  readonly side: ReadingReason | undefined;
}

/** The date of issue and the due date. */
export function findBillDates(
  rows: readonly TextRow[],
  dates: readonly DateToken[],
): { issuedOn: Field<string>; dueOn?: Field<string> } {
  const hits = rows.flatMap((row) => labelHits(row, DATE_LABELS));
  const issued = best(dates, hits, "issued") ?? firstDate(dates, hits);
  const due = best(dates, hits, "due");
  const terms = termsOf(rows);
  if (!issued) return { issuedOn: missing(), ...(due ? { dueOn: fieldOf(due) } : {}) };
  const dueOn = due ?? undefined;
  const agreement = dueOn ? agreementOf(issued.token.value, dueOn.token.value, terms) : undefined;
  const issuedOn = confirm(fieldOf(issued), issued, agreement ?? repeats(dates, issued));
  if (dueOn) return { issuedOn, dueOn: confirm(fieldOf(dueOn), dueOn, agreement) };
  const computed = terms && dueFromTerms(issued.token.value, terms);
  if (!computed) return { issuedOn };
  return { issuedOn, dueOn: { value: computed, confidence: 0.7, reasons: ["from-terms"] } };
}

function best(
  dates: readonly DateToken[],
  hits: readonly LabelHit<DateKind>[],
  kind: DateKind,
): Candidate | undefined {
  const ranked = dates.map((token) => candidateOf(token, hits, kind));
  const good = ranked.filter((c) => c.score >= 0.4 && c.token.row.page <= 3);
  return good.sort((a, b) => b.score - a.score)[0];
}

/** Scores a date for a kind; another kind's better label beside it takes it away. */
function candidateOf(
  token: DateToken,
  hits: readonly LabelHit<DateKind>[],
  kind: DateKind,
): Candidate {
  const places = hits.flatMap((hit) => {
    const place = placeOf(hit, token, 3.5);
    if (!place) return [];
    const cut = hits.some(
      (h) => h.row.index === token.row.index && h.start >= hit.end && h.end <= token.start,
    );
    const share = place.side === "right-of-label" && cut ? place.share * 0.3 : place.share;
    const direct = place.side === "right-of-label" ? 1 : 0.9;
    return [{ kind: hit.kind, score: hit.weight * share * direct, side: place.side }];
  });
  const mine = places.filter((p) => p.kind === kind).sort((a, b) => b.score - a.score)[0];
  const rival = Math.max(0, ...places.filter((p) => p.kind !== kind).map((p) => p.score));
  if (!mine || rival > mine.score) return { token, score: 0, side: undefined };
  const early = token.row.page === 1 ? 0.05 * (1 - token.row.y) : -0.1;
  return { token, score: mine.score + early, side: mine.side };
}

/** Without any label: the first date of the upper half that no other label claims. */
function firstDate(
  dates: readonly DateToken[],
  hits: readonly LabelHit<DateKind>[],
): Candidate | undefined {
  const free = dates.find((token) => {
    if (token.row.page > 1 || token.row.y > 0.5) return false;
    const due = candidateOf(token, hits, "due").score;
    return Math.max(due, candidateOf(token, hits, "other").score) < 0.4;
  });
  return free && { token: free, score: 0.3, side: undefined };
}

function fieldOf({ token, score, side }: Candidate): Field<string> {
  const reasons: ReadingReason[] = side ? ["labelled", side] : ["unlabelled"];
  if (token.unsure) reasons.push("day-month-unsure");
  const confidence = (0.35 + 0.53 * Math.min(1, score)) * token.sharpness;
  return { value: token.value, confidence, box: token.box, reasons };
}

function confirm(
  field: Field<string>,
  { score }: Candidate,
  reason: ReadingReason | undefined,
): Field<string> {
  if (!reason || score < 0.5) return field;
  const confidence = Math.max(field.confidence, 0.94);
  return { ...field, confidence, reasons: [...field.reasons, reason] };
}

/** A due date confirms the date of issue when the printed terms, or usual ones, lie between. */
function agreementOf(
  issuedOn: string,
  dueOn: string,
  terms: Terms | undefined,
): ReadingReason | undefined {
  if (terms && dueFromTerms(issuedOn, terms) === dueOn) return "agrees-with-terms";
  const days = daysBetween(issuedOn, dueOn);
  return days > 0 && days <= 95 ? "agrees-with-due-date" : undefined;
}

function repeats(dates: readonly DateToken[], { token }: Candidate): ReadingReason | undefined {
  const again = dates.some((d) => d.row.index !== token.row.index && d.value === token.value);
  return again ? "repeated" : undefined;
}

interface Terms {
  readonly days: number;
  readonly endOfMonth: boolean;
}

const TERMS =
  /(?<!\d)(\d{1,3}) ?(?:jours|j\b|days?\b|tagen?\b)( ?(?:fin de mois|fdm|eom|end of month))?/;
const PAYMENT =
  /paiement|reglement|payable|payment|terms|echeance|a (?:payer|regler)|virement|zahlbar/;
const PENALTY = /retard|penalit|late|interet|escompte|discount|skonto/;
const AT_ONCE =
  /(?:paiement|reglement|payable) (?:a reception|comptant|immediat)|due (?:up)?on receipt/;

/** The payment terms printed on the page, such as "30 jours fin de mois". */
function termsOf(rows: readonly TextRow[]): Terms | undefined {
  for (const { folded } of rows) {
    if (AT_ONCE.test(folded)) return { days: 0, endOfMonth: false };
    const match = TERMS.exec(folded);
    if (!match || !PAYMENT.test(folded) || PENALTY.test(folded.slice(0, match.index))) continue;
    return { days: Number(match[1]), endOfMonth: match[2] !== undefined };
  }
  return undefined;
}

function dueFromTerms(issuedOn: string, { days, endOfMonth: toEnd }: Terms): string | undefined {
  if (days > 120) return undefined;
  const due = addDays(issuedOn, days);
  return toEnd ? endOfMonth(due) : due;
}

import { isDate } from "#contract/date.ts";
import { foldText, type Run, readRuns } from "./label-words.ts";
import type { OpenItem } from "./model.ts";
import {
  glue,
  gluedKey,
  MAX_RUNS,
  type ReferenceKeys,
  referenceKeys,
  strippedKey,
} from "./reference-keys.ts";
import { structuredContents } from "./structured-reference.ts";

/** How a reference was met: whole, digits alone, or inside a checked structured reference. */
export type ReferenceForm = "full" | "digits" | "structured";

/** One reference met in a line; several items when parties number alike. */
export interface ReferenceHit {
  readonly items: readonly number[];
  readonly form: ReferenceForm;
  /** Met without its leading zeros, or at the very end of the label: may be a cut longer number. */
  readonly mayBeCut: boolean;
}

export interface ReferenceIndex {
  readonly keys: readonly (ReferenceKeys | undefined)[];
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  readonly byPayment: ReadonlyMap<string, readonly number[]>;
  readonly firstRuns: ReadonlySet<string>;
  readonly maxRuns: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly hit: ReferenceHit;
}

/** Letters that may be glued before a number without belonging to it. */
const NUMBER_PREFIX = new Set([
  "F",
  "FA",
  "FAC",
  "FACT",
  "FACTURE",
  "N",
  "NO",
  "NUM",
  "INV",
  "REF",
]);

/** Indexes every item's reference under its spellings. */
export function indexReferences(items: readonly OpenItem[]): ReferenceIndex {
  const byKey = new Map<string, number[]>();
  const byPayment = new Map<string, number[]>();
  const firstRuns = new Set<string>();
  let maxRuns = 1;
  const keys = items.map((item, i) => {
    for (const text of item.paymentReferences ?? []) add(byPayment, compact(text), i);
    const found = referenceKeys(item.reference);
    if (found === undefined) return undefined;
    for (const key of new Set([...found.full, ...found.digits])) add(byKey, key, i);
    firstRuns.add(found.firstRun);
    maxRuns = Math.max(maxRuns, found.full[1]?.split("|").length ?? 0, 3);
    return found;
  });
  return { keys, byKey, byPayment, firstRuns, maxRuns: Math.min(maxRuns, MAX_RUNS) };
}

/** References of open items met in one text of a line, longest spelling first kept. */
export function findReferences(index: ReferenceIndex, folded: string, runs: readonly Run[]) {
  const spans: Span[] = [];
  for (let from = 0; from < runs.length; from++) spansFrom(index, runs, from, spans);
  const hits = structuredHits(index, folded);
  spans.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: Span[] = [];
  for (const span of spans) {
    if (!kept.some((k) => span.from < k.to && k.from < span.to)) kept.push(span);
  }
  kept.sort((a, b) => a.from - b.from);
  return [...hits, ...kept.map((k) => k.hit)];
}

function spansFrom(index: ReferenceIndex, runs: readonly Run[], from: number, out: Span[]): void {
  const first = runs[from];
  if (first === undefined || (!first.digits && !index.firstRuns.has(first.text))) return;
  let lettered = false;
  for (let to = from + 1; to <= Math.min(runs.length, from + index.maxRuns); to++) {
    const window = runs.slice(from, to);
    const last = window.at(-1);
    if (last === undefined) return;
    lettered ||= !last.digits;
    if (!lettered && !standsFree(runs, from)) return;
    if (!lettered && to === from + 1 && isBareDate(runs, from)) continue;
    const hit = lookUp(index, window, { lettered, atEnd: to === runs.length });
    if (hit !== undefined) out.push({ from, to, hit });
  }
}

/** A bare number glued after foreign letters (a mandate, a card) is not an invoice number. */
function standsFree(runs: readonly Run[], from: number): boolean {
  const before = runs[from - 1];
  if (before === undefined || before.word !== runs[from]?.word) return true;
  return NUMBER_PREFIX.has(before.text);
}

/** A day of the calendar, unless a word announces an invoice's number. */
function isBareDate(runs: readonly Run[], at: number): boolean {
  const before = runs[at - 1]?.text ?? "";
  return isDateLike(runs[at]?.text ?? "") && !NUMBER_PREFIX.has(before);
}

function lookUp(
  index: ReferenceIndex,
  window: readonly Run[],
  how: { lettered: boolean; atEnd: boolean },
): ReferenceHit | undefined {
  const length = window.reduce((sum, r) => sum + r.text.length, 0);
  if (length < 4) return undefined;
  const exact = index.byKey.get(gluedKey(window));
  if (exact !== undefined) {
    const isWhole = how.lettered || isWholeNumber(index, exact, window);
    return { items: exact, form: isWhole ? "full" : "digits", mayBeCut: false };
  }
  const loose = index.byKey.get(strippedKey(window));
  if (loose === undefined) return undefined;
  const items = loose.filter((i) => zerosAgree(window, index.keys[i]));
  const form = how.lettered ? "full" : "digits";
  return items.length > 0 ? { items, form, mayBeCut: how.atEnd } : undefined;
}

/** Digits are a whole reference when all items met are numbered so, and they are not a date. */
function isWholeNumber(index: ReferenceIndex, items: readonly number[], window: readonly Run[]) {
  return items.every((i) => index.keys[i]?.isNumber === true) && !isDateLike(glue(window));
}

/** Eight or six digits in a row that are a day near our time, in any French order. */
function isDateLike(digits: string): boolean {
  const [a, b, c] = [digits.slice(0, -4), digits.slice(-4, -2), digits.slice(-2)];
  const [d, e, f] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  if (digits.length !== 8 && digits.length !== 6) return false;
  const century = digits.length === 8 ? "" : "20";
  return [`${century}${a}-${b}-${c}`, `${century}${f}-${e}-${d}`].some(
    (day) => /^(19|20)/.test(day) && isDate(day),
  );
}

/** A serial written with some of its zeros only (012 for 0012) is a cut one, not a spelling. */
function zerosAgree(window: readonly Run[], keys: ReferenceKeys | undefined): boolean {
  const last = window.at(-1)?.text ?? "";
  return !last.startsWith("0") || keys?.serial === last;
}

function structuredHits(index: ReferenceIndex, folded: string): ReferenceHit[] {
  const hits: ReferenceHit[] = [];
  for (const content of structuredContents(folded)) {
    const runs = readRuns(content);
    const items = index.byKey.get(`=${glue(runs)}`) ?? index.byKey.get(strippedKey(runs));
    if (items !== undefined) hits.push({ items, form: "structured", mayBeCut: false });
  }
  if (index.byPayment.size === 0) return hits;
  for (const word of folded.split(/\s+/)) {
    const items = index.byPayment.get(compact(word));
    if (items !== undefined) hits.push({ items, form: "structured", mayBeCut: false });
  }
  const whole = index.byPayment.get(compact(folded));
  if (whole !== undefined) hits.push({ items: whole, form: "structured", mayBeCut: false });
  return hits;
}

function compact(text: string): string {
  return foldText(text).replace(/[^A-Z0-9]/g, "");
}

function add(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

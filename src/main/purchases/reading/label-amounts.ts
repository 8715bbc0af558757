import type { AmountKind } from "./amount-labels.ts";
import type { ReadingReason } from "./bill-reading.ts";
import type { Token } from "./find-amounts.ts";
import { type LabelHit, placeOf } from "./label-hit.ts";

/** An amount with how well each label says what it is (0 to about 1.2). */
export interface RankedAmount {
  readonly token: Token<number>;
  readonly scores: Record<AmountKind, number>;
  readonly sides: Partial<Record<AmountKind, ReadingReason>>;
}

/** Totals stand at most this many lines under the heading of their column. */
const REACH = 45;

/** Scores every amount of the document against every label. */
export function rankAmounts(
  amounts: readonly Token<number>[],
  hits: readonly LabelHit<AmountKind>[],
): RankedAmount[] {
  return amounts.map((token) => {
    const ranked: RankedAmount = {
      token,
      scores: { net: 0, vat: 0, gross: 0, other: 0 },
      sides: {},
    };
    for (const hit of hits) scoreAgainst(ranked, hit, { amounts, hits });
    return ranked;
  });
}

interface Surroundings {
  readonly amounts: readonly Token<number>[];
  readonly hits: readonly LabelHit<AmountKind>[];
}

function scoreAgainst(
  ranked: RankedAmount,
  hit: LabelHit<AmountKind>,
  { amounts, hits }: Surroundings,
): void {
  const { token, scores, sides } = ranked;
  const place = placeOf(hit, token, REACH);
  if (!place) return;
  let score = hit.weight * place.share * (token.second ? 0.6 : 1);
  if (place.side === "right-of-label") {
    const between = (t: { start: number; end: number }) =>
      t.start >= hit.end && t.end <= token.start;
    const inRow = amounts.filter((a) => a.row.index === hit.row.index && !a.second);
    const skipped = inRow.filter((a) => a !== token && between(a)).length;
    const cut = hits.some((h) => h.row.index === hit.row.index && h !== hit && between(h));
    score *= cut ? 0.25 : 0.75 ** skipped;
  } else if (place.side === "left-of-label") {
    // Only the bare words follow an amount; "Total TTC" after one belongs to the next.
    if (!/^(?:h|ttc|t\.|toutes|tva inc)/.test(hit.row.folded.slice(hit.start, hit.end))) return;
  } else if (hasOwnValue(hit, amounts)) {
    score *= 0.3;
  }
  if (score <= scores[hit.kind]) return;
  scores[hit.kind] = score;
  sides[hit.kind] = place.side;
}

/** True when the label is followed, in its own cell or the next, by an amount. */
function hasOwnValue(hit: LabelHit<AmountKind>, amounts: readonly Token<number>[]): boolean {
  return amounts.some((a) => {
    if (a.row.index !== hit.row.index || a.start < hit.end) return false;
    return !/\p{L}{2}/u.test(hit.row.text.slice(hit.end, a.start));
  });
}

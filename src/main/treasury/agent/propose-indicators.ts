import { addDays } from "#contract/date.ts";
import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { ProposalDraft } from "./proposal-draft.ts";

/** Days after which an indicator says whether it came back. */
const JUDGED_AFTER_DAYS = 30;

/**
 * The indicators that are watched: which way is worse, the least move that counts (in its unit and
 * as a share of what it was), and the sum that a move in days stands for.
 */
const WATCHED = [
  { key: "dso", worse: 1, least: 5, share: 0.15, ofSum: "receivable" },
  { key: "dpo", worse: -1, least: 5, share: 0.15, ofSum: "payable" },
  { key: "bfr", worse: 1, least: 100_000, share: 0.2, ofSum: null },
  { key: "burn", worse: 1, least: 100_000, share: 0.25, ofSum: null },
] as const;

/**
 * Indicators that got worse by much between two analyses, with the cents that the move holds back:
 * DSO and DPO times what a day of them stands for, the working capital requirement and the burn by
 * their own change. Pure.
 */
export function proposeIndicators(input: {
  asOn: string;
  before: { asOn: string; figures: readonly KeptFigure[] };
  now: readonly KeptFigure[];
}): ProposalDraft[] {
  const { before, now, asOn } = input;
  const drafts = WATCHED.flatMap(({ key, worse, least, share, ofSum }): ProposalDraft[] => {
    const [was, is] = [amountOf(before.figures, key), figureOf(now, key)];
    if (was === null || is === undefined || is.value === null) return [];
    const move = worse * (is.value - was);
    if (move < least || move < share * Math.abs(was)) return [];
    const sum = ofSum === null ? null : amountOf(now, ofSum);
    // A day of DSO is the receivable over its days; of DPO, what is owed over its days now.
    const perUnit = ofSum === null ? 1 : is.value === 0 ? 0 : (sum ?? 0) / is.value;
    const facts = { key, unit: is.unit, from: was, to: is.value, sinceOn: before.asOn };
    const { refs, reliability } = is;
    return [
      {
        ...{ kind: "indicator", subject: `indicator:${key}`, facts, refs, reliability },
        effectMinor: Math.max(0, Math.round(move * perUnit)),
        judgeOn: addDays(asOn, JUDGED_AFTER_DAYS),
      },
    ];
  });
  return drafts.sort((a, b) => b.effectMinor - a.effectMinor || (a.subject < b.subject ? -1 : 1));
}

function figureOf(figures: readonly KeptFigure[], key: string): KeptFigure | undefined {
  return figures.find((figure) => figure.key === key);
}

function amountOf(figures: readonly KeptFigure[], key: string): number | null {
  return figureOf(figures, key)?.value ?? null;
}

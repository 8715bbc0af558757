import { matchLines } from "#main/reconciliation/matching/match-lines.ts";
import { generateLabelled } from "./matching/generate.ts";
import { measure, type Score } from "./matching/measure.ts";
import { recogniseLeft } from "./matching/recognise.ts";

/** What one size of the bench found. Shares are 0 to 1. */
export interface MatchingBench {
  readonly size: number;
  readonly lines: number;
  readonly items: number;
  readonly seconds: number;
  readonly automaticPrecision: number;
  readonly automaticRecall: number;
  readonly abstention: number;
  readonly truthInThree: number;
  readonly classes: readonly Score[];
}

/** Runs the matcher over labelled companies of each size; prints a table unless told not to. */
export function benchMatching(
  options: { sizes?: readonly number[]; seed?: number; print?: boolean } = {},
): MatchingBench[] {
  const { sizes = [1000, 10_000, 50_000], seed = 20_260_101, print = true } = options;
  return sizes.map((size) => {
    const { input, truths, accounts } = generateLabelled({ size, seed });
    const startedAtMs = performance.now();
    const decisions = matchLines(input);
    const recognised = recogniseLeft({ input, decisions, accounts });
    const seconds = (performance.now() - startedAtMs) / 1000;
    const classes = measure(decisions, truths, recognised);
    const all = classes.at(-1) as Score;
    const result: MatchingBench = {
      size,
      lines: input.lines.length,
      items: input.items.length,
      seconds,
      automaticPrecision: share(all.automaticRight, all.automatic),
      automaticRecall: share(all.automaticRightMatchable, all.matchable),
      abstention: share(all.abstained, all.lines),
      truthInThree: share(all.leftInThree, all.left),
      classes,
    };
    if (print) printTable(result);
    return result;
  });
}

function printTable(result: MatchingBench): void {
  const { lines, items, seconds } = result;
  console.log(`\nmatching: ${lines} lines, ${items} items, ${seconds.toFixed(2)} s`);
  console.log(
    row(["class", "lines", "matchable", "ambiguous", "precision", "recall", "abstain", "in three"]),
  );
  for (const c of result.classes) {
    console.log(
      row([
        c.class,
        String(c.lines),
        String(c.matchable),
        String(c.ambiguous),
        percent(c.automaticRight, c.automatic),
        percent(c.automaticRightMatchable, c.matchable),
        percent(c.abstained, c.lines),
        `${percent(c.leftInThree, c.left)} of ${c.left}`,
      ]),
    );
  }
}

function row(cells: readonly string[]): string {
  return cells.map((c, n) => (n === 0 ? c.padEnd(13) : c.padStart(11))).join(" ");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(2)} %`;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** The size of a small company's two years: 3,432 invoices and bills against 1,680 bank lines. */
export function benchSmallCompany(seed = 20_260_102): number {
  const { input } = generateLabelled({ size: 3432, seed });
  const lines = input.lines.slice(0, 1680);
  const startedAtMs = performance.now();
  matchLines({ ...input, lines });
  const seconds = (performance.now() - startedAtMs) / 1000;
  const size = `${input.items.length} items against ${lines.length} lines`;
  console.log(`\nmatching: ${size}, ${seconds.toFixed(2)} s (target 2 s)`);
  return seconds;
}

import { type Field, missing } from "./bill-reading.ts";
import type { TextRow } from "./text-row.ts";

const SIGNS: readonly [string, RegExp][] = [
  ["EUR", /€|(?<![a-z])(?:eur|euros?)(?![a-z])/g],
  ["USD", /us ?\$|\$|(?<![a-z])usd(?![a-z])/g],
  ["GBP", /£|(?<![a-z])gbp(?![a-z])/g],
  ["CHF", /(?<![a-z])chf(?![a-z])/g],
  ["INR", /₹|(?<![a-z])(?:inr|rs\.?)(?= ?\d)/g],
];

/** The currency whose signs are the most frequent; euro, with doubt, when there is none. */
export function findCurrency(rows: readonly TextRow[]): Field<string> {
  const text = rows.map((r) => r.folded).join("\n");
  if (text === "") return missing();
  const counts = SIGNS.map(([code, sign]) => ({ code, count: text.match(sign)?.length ?? 0 }));
  const sorted = counts.sort((a, b) => b.count - a.count);
  const [first, second] = sorted;
  if (!first || first.count === 0)
    return { value: "EUR", confidence: 0.5, reasons: ["unlabelled"] };
  const isAlone = (second?.count ?? 0) === 0;
  return {
    value: first.code,
    confidence: isAlone && first.count > 1 ? 0.95 : isAlone ? 0.85 : 0.6,
    reasons: first.count > 1 ? ["labelled", "repeated"] : ["labelled"],
  };
}

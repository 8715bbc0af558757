import type { ClientRiskRow } from "#contract/treasury-risk.ts";
import { formatCount, formatRate } from "#renderer/format.ts";
import type { clientWords } from "#renderer/words/clients.ts";
import type { Language } from "#renderer/words/language.ts";
import type { Words } from "#renderer/words/words.ts";

type W = Words<typeof clientWords>;

/** Scores of clients with fewer invoices than this are mostly those of all clients. */
export const FEWEST_KNOWN = 3;

/** A share in whole percents. */
export function wholePercent(share: number, language: Language): string {
  return formatRate(Math.round(share * 100) * 100, language);
}

/** Points with their sign. */
export function signedPoints(points: number, language: Language): string {
  return points > 0 ? `+${formatCount(points, language)}` : formatCount(points, language);
}

/** Reasons in words with their points, or that the score is an estimate; largest first. */
export function reasonsOf(client: ClientRiskRow, w: W, language: Language): string[] {
  if (client.payments < FEWEST_KNOWN) return [w.fromPortfolio];
  return client.reasons.map(({ input, points }) =>
    w.reason(w[input], signedPoints(points, language)),
  );
}

/** The one sentence of the screen: who will probably pay late, and what that weighs. */
export function riskSentence(
  clients: readonly ClientRiskRow[],
  w: W,
  told: { language: Language; money: (minor: number) => string },
): string {
  const count = (n: number) => formatCount(n, told.language);
  const risky = clients.filter((one) => one.lateChance > 0.5);
  const open = told.money(risky.reduce((sum, one) => sum + one.openMinor, 0));
  const late = told.money(risky.reduce((sum, one) => sum + one.lateMinor, 0));
  const [only] = risky;
  if (only === undefined) return w.noneRisky(count(clients.length));
  if (risky.length === 1) return w.oneRisky(only.partyName, open, late);
  return w.risky(count(risky.length), count(clients.length), open, late);
}

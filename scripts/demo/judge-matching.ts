import { readFileSync } from "node:fs";
import { z } from "zod";
import type { MatchCandidate } from "#contract/matching.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import type { BookCalls } from "#main/book/book-calls.ts";

const truthSchema = z.object({
  bankLines: z.array(
    z.object({
      account: z.string(),
      bookedOn: z.string(),
      amountMinor: z.number().int(),
      ambiguous: z.boolean().optional(),
      pays: z.array(z.object({ reference: z.string(), amountMinor: z.number().int() })).optional(),
    }),
  ),
});

type TrueLine = z.infer<typeof truthSchema>["bankLines"][number];

/** Where the truth's account names stand among the sample's bank accounts. */
const ACCOUNTS = ["main", "cards", "savings"];

/**
 * Compares the engine's automatic matches with the sample's truth. A match is right when it
 * settles exactly the true items by the true amounts. Lines of one account, day and amount are
 * told apart by their order, which is the same on both sides.
 */
export async function judgeMatching(calls: BookCalls) {
  const truth = truthSchema.parse(
    JSON.parse(readFileSync(resourcePath("sample", "truth.json"), "utf8")),
  );
  const found = await engineMatches(calls);
  const seen = new Map<string, number>();
  const tally = { automatic: 0, right: 0, matchable: 0, abstained: 0 };
  for (const line of truth.bankLines) {
    const key = `${ACCOUNTS.indexOf(line.account) + 1} ${line.bookedOn} ${line.amountMinor}`;
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    const state = found.get(key)?.[rank];
    const pays = line.pays ?? [];
    const isMatchable = pays.length > 0 && line.ambiguous !== true;
    if (isMatchable) tally.matchable++;
    if (state === undefined) continue;
    if (state.match === undefined) {
      if (pays.length > 0) tally.abstained++;
      continue;
    }
    tally.automatic++;
    if (settles(state.match, line)) tally.right++;
  }
  const share = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 10_000;
  return {
    automaticPrecision: share(tally.right, tally.automatic),
    automaticRecall: share(tally.right, tally.matchable),
    ...tally,
  };
}

interface LineState {
  id: number;
  match: MatchCandidate | undefined;
}

/** Bank lines that the engine matched, or that nothing explains; those of rules are left out. */
async function engineMatches(calls: BookCalls): Promise<Map<string, LineState[]>> {
  const byKey = new Map<string, LineState[]>();
  let after: string | undefined;
  do {
    const page = await calls.reconciliation.listLines({ limit: 500, ...(after && { after }) });
    for (const row of page.rows) {
      const key = `${row.bankAccountId} ${row.bookedOn} ${row.amountMinor}`;
      const isEngine = row.madeBy === "engine";
      const match = isEngine
        ? (await calls.reconciliation.getLine({ bankLineId: row.id })).match
        : undefined;
      byKey.set(key, [{ id: row.id, match }, ...(byKey.get(key) ?? [])]);
    }
    after = page.next;
  } while (after !== undefined);
  return byKey;
}

function settles(match: MatchCandidate, line: TrueLine): boolean {
  const sorted = (items: { reference: string; amountMinor: number }[]) =>
    items
      .map((i) => `${i.reference} ${Math.abs(i.amountMinor)}`)
      .sort()
      .join("|");
  return sorted(match.allocations) === sorted(line.pays ?? []);
}

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { MatchCandidate, OpenItemRow } from "#contract/reconciliation.ts";
import { formatCount } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** Accounts that take what a match leaves: the acquirer's fee, too little, too much. */
const FEE = "627";
const LOSS = "658";
const GAIN = "758";

/** What a person can do with a bank line; each outcome is told, each refusal is kept to show. */
export function useLineActions(bankLineId: number, amountMinor: number) {
  const w = useWords(bankWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const perform = async (action: () => Promise<string>) => {
    setProblem(undefined);
    try {
      notify(await action());
      await client.invalidateQueries();
    } catch (caught) {
      setProblem(caught);
    }
  };
  const done = (entry: { number: number }) => w.done(formatCount(entry.number, language));
  return {
    problem,
    accept: (candidate: MatchCandidate) =>
      perform(async () => {
        const restAccount = restOf(candidate);
        const { allocations } = candidate;
        const rest = restAccount === undefined ? {} : { restAccount };
        const input = { bankLineId, allocations: allocations.map(bare), ...rest };
        return done(await office.reconciliation.confirmMatch(input));
      }),
    refuse: (candidate: MatchCandidate) =>
      perform(async () => {
        const allocations = candidate.allocations.map(bare);
        await office.reconciliation.refuseSuggestion({ bankLineId, allocations });
        return w.refusedDone;
      }),
    pick: (item: OpenItemRow) =>
      perform(async () => {
        const size = Math.min(Math.abs(item.openMinor), Math.abs(amountMinor));
        const allocated = Math.sign(item.openMinor) * size;
        const allocations = [bare({ ...item, amountMinor: allocated })];
        const rest = amountMinor - allocated;
        const restAccount = rest === 0 ? {} : { restAccount: rest > 0 ? GAIN : LOSS };
        const input = { bankLineId, allocations, ...restAccount };
        return done(await office.reconciliation.confirmMatch(input));
      }),
    file: (account: string) =>
      perform(async () =>
        done(await office.reconciliation.categoriseLine({ bankLineId, account })),
      ),
    undo: async (matchId: number) => {
      await office.reconciliation.undoMatch({ matchId });
      notify(w.undone);
      await client.invalidateQueries();
    },
  };
}

function bare(a: { itemKind: "invoice" | "bill"; itemId: number; amountMinor: number }) {
  return { itemKind: a.itemKind, itemId: a.itemId, amountMinor: a.amountMinor };
}

function restOf({ feeMinor, differenceMinor }: MatchCandidate): string | undefined {
  if (feeMinor !== 0) return FEE;
  if (differenceMinor === 0) return undefined;
  return differenceMinor > 0 ? GAIN : LOSS;
}

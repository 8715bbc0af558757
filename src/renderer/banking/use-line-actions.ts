import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { MatchCandidate } from "#contract/matching.ts";
import { formatCount } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { asAsked, type Part } from "./split.ts";

/** What a person can do with a bank line; each outcome is told, each refusal is kept to show. */
export function useLineActions(bankLineId: number) {
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
    accept: ({ key }: MatchCandidate) =>
      perform(async () => done(await office.reconciliation.acceptSuggestion({ bankLineId, key }))),
    refuse: ({ key }: MatchCandidate) =>
      perform(async () => {
        await office.reconciliation.refuseSuggestion({ bankLineId, key });
        return w.refusedDone;
      }),
    takeOut: (matchId: number, item: { itemKind: "invoice" | "bill"; itemId: number }) =>
      perform(async () => {
        const { itemKind, itemId } = item;
        return done(await office.reconciliation.undoAllocation({ matchId, itemKind, itemId }));
      }),
    post: (parts: readonly Part[]) =>
      perform(async () =>
        done(await office.reconciliation.confirmMatch({ bankLineId, ...asAsked(parts) })),
      ),
    undo: async (matchId: number) => {
      await office.reconciliation.undoMatch({ matchId });
      notify(w.undone);
      await client.invalidateQueries();
    },
  };
}

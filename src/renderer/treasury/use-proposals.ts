import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { office } from "#renderer/office.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { proposalWords } from "#renderer/words/proposals.ts";
import { useWords } from "#renderer/words/use-words.ts";

export type Decision = "accepted" | "refused" | "postponed";

type Asked = Parameters<typeof office.treasury.decideProposal>[0];

/** Open proposals are twelve at most. */
const MOST_OPEN = 100;
const LOOK_MS = 10_000;

/** What waits for a person, with the cents at stake. */
export function useWaiting() {
  return useQuery({
    queryKey: ["treasury", "proposals", "waiting"],
    // The agent looks by itself, some seconds after the opening and after a statement.
    refetchInterval: LOOK_MS,
    queryFn: async ({ signal }) => {
      const { rows } = await office.treasury.proposals(
        { state: "open", limit: MOST_OPEN },
        { signal },
      );
      return { count: rows.length, minor: rows.reduce((sum, one) => sum + one.effectMinor, 0) };
    },
  });
}

/** Writes a decision, then asks again for what it changed. */
export function useDecide(onDone: () => void) {
  const w = useWords(proposalWords);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: Asked) => office.treasury.decideProposal(asked),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["treasury"] });
      notify(w.decided);
      onDone();
    },
  });
}

/** The decision that a key of the list asks for: A, R or P. */
export function decisionOfKey(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): Decision | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const decisions: Record<string, Decision> = { a: "accepted", r: "refused", p: "postponed" };
  return decisions[event.key.toLowerCase()];
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Verification } from "#contract/book.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import type { SealState } from "#renderer/ui/Seal.tsx";

const KEY = ["book", "verification"] as const;

/** The last verification of the open book in this window, and how to run one. */
export function useVerification(label: string) {
  const client = useQueryClient();
  const last = useQuery<Verification | null>({
    queryKey: KEY,
    queryFn: () => null,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const run = useMutation({
    mutationFn: () => runStream(label, (signal) => office.book.verify({}, { signal })),
    onSuccess: (found) => client.setQueryData(KEY, found),
  });
  return { found: last.data ?? undefined, run };
}

/** What a seal shows of one chain. */
export function sealState(found: Verification | undefined, chain: "ledger" | "audit"): SealState {
  const one = found?.chains.find((c) => c.chain === chain);
  if (one === undefined) return "unchecked";
  return one.sound ? "intact" : "broken";
}

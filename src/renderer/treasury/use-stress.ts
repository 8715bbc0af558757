import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { ProgressEvent } from "#contract/procedure.ts";
import type { Stress, StressScenario } from "#contract/treasury-stress.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";

/** The same rows give the same draws: an answer stays good until something is written. */
const STALE_MS = 10 * 60_000;

/** The stress test of one scenario, with how far its draws are and a way to stop them. */
export function useStress(label: string, asked: { scenario: StressScenario; days: number }) {
  const { scenario, days } = asked;
  const [progress, setProgress] = useState<ProgressEvent>();
  const running = useRef<AbortController>(undefined);
  const query = useQuery({
    queryKey: ["treasury", "stress", scenario, days],
    queryFn: ({ signal }): Promise<Stress> => {
      const stop = new AbortController();
      signal.addEventListener("abort", () => stop.abort());
      running.current = stop;
      setProgress(undefined);
      const input = { scenarios: [scenario], days };
      return runStream(label, () => office.treasury.stress(input, { signal: stop.signal }), {
        ...{ stop, onProgress: setProgress },
      });
    },
    staleTime: STALE_MS,
    // What a person stopped must not start again by itself.
    retryOnMount: false,
  });
  return { query, progress, stop: () => running.current?.abort() };
}

import { refuse } from "#main/base/refusal.ts";
import { STOPPED } from "#main/base/worker-queue.ts";
import { answer, bookOf, office, relayed } from "#main/security/office-context.ts";
import { stressRequest } from "./stress.ts";
import type { StressQueue } from "./stress-queue.ts";

/** The stress test: the rows are read here in one snapshot, the runs are made in the thread. */
export function stressHandlers(queue: StressQueue) {
  return {
    stress: office.treasury.stress.handler(async function* ({ context, input, signal }) {
      const todayOn = new Date(context.now()).toISOString().slice(0, 10);
      const { request, about } = bookOf(context).snapshot((read) =>
        stressRequest(read, { ...input, todayOn }),
      );
      const scenarios = yield* relayed((progress) =>
        queue.run(request, {
          signal,
          onProgress: (runs) => progress({ stage: "runs", ...runs }),
        }),
      );
      if (scenarios === STOPPED) return answer(refuse("office.cancelled", {}));
      return { ...about, scenarios };
    }),
  };
}

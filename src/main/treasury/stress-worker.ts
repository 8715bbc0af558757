import type { StressFinding } from "#contract/treasury-stress.ts";
import { serveTasks } from "#main/base/serve-tasks.ts";
import { stressTest } from "./engines/stress-test.ts";
import type { StressProgress, StressRequest } from "./stress-messages.ts";

/** Entry of the thread that runs the stress test. */
serveTasks<StressRequest, StressFinding[], StressProgress>(({ model, ...asked }, onProgress) => {
  const steps = stressTest(model, asked);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress(step.value);
  }
});

import type { StressModel } from "./engines/stress-model.ts";
import type { StressAsked } from "./engines/stress-test.ts";

/** What the stress worker is asked. */
export interface StressRequest extends StressAsked {
  model: StressModel;
}

/** How many of all the runs of all the scenarios are done; told every 500. */
export interface StressProgress {
  done: number;
  total: number;
}

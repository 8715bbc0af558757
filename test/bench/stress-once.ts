import { readFileSync } from "node:fs";
import type { StressFinding } from "#contract/treasury-stress.ts";
import { STOPPED } from "#main/base/worker-queue.ts";
import type { StressModel } from "#main/treasury/engines/stress-model.ts";
import type { StressRequest } from "#main/treasury/stress-messages.ts";
import { stressQueue } from "#main/treasury/stress-queue.ts";

/** Runs the bench's model so many times in the stress thread; prints one JSON line. */
const [path = "", repeats = "1"] = process.argv.slice(2);
const model = JSON.parse(readFileSync(path, "utf8")) as StressModel;
const queue = stressQueue();
const request: StressRequest = {
  ...{ model, asOn: "2026-06-30", scenarios: ["base"] },
  reliability: { grade: "A", observations: 1500, periodDays: 365 },
};
const ms: number[] = [];
const peaksMb: number[] = [];
let last: StressFinding | undefined;
let progress = 0;
const beforeMb = process.memoryUsage.rss() / 2 ** 20;
for (let i = 0; i < Number(repeats); i++) {
  const began = performance.now();
  const result = await queue.run(request, { onProgress: () => progress++ });
  ms.push(performance.now() - began);
  peaksMb.push(process.resourceUsage().maxRSS / 1024);
  if (result !== STOPPED) [last] = result;
}
await queue.close();
const figures = {
  fan: last?.days.at(-1)?.minor,
  soFar: last?.risks.map((r) => r.soFar.share),
  worst: last?.worst.value,
  buffer: last?.buffer.value,
  driver: last?.drivers[0]?.shortMinor ?? 0,
};
console.log(JSON.stringify({ ms, peaksMb, beforeMb, progress: progress / ms.length, figures }));

import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { costInput, costsOf } from "../costs.ts";
import type { Analysis } from "./engine-registry.ts";

/** Recurring costs whose figures are kept: those that cost most a year. */
const MOST_STREAMS = 200;

/** The drift of costs as an analysis to keep: each recurring cost a year, and the ratchet. */
export function analyseCosts(read: ReadHandle, asOn: string): Analysis {
  const inputs = costInput(read, asOn);
  const result = costsOf(read, { asOn }, inputs);
  const streams = result.streams
    .toSorted((a, b) => (b.yearly.value ?? 0) - (a.yearly.value ?? 0))
    .slice(0, MOST_STREAMS)
    .map((one): KeptFigure => {
      return { key: `cost:${one.streamKey}:year`, name: one.supplier, ...one.yearly };
    });
  const figures: KeptFigure[] = [
    { key: "ratchet", name: null, ...result.ratchet.index },
    ...streams,
  ];
  return { asOn, inputs: { asOn, ...inputs }, result, figures };
}

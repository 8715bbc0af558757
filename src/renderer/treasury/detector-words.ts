import type { z } from "zod";
import type { detectorSchema } from "#contract/treasury-warnings.ts";
import { formatCount } from "#renderer/format.ts";
import type { StateWord } from "#renderer/ui/column.ts";
import type { Language } from "#renderer/words/language.ts";
import type { warningWords } from "#renderer/words/warnings.ts";
import type { Words } from "#renderer/words/words.ts";
import { decimal } from "./warning-sentence.ts";

type W = Words<typeof warningWords>;
export type Detector = z.infer<typeof detectorSchema>;

/** Whether a detector is listened to, as a chip. */
export function detectorState({ state }: Detector, w: W): StateWord {
  if (state === "on") return { word: w.stateOn, tone: "done" };
  return state === "off"
    ? { word: w.stateOff, tone: "neutral" }
    : { word: w.stateLearning, tone: "wait" };
}

/** What the record of a detector means, in plain words. */
export function detectorMeaning(
  { state, alerts, lift }: Detector,
  w: W,
  language: Language,
): string {
  if (state === "off") return w.meansOff;
  if (state === "on") return w.meansOn(decimal(lift ?? 0, language));
  if (alerts === 0) return w.meansUntried;
  return alerts === 1 ? w.meansFirst : w.meansLearning(formatCount(alerts, language));
}

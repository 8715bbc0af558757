import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { WeighedDecision } from "#contract/treasury-decisions.ts";
import { office } from "#renderer/office.ts";
import type { Choice } from "./decision-choice.ts";

/** An option of the sheet; `choiceId` is 0 for doing nothing. */
export interface SheetOption extends WeighedDecision {
  choiceId: number;
  name: string;
}

/** Milliseconds without a keystroke before the sheet is weighed again. */
const PAUSE_MS = 200;

/** The choices weighed against each other; the last answer stays while the next one comes. */
export function useWeighed(choices: readonly Choice[], rateBps: number) {
  const [asked] = useDebouncedValue(
    useMemo(() => ({ choices, rateBps }), [choices, rateBps]),
    PAUSE_MS,
  );
  return useQuery({
    queryKey: ["treasury", "decisions", asked],
    queryFn: async ({ signal }) => {
      const options = asked.choices.map(({ id, template }) => ({ name: String(id), template }));
      const found = await office.treasury.decide({ rateBps: asked.rateBps, options }, { signal });
      const names = new Map(asked.choices.map(({ id, name }) => [String(id), name]));
      return {
        ...found,
        options: found.options.map((one): SheetOption => {
          const name = names.get(one.name) ?? "";
          return { ...one, name, choiceId: Number(one.name) };
        }),
      };
    },
    enabled: choices.length > 0 && asked.choices.length > 0,
    placeholderData: keepPreviousData,
  });
}

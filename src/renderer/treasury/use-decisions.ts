import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { addDays, addMonths } from "#contract/date.ts";
import type { DecisionTemplate, WeighedDecision } from "#contract/treasury-decisions.ts";
import { office } from "#renderer/office.ts";

/** A choice of the sheet: its name and the figures of its template. */
export interface Choice {
  id: number;
  name: string;
  template: DecisionTemplate;
}

export const TEMPLATE_KINDS = [
  ...(["collect", "factor", "borrow", "lease", "discount"] as const),
] satisfies DecisionTemplate["kind"][];

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

/** A template as it first stands in the form: plain figures to be changed. */
export function newTemplate(kind: DecisionTemplate["kind"], todayOn: string): DecisionTemplate {
  const [on, dueOn] = [todayOn, addDays(todayOn, 60)];
  switch (kind) {
    case "collect":
      return {
        ...{ kind, openMinor: 500_000, on, costMinor: 3_000, chanceBps: 6_000 },
        ...{ earlyOn: addDays(on, 15), expectedOn: dueOn },
      };
    case "factor":
      return {
        ...{ kind, openMinor: 1_000_000, on, expectedOn: dueOn },
        ...{ advanceBps: 9_000, commissionBps: 100, rateBps: 450 },
      };
    case "borrow":
      return { kind, amountMinor: 2_000_000, on, rateBps: 450, months: 36, feeMinor: 20_000 };
    case "lease":
      return {
        ...{ kind, on, months: 36, rentMinor: 60_000, residualMinor: 100_000 },
        ...{ priceMinor: 2_000_000, resaleMinor: 300_000, gainMinor: 70_000 },
      };
    case "discount":
      return {
        ...{ kind, side: "taken", amountMinor: 500_000, discountBps: 200 },
        ...{ earlyOn: addDays(on, 8), dueOn: addMonths(on, 1) },
      };
  }
}

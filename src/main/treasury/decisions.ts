import type { DecisionTemplate, WeighedDecision } from "#contract/treasury-decisions.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { type DatedFlow, decide } from "./engines/decision.ts";
import { type TemplateOption, templateOptions } from "./engines/decision-templates.ts";
import { forecast } from "./forecast.ts";

interface Asked {
  todayOn: string;
  rateBps: number;
  options: readonly (
    | { name: string; flows: readonly DatedFlow[] }
    | { name: string; template: DecisionTemplate }
  )[];
}

interface NamedOption extends Omit<TemplateOption, "kind"> {
  name: string;
  kind: WeighedDecision["kind"];
}

const NOTHING: NamedOption = { name: "", kind: "nothing", flows: [], breakEven: null };

/** Options weighed on the forecast of the day, doing nothing among them. */
export function decisionsOf(read: ReadHandle, asked: Asked) {
  const { todayOn } = asked;
  const { asOn, floorMinor, days, reliability } = forecast(read, { todayOn });
  const rate = asked.rateBps / 10_000;
  const all = [...asked.options.flatMap((one) => named(one, { asOn, rate })), NOTHING];
  // A lease is two options of one name: each is found again by its place.
  const options = all.map(({ flows }, place) => ({ name: String(place), flows }));
  const weighed = decide({ asOn, rate, floorMinor, balances: days, options });
  return {
    ...{ asOn, floorMinor, reliability },
    options: weighed.flatMap((one): WeighedDecision[] => {
      const option = all[Number(one.name)];
      return option === undefined ? [] : [{ ...one, ...option }];
    }),
  };
}

function named(
  option: Asked["options"][number],
  setting: { asOn: string; rate: number },
): NamedOption[] {
  const { name } = option;
  if ("flows" in option)
    return [{ name, kind: "flows", flows: [...option.flows], breakEven: null }];
  return templateOptions(option.template, setting).map((one) => ({ name, ...one }));
}

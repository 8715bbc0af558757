import { daysBetween } from "#contract/date.ts";
import type {
  DecisionTemplate,
  DecisionTornado,
  WeighedDecision,
} from "#contract/treasury-decisions.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { forecastCash } from "./engines/cash-forecast.ts";
import { type DatedFlow, decide } from "./engines/decision.ts";
import { flowTornados, templateTornados } from "./engines/decision-inputs.ts";
import { type TemplateOption, templateOptions } from "./engines/decision-templates.ts";
import { forecast, forecastInput } from "./forecast.ts";

/** What is paid later than this the forecast counts as lost. */
const HARDLY_EVER_DAYS = 3 * 365;

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
  tornados: DecisionTornado[];
}

const NOTHING: NamedOption = {
  ...{ name: "", kind: "nothing", flows: [], breakEven: null },
  tornados: [{ against: "nothing", npvMinor: 0, inputs: [] }],
};

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
  if ("flows" in option) {
    const flows = [...option.flows];
    return [
      { name, kind: "flows", flows, breakEven: null, tornados: flowTornados(flows, setting) },
    ];
  }
  const { template } = option;
  return templateOptions(template, setting).map((one) => ({
    ...{ name, ...one },
    tornados: templateTornados(template, one.kind, setting),
  }));
}

/** When the forecast expects an open invoice to be paid: the day that stands behind its balances. */
export function paymentDayOf(read: ReadHandle, asked: { invoiceId: number; todayOn: string }) {
  const input = forecastInput(read, asked);
  const { items, reliability } = forecastCash(input);
  const item = items.find((one) => one.id === `invoice:${asked.invoiceId}`);
  const { asOn } = input;
  if (item === undefined) return { asOn, expected: null, reliability };
  const soon = (on: string) => (daysBetween(asOn, on) > HARDLY_EVER_DAYS ? null : on);
  const { openMinor, likelyOn, lateOn } = item;
  const expected = { openMinor, likelyOn: soon(likelyOn), lateOn: soon(lateOn) };
  return { asOn, expected, reliability };
}

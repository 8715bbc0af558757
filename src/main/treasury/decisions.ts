import { addDays, daysBetween } from "#contract/date.ts";
import type {
  DecisionTemplate,
  DecisionTornado,
  WeighedDecision,
} from "#contract/treasury-decisions.ts";
import { creditBpsInForce } from "#main/automation/rules-in-force.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { chaseInput } from "./chase-input.ts";
import { actionEffects } from "./engines/action-effects.ts";
import { forecastCash } from "./engines/cash-forecast.ts";
import { chaseOrder } from "./engines/chase-order.ts";
import { type DatedFlow, decide } from "./engines/decision.ts";
import { flowTornados, templateTornados } from "./engines/decision-inputs.ts";
import { type TemplateOption, templateOptions } from "./engines/decision-templates.ts";
import { forecast, forecastInput } from "./forecast.ts";
import { loggedActions } from "./reminders.ts";

/** What is paid later than this the forecast counts as lost. */
const HARDLY_EVER_DAYS = 3 * 365;

type Option =
  | { name: string; flows: readonly DatedFlow[] }
  | { name: string; template: DecisionTemplate };

interface Asked {
  todayOn: string;
  rateBps?: number | undefined;
  options?: readonly Option[] | undefined;
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
  const rate = (asked.rateBps ?? creditBpsInForce(read)) / 10_000;
  const told = asked.options ?? aboutRiskiestInvoice(read, todayOn);
  const all = [...told.flatMap((one) => named(one, { asOn, rate })), NOTHING];
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

/** An hour of work, and what factors usually ask: to be replaced by an offer. */
const CHASE_MINOR = 3000;
const FACTOR = { advanceBps: 9000, commissionBps: 100 };
const EARLY_DAYS = 15;

/** The open invoice most at risk that may still be paid, chased or sold; nothing without one. */
function aboutRiskiestInvoice(read: ReadHandle, todayOn: string): Option[] {
  const input = forecastInput(read, { todayOn });
  const { asOn } = input;
  const likely = new Map(forecastCash(input).items.map((one) => [one.id, one.likelyOn]));
  const expectedOf = (id: string) => likely.get(`invoice:${id}`) ?? addDays(asOn, EARLY_DAYS);
  const first = chaseOrder(chaseInput(read, asOn)).find(
    ({ item }) => daysBetween(asOn, expectedOf(item.id)) <= HARDLY_EVER_DAYS,
  );
  if (first === undefined) return [];
  const { id, openMinor } = first.item;
  const { number: name } = read.reading("SELECT number FROM invoice WHERE id = ?").get(id) as {
    number: string;
  };
  const expectedOn = expectedOf(id);
  const soonOn = addDays(asOn, EARLY_DAYS);
  const earlyOn = soonOn < expectedOn ? soonOn : expectedOn;
  const call = actionEffects(loggedActions(read, asOn), asOn).find((one) => one.kind === "call");
  const chanceBps = Math.round((call?.mean ?? 0) * 10_000);
  const shared = { openMinor, expectedOn, on: asOn };
  const chase = { kind: "collect" as const, ...shared, earlyOn, costMinor: CHASE_MINOR, chanceBps };
  const sell = { kind: "factor" as const, ...shared, ...FACTOR, rateBps: creditBpsInForce(read) };
  return [
    { name, template: chase },
    { name, template: sell },
  ];
}

function named(option: Option, setting: { asOn: string; rate: number }): NamedOption[] {
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

import { addDays, addMonths, daysBetween, endOfMonth } from "#contract/date.ts";
import type { NarrativeLanguage } from "#contract/treasury-narrative.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { openItems } from "#main/reconciliation/open-items.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { actionsOf } from "../actions.ts";
import { listProposals } from "../agent/proposal-rows.ts";
import { causesOf } from "../causes.ts";
import { costsOf } from "../costs.ts";
import { forecast } from "../forecast.ts";
import { indicatorsOf } from "../indicators.ts";
import { marginsOf } from "../margins.ts";
import { narrate } from "../narrative/narrate.ts";
import { narrativeFacts } from "../narrative/narrative-facts.ts";
import { patternsOf } from "../patterns.ts";
import { reliabilityOf } from "../reliability.ts";
import { riskOf } from "../risk.ts";
import { stressRequest } from "../stress.ts";
import { warningsOf } from "../warnings.ts";

export interface ReportDay {
  asOn: string;
  todayOn: string;
  /** The day asked for, where one was; the forecast starts from the last known balance otherwise. */
  askedOn: string | undefined;
  language: NarrativeLanguage;
}

/** An hour of reminders at the usual costs, as the actions' own query has them. */
const AN_HOUR = { minutes: 60, minuteMinor: 75, penaltyBps: 1215 };
const STRESS_DAYS = 90;
const MOST_PROPOSALS = 100;

/** Last days of lateness of each step of the ageing; the first is what is not due yet. */
export const AGEING_DAYS = [0, 30, 60, 90, Number.POSITIVE_INFINITY] as const;

/** What each engine says of the day, as the report prints it; nothing is computed after this. */
export function reportFindings(read: ReadHandle, day: ReportDay) {
  const { asOn, askedOn, todayOn, language } = day;
  const month = lastWholeMonth(asOn);
  const year = { fromOn: addDays(addMonths(asOn, -12), 1), toOn: asOn };
  const indicators = indicatorsOf(read, asOn);
  return {
    ...{ asOn, month, year },
    company: companyName(read),
    story: narrate(narrativeFacts(read, { asOn, todayOn }), language),
    actions: actionsOf(read, { ...AN_HOUR, asOn }),
    proposals: listProposals(read, { todayOn, state: "open", limit: MOST_PROPOSALS }).rows.toSorted(
      (a, b) => b.effectMinor - a.effectMinor || a.proposalId - b.proposalId,
    ),
    warnings: warningsOf(read, asOn),
    forecast: forecast(read, { asOn: askedOn, todayOn }),
    indicators: isRefusal(indicators) ? [] : indicators.indicators,
    risk: riskOf(read, asOn),
    patterns: patternsOf(read, { side: "customer", asOn }),
    ageing: ageing(read, asOn),
    causes: causesOf(read, { kpi: "cash", ...month, events: [] }),
    margins: marginsOf(read, year),
    costs: costsOf(read, { asOn }),
    stress: stressRequest(read, { asOn: askedOn, todayOn, days: STRESS_DAYS, scenarios: ["base"] }),
    measured: reliabilityOf(read),
  };
}

export type ReportFindings = ReturnType<typeof reportFindings>;

/** The last month that is over on the day, as the ends of two days. */
function lastWholeMonth(asOn: string): { fromOn: string; toOn: string } {
  const firstOn = `${asOn.slice(0, 7)}-01`;
  const toOn = endOfMonth(asOn) === asOn ? asOn : addDays(firstOn, -1);
  return { fromOn: addDays(`${toOn.slice(0, 7)}-01`, -1), toOn };
}

function companyName(read: ReadHandle): string {
  const row = read.reading("SELECT name FROM company").get() as { name: string } | undefined;
  return row?.name ?? "";
}

/** What customers owe by days of lateness; the steps add up to all that is open. */
function ageing(read: ReadHandle, asOn: string): { minor: number; items: number }[] {
  const steps = AGEING_DAYS.map(() => ({ minor: 0, items: 0 }));
  for (const { itemKind, dueOn, openMinor } of openItems(read, asOn)) {
    if (itemKind !== "invoice") continue;
    const late = daysBetween(dueOn, asOn);
    const step = steps[AGEING_DAYS.findIndex((most) => late <= most)];
    if (step === undefined) continue;
    step.minor += openMinor;
    step.items++;
  }
  return steps;
}

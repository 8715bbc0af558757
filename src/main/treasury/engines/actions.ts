import { daysBetween } from "#contract/date.ts";
import type { Figure, SourceRef } from "#contract/finding.ts";
import {
  type ActionEffect,
  type ActionKind,
  actionEffects,
  type LoggedAction,
} from "./action-effects.ts";
import { BAD_DAYS, type Chased, chaseOrder, paidWithin, type Receivable } from "./chase-order.ts";
import type { PaidItem } from "./payment-delays.ts";
import { gradeReliability } from "./small-data.ts";
import { part, type WarningPart } from "./warning-model.ts";

/** What the choice of actions reads. */
export interface ActionsInput {
  asOn: string;
  receivables: readonly Receivable[];
  paidHistory: readonly PaidItem[];
  log: readonly LoggedAction[];
  /** Clients that an action is not to be chosen for, reminded a few days ago. */
  quiet?: ReadonlySet<string>;
  /** Minutes to spend, and calls at most where the person says so. */
  minutes: number;
  calls?: number | undefined;
  /** What a minute of work costs, in cents, and a year of credit as a share. */
  minuteMinor: number;
  creditRate: number;
}

/** One thing to do about one client. */
export interface ClientAction {
  kind: ActionKind;
  partyId: string;
  /** Its invoices, by falling amount at risk. */
  refs: SourceRef[];
  minutes: number;
  /** Cents that the action is expected to bring in time, and to save on credit, less its cost. */
  expected: Figure;
  openMinor: number;
  minorPerMinute: number;
  why: WarningPart[];
  effect: "hypothesis" | "measured";
}

/** What to do first within the minutes, and what each kind of action is believed to do. */
export interface ChosenActions {
  actions: ClientAction[];
  usedMinutes: number;
  /** Clients worth an action that no minute was left for. */
  leftOut: number;
  effects: ActionEffect[];
}

/** An invoice already bad is to be paid within a month. */
const MONTH_DAYS = 30;
/** A courtesy mail or call may come this long before the due date. */
export const EARLY_DAYS = 15;
/** A formal notice (mise en demeure) comes once an invoice is a month late. */
const NOTICE_DAYS = 30;
/** A client that answers an action pays about a week later. */
const ANSWER_DAYS = 7;
const LONGEST_SAVING_DAYS = 120;

interface Option extends ClientAction {
  valueMinor: number;
}

/**
 * Engine 6, what to do first. Each mail, call or formal notice to a client is worth, over its open
 * invoices: amount × (share that would be bad) × (effect of the action) + credit saved − minutes.
 * Within the minutes the best gain per further minute goes first; a client takes one action, and a
 * call replaces a mail where its further minutes are worth it (greedy of the multiple-choice
 * knapsack: at most one action short of the best plan). Pure.
 */
export function chooseActions(input: ActionsInput): ChosenActions {
  const effects = actionEffects(input.log, input.asOn);
  const chased = chaseOrder(input);
  const history = input.paidHistory.filter((p) => p.side === "customer" && p.paidOn <= input.asOn);
  const counts = Map.groupBy(history, (p) => p.partyId);
  const free = chased.filter(({ item }) => !input.quiet?.has(item.partyId));
  const byParty = [...Map.groupBy(free, (c) => c.item.partyId)];
  const clients = byParty.map(([partyId, items]) =>
    effects
      .map((effect) =>
        optionOf(input, { partyId, items, effect, history: counts.get(partyId) ?? [] }),
      )
      .filter((option) => option !== undefined)
      .filter((option) => option.valueMinor > 0),
  );
  const worth = clients.filter((options) => options.length > 0);
  const taken = takeBest(worth, input);
  const actions = taken
    .sort(
      (a, b) =>
        b.minorPerMinute - a.minorPerMinute ||
        b.valueMinor - a.valueMinor ||
        (a.partyId < b.partyId ? -1 : 1),
    )
    .map(({ valueMinor: _, ...action }) => action);
  return {
    ...{ actions, effects, leftOut: worth.length - actions.length },
    usedMinutes: actions.reduce((sum, a) => sum + a.minutes, 0),
  };
}

/** Days from today by which an invoice is to be paid: 15 after its due date, or a month. */
export function deadlineDays(latenessDays: number): number {
  return latenessDays < BAD_DAYS ? BAD_DAYS - latenessDays : MONTH_DAYS;
}

interface Client {
  partyId: string;
  items: readonly Chased[];
  effect: ActionEffect;
  history: readonly PaidItem[];
}

function optionOf(input: ActionsInput, client: Client): Option | undefined {
  const { effect, partyId } = client;
  const meant = client.items.filter(({ latenessDays }) =>
    effect.kind === "formal-notice" ? latenessDays >= NOTICE_DAYS : latenessDays >= -EARLY_DAYS,
  );
  if (meant.length === 0) return undefined;
  const gains = meant
    .map((one) => ({ ...one, ...gainOf(one, effect.mean, input.creditRate) }))
    // A further invoice in the same action is mentioned only if it pays for its own minutes.
    .sort((a, b) => b.gainMinor - a.gainMinor || (a.item.id < b.item.id ? -1 : 1))
    .filter((g, i) => i === 0 || g.gainMinor > effect.minutesMore * input.minuteMinor);
  const minutes = effect.minutes + (gains.length - 1) * effect.minutesMore;
  const gainMinor = gains.reduce((sum, g) => sum + g.gainMinor, 0);
  const valueMinor = Math.round(gainMinor - minutes * input.minuteMinor);
  const oldest = client.history.reduce((on, p) => (p.paidOn < on ? p.paidOn : on), input.asOn);
  const told = {
    observations: client.history.length,
    periodDays: daysBetween(oldest, input.asOn),
  };
  const refs = gains.map((g): SourceRef => ({ kind: "invoice", id: g.item.id }));
  const openMinor = gains.reduce((sum, g) => sum + g.item.openMinor, 0);
  const riskMinor = gains.reduce((sum, g) => sum + g.item.openMinor * g.unpaidShare, 0);
  const latest = Math.max(...gains.map((g) => g.latenessDays));
  return {
    ...{ kind: effect.kind, partyId, refs, minutes, openMinor, valueMinor },
    expected: {
      ...{ value: valueMinor, unit: "minor", refs },
      // No effect is better known than the log of actions tells.
      reliability: { ...gradeReliability(told.observations, told.periodDays), ...lesser(effect) },
    },
    minorPerMinute: Math.round(valueMinor / minutes),
    why: [
      part("open", { value: openMinor, unit: "minor", ...told }, refs),
      part("days-late", { value: latest, unit: "days", ...told }, refs),
      part("unpaid-share", { value: riskMinor / openMinor, unit: "share", ...told }),
      part("at-risk", { value: Math.round(riskMinor), unit: "minor", ...told }, refs),
      {
        code: "effect",
        figure: {
          ...{ value: Math.round(effect.mean * 1000) / 1000, unit: "share", refs: [] },
          reliability: effect.reliability,
        },
      },
    ],
    effect: effect.state,
  };
}

function lesser(effect: ActionEffect): Partial<Figure["reliability"]> {
  return effect.state === "hypothesis" ? { grade: "C" } : {};
}

/** Cents that an action brings on one invoice: paid in time, and credit saved. */
function gainOf(one: Chased, effect: number, creditRate: number) {
  const unpaidShare = 1 - paidWithin(one.wait, deadlineDays(one.latenessDays));
  let waited = 0;
  let weights = 0;
  for (const [i, weight] of one.wait.weights.entries()) {
    const days = Math.min(LONGEST_SAVING_DAYS, one.wait.days[i] ?? 0);
    waited += weight * Math.max(0, days - ANSWER_DAYS);
    weights += weight;
  }
  const savedDays = weights === 0 ? 0 : waited / weights;
  const { openMinor } = one.item;
  const gainMinor =
    openMinor * unpaidShare * effect + (openMinor * effect * creditRate * savedDays) / 365;
  return { unpaidShare, gainMinor };
}

interface Step {
  client: number;
  option: Option;
  minutes: number;
  gain: number;
}

/** Steps from no action to the best one of a client, each with less gain per minute. */
function stepsOf(options: readonly Option[], client: number): Step[] {
  const steps: Step[] = [];
  let at = { minutes: 0, valueMinor: 0 };
  for (;;) {
    const next = options
      .filter((o) => o.minutes > at.minutes && o.valueMinor > at.valueMinor)
      .map((option) => ({
        ...{ client, option, minutes: option.minutes - at.minutes },
        gain: option.valueMinor - at.valueMinor,
      }))
      .sort((a, b) => b.gain / b.minutes - a.gain / a.minutes || b.gain - a.gain)[0];
    if (next === undefined) return steps;
    steps.push(next);
    at = next.option;
  }
}

function takeBest(clients: readonly Option[][], budget: ActionsInput): Option[] {
  const steps = clients.flatMap((options, client) => stepsOf(options, client));
  // What is left of the minutes may still hold an action that the steps jumped over.
  const single = clients.flatMap((options, client) =>
    options.map((option) => ({
      ...{ client, option, minutes: option.minutes, gain: option.valueMinor },
    })),
  );
  const taken = new Map<number, Option>();
  let minutes = 0;
  let calls = 0;
  const take = ({ client, option }: Step) => {
    const before = taken.get(client);
    const more = option.minutes - (before?.minutes ?? 0);
    const moreCalls = Number(option.kind === "call") - Number(before?.kind === "call");
    if (minutes + more > budget.minutes) return;
    if (budget.calls !== undefined && calls + moreCalls > budget.calls) return;
    taken.set(client, option);
    minutes += more;
    calls += moreCalls;
  };
  for (const step of steps.sort(byGain)) take(step);
  for (const step of single.sort(byGain)) if (!taken.has(step.client)) take(step);
  return [...taken.values()];
}

function byGain(a: Step, b: Step): number {
  return (
    b.gain / b.minutes - a.gain / a.minutes ||
    b.gain - a.gain ||
    (a.option.partyId < b.option.partyId ? -1 : 1)
  );
}

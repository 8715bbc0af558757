import type { Reliability } from "./small-data.ts";

/** What a person can do about a client's open invoices. */
export type ActionKind = "mail" | "call" | "formal-notice";

/** One action done in the past, about one invoice. */
export interface LoggedAction {
  kind: ActionKind;
  doneOn: string;
  /** P(paid by the deadline) as it stood on that day without the action. */
  paidShareBefore: number;
  /** Whether it was paid by the deadline. */
  isPaid: boolean;
}

/**
 * What an action does: the share of the invoices, among those that would have stayed unpaid by
 * their deadline, that are paid by it.
 */
export interface ActionEffect {
  kind: ActionKind;
  /** Of the first invoice of a client, and of each further one in the same action. */
  minutes: number;
  minutesMore: number;
  /** Mean and 90 % interval (normal approximation of the Beta) of the effect. */
  mean: number;
  low: number;
  high: number;
  /** A belief until thirty actions of one's own are logged. */
  state: "hypothesis" | "measured";
  reliability: Reliability;
}

interface Prior {
  minutes: number;
  minutesMore: number;
  successes: number;
  failures: number;
}

/** Beliefs, not measures: no published figure tells the effect of one reminder. */
const PRIORS: Record<ActionKind, Prior> = {
  mail: { minutes: 4, minutesMore: 1, successes: 2, failures: 18 },
  call: { minutes: 12, minutesMore: 2, successes: 5, failures: 15 },
  "formal-notice": { minutes: 25, minutesMore: 3, successes: 7, failures: 13 },
};
const FEWEST_LOGGED = 30;
const ROUNDS = 50;

export const ACTION_KINDS = ["mail", "call", "formal-notice"] as const;

/**
 * The effect of each action: a Beta belief, updated with one's own log. An invoice paid after an
 * action may have been paid without it: it counts for the share that the action explains (a
 * mixture of two causes, fitted by expectation and maximisation). Pure.
 */
export function actionEffects(log: readonly LoggedAction[], asOn: string): ActionEffect[] {
  return ACTION_KINDS.map((kind) => {
    const own = log.filter((l) => l.kind === kind && l.doneOn <= asOn);
    const { minutes, minutesMore, ...prior } = PRIORS[kind];
    let { successes, failures } = prior;
    for (let round = 0; round < ROUNDS && own.length > 0; round++) {
      const mean = successes / (successes + failures);
      ({ successes, failures } = prior);
      for (const { paidShareBefore: p, isPaid } of own) {
        const byAction = (1 - p) * mean;
        if (!isPaid) failures += 1;
        else if (p + byAction > 0) successes += byAction / (p + byAction);
      }
    }
    const n = successes + failures;
    const mean = successes / n;
    const reach = 1.645 * Math.sqrt((mean * (1 - mean)) / (n + 1));
    const isMeasured = own.length >= FEWEST_LOGGED;
    return {
      ...{ kind, minutes, minutesMore, mean },
      ...{ low: Math.max(0, mean - reach), high: Math.min(1, mean + reach) },
      state: isMeasured ? "measured" : "hypothesis",
      reliability: {
        ...{ grade: isMeasured ? "B" : "C", observations: own.length, periodDays: 0 },
      },
    };
  });
}

import { addDays } from "#contract/date.ts";
import { creditBpsInForce, rulesInForce } from "#main/automation/rules-in-force.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { chaseInput } from "./chase-input.ts";
import { chooseActions } from "./engines/actions.ts";
import { forecastSchedule } from "./engines/forecast-schedule.ts";
import { type Payable, paymentsOut, rankOf } from "./engines/payments-out.ts";
import { refOf, type TradeRow } from "./engines/warning-model.ts";
import { cashPosition, scheduleRows } from "./forecast.ts";
import { loggedActions, remindedSince } from "./reminders.ts";
import { partyNames } from "./warnings.ts";

/** Days ahead for which payments out are planned. */
const AHEAD_DAYS = 30;

/** A customer is left in peace so long after a reminder. */
const QUIET_DAYS = 7;

/** What a person asks: how much time there is, and what time and money cost. */
interface Asked {
  asOn: string;
  minutes: number;
  calls?: number | undefined;
  minuteMinor: number;
  creditBps?: number | undefined;
  penaltyBps: number;
}

/** The reminders and payments of the book to begin with, with the names of the parties. */
export function actionsOf(read: ReadHandle, asked: Asked) {
  const { asOn, minutes, calls, minuteMinor } = asked;
  const creditRate = (asked.creditBps ?? creditBpsInForce(read)) / 10_000;
  const { payables: bills, ...chased } = chaseInput(read, asOn);
  const names = partyNames(read);
  const named = <T extends { partyId: string | null }>(row: T) => ({
    ...row,
    partyName: row.partyId === null ? null : (names.get(row.partyId) ?? null),
  });
  const { actions, ...chosen } = chooseActions({
    ...{ ...chased, minutes, calls, minuteMinor, creditRate },
    log: loggedActions(read, asOn),
    quiet: remindedSince(read, addDays(asOn, -QUIET_DAYS), asOn),
  });
  const { floorMinor = 0 } = rulesInForce(read).limits;
  const payments = paymentsOut({
    ...{ asOn, floorMinor, creditRate, penaltyRate: asked.penaltyBps / 10_000 },
    cashMinor: cashPosition(read).balanceMinor,
    payables: [
      ...bills.map((row) => billPayable(row, names)),
      ...schedulePayables(read, asOn),
    ].filter((p) => p.dueOn <= addDays(asOn, AHEAD_DAYS)),
  });
  return {
    ...{ asOn, minutes, ...chosen },
    actions: actions.map((a) => ({ ...named(a), partyId: Number(a.partyId) })),
    payments: payments.map((p) => ({
      ...named(p),
      partyId: p.partyId === null ? null : Number(p.partyId),
    })),
  };
}

function billPayable(
  row: TradeRow & { openMinor: number },
  names: ReadonlyMap<string, string>,
): Payable {
  const { partyId, issuedOn, dueOn, openMinor } = row;
  const label = names.get(partyId) ?? partyId;
  return { ref: refOf({ row }), partyId, label, rank: "suppliers", issuedOn, dueOn, openMinor };
}

/** Disbursements of the payment schedule from the day itself on. */
function schedulePayables(read: ReadHandle, asOn: string): Payable[] {
  const eveOn = addDays(asOn, -1);
  const schedule = scheduleRows(read).map(({ id, untilOn, ...row }) => ({
    ...row,
    id: String(id),
    ...(untilOn === null ? {} : { untilOn }),
  }));
  return forecastSchedule({ asOn: eveOn, horizonDays: AHEAD_DAYS + 1, schedule })
    .filter((flow) => flow.amountMinor < 0)
    .map((flow) => ({
      ref: { kind: "schedule", id: flow.refs[0]?.id ?? "" },
      ...{ partyId: null, label: flow.label, rank: rankOf(flow.category, flow.label) },
      ...{ dueOn: addDays(eveOn, flow.day), openMinor: -flow.amountMinor },
    }));
}

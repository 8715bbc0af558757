import { addDays, addMonths, daysBetween, endOfMonth } from "#contract/date.ts";
import type { Assumption } from "#contract/treasury-plan.ts";
import { applyRateBps } from "#main/base/money.ts";
import { loanSchedule } from "#main/ledger/assets/loan-schedule.ts";
import type { BilledRow, ForecastInput, OpenItem, ScheduleItem } from "./forecast-model.ts";

type Of<K extends Assumption["kind"]> = Extract<Assumption, { kind: K }>;

/** Days to wait for what is never paid: beyond any horizon. */
const NEVER_DAYS = 36_500;
/** Employer's charges are paid on the 15th of the month after the pay. */
const CHARGES_DAY = "15";

/**
 * The input of the forecast under some assumptions, applied in their order. Rows of the book stay:
 * an item is only paid later, billing only has another level, and assumed flows stand for nothing
 * known, so that the random draws of the band are the same in every scenario. No assumption gives
 * the very same input back.
 */
export function applyAssumptions(
  input: ForecastInput,
  assumptions: readonly Assumption[],
): ForecastInput {
  if (assumptions.length === 0) return input;
  return { ...assumptions.reduce(applyOne, input), plain: input };
}

function applyOne(input: ForecastInput, assumption: Assumption, index: number): ForecastInput {
  const assumed = (items: readonly PlannedFlow[]): ForecastInput => ({
    ...input,
    assumed: [
      ...(input.assumed ?? []),
      ...items
        .filter((item) => item.amountMinor !== 0)
        .map((item, n) => ({ ...item, id: `assumed-${index + 1}-${n + 1}` })),
    ],
  });
  switch (assumption.kind) {
    case "client-delay":
      return delayed(input, assumption);
    case "client-lost":
      return withoutClient(input, assumption);
    case "hire":
      return assumed(payOf(assumption, input));
    case "investment":
      return assumed(investmentFlows(assumption));
    case "price-change":
      return changed(input, { fromOn: assumption.fromOn, factorBps: 10_000 + assumption.bps });
    case "new-flow": {
      const { label, amountMinor, dueOn, every, untilOn } = assumption;
      return assumed([flow({ label, amountMinor, dueOn, every, ...(untilOn && { untilOn }) })]);
    }
  }
}

type PlannedFlow = Omit<ScheduleItem, "id">;

function flow(
  told: Pick<ScheduleItem, "label" | "amountMinor" | "dueOn"> & Partial<PlannedFlow>,
): PlannedFlow {
  return { category: "", every: "once", ...told };
}

/** Open invoices are paid so many days later, and so is what will be billed to the client. */
function delayed(input: ForecastInput, { partyId, days }: Of<"client-delay">): ForecastInput {
  const isOf = (id: string | undefined) => partyId === null || id === String(partyId);
  return {
    ...input,
    openItems: input.openItems.map((item) =>
      isSold(item) && isOf(item.partyId) ? later(item, days) : item,
    ),
    billing: input.billing.map((row) =>
      row.dueOn !== undefined && isOf(row.partyId) ? { ...row, dueOn: dueLater(row, days) } : row,
    ),
  };
}

function dueLater({ issuedOn, dueOn = issuedOn }: BilledRow, days: number): string {
  return addDays(issuedOn, Math.max(0, daysBetween(issuedOn, dueOn) + days));
}

function withoutClient(input: ForecastInput, told: Of<"client-lost">): ForecastInput {
  const partyId = String(told.partyId);
  const openItems = told.paysOpen
    ? input.openItems
    : input.openItems.map((item) =>
        isSold(item) && item.partyId === partyId ? later(item, NEVER_DAYS) : item,
      );
  return changed({ ...input, openItems }, { fromOn: told.fromOn, partyId, factorBps: 0 });
}

function changed(
  input: ForecastInput,
  change: NonNullable<ForecastInput["billingChanges"]>[number],
): ForecastInput {
  return { ...input, billingChanges: [...(input.billingChanges ?? []), change] };
}

/** Gross pay at each month's end, in proportion to the days of the first and the last month. */
function payOf(told: Of<"hire">, { asOn, horizonDays }: ForecastInput): PlannedFlow[] {
  const { label, monthlyMinor, chargesBps, fromOn, untilOn } = told;
  const endOn = addDays(asOn, horizonDays);
  const flows: PlannedFlow[] = [];
  for (let n = 0; ; n++) {
    const first = addMonths(`${fromOn.slice(0, 7)}-01`, n);
    if (first > endOn || (untilOn !== null && first > untilOn)) return flows;
    const last = endOfMonth(first);
    const from = fromOn > first ? fromOn : first;
    const to = untilOn !== null && untilOn < last ? untilOn : last;
    const days = Number(last.slice(8));
    const grossMinor = Math.round((monthlyMinor * Math.max(0, daysBetween(from, to) + 1)) / days);
    const chargesOn = `${addMonths(first, 1).slice(0, 8)}${CHARGES_DAY}`;
    flows.push(
      flow({ label, amountMinor: -grossMinor, dueOn: last }),
      flow({ label, amountMinor: -applyRateBps(grossMinor, chargesBps), dueOn: chargesOn }),
    );
  }
}

/** The price on its day; a loan comes the same day and goes back by constant monthly payments. */
function investmentFlows({ label, amountMinor, on, loan }: Of<"investment">): PlannedFlow[] {
  const price = flow({ label, amountMinor: -amountMinor, dueOn: on });
  if (loan === null) return [price];
  const instalments = loanSchedule({
    ...{ label, account: "164000", principalMinor: loan.amountMinor, rateBps: loan.rateBps },
    ...{ kind: "annuity", every: "month", instalments: loan.months, insuranceMinor: 0 },
    firstOn: addMonths(on, 1),
  });
  return [
    price,
    flow({ label, amountMinor: loan.amountMinor, dueOn: on }),
    ...instalments.map(({ paymentMinor, dueOn }) =>
      flow({ label, amountMinor: -paymentMinor, dueOn }),
    ),
  ];
}

function isSold({ kind }: OpenItem): boolean {
  return kind === "invoice" || kind === "credit-note";
}

function later(item: OpenItem, days: number): OpenItem {
  return { ...item, laterDays: (item.laterDays ?? 0) + days };
}

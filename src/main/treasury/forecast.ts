import type { Forecast } from "#contract/treasury.ts";
import { rulesInForce } from "#main/automation/rules-in-force.ts";
import { bankAccounts, knownBalance } from "#main/banking/bank-accounts.ts";
import { paidItems } from "#main/reconciliation/match-input.ts";
import type { OpenTradeItem } from "#main/reconciliation/open-items.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { forecastCash } from "./engines/cash-forecast.ts";
import type { BandFactors, ForecastInput, OpenItem } from "./engines/forecast-model.ts";
import type { PaidItem } from "./engines/payment-delays.ts";
import { recurringFlows } from "./engines/recurring-flows.ts";
import { onAccount, type PaymentsOnAccount, paymentsOnAccount } from "./payments-on-account.ts";

/** Days that the forecast looks ahead unless the rules say otherwise. */
const HORIZON_DAYS = 90;

/** All bank accounts together: their last known balance and the day of the latest. */
export function cashPosition(read: ReadHandle): { asOn: string | null; balanceMinor: number } {
  let asOn: string | null = null;
  let balanceMinor = 0;
  for (const account of bankAccounts(read)) {
    const known = knownBalance(read, account);
    balanceMinor += known.balanceMinor;
    if (known.balanceOn !== null && (asOn === null || known.balanceOn > asOn)) {
      asOn = known.balanceOn;
    }
  }
  return { asOn, balanceMinor };
}

/**
 * Forecasts cash from the last known balance: open items at each client's own usual
 * delay, the schedule, and recurring flows found in the bank's history.
 */
export function forecast(
  read: ReadHandle,
  asked: { asOn?: string | undefined; todayOn: string },
): Forecast {
  const input = forecastInput(read, asked);
  const { asOn, balanceMinor, floorMinor } = input;
  const result = forecastCash(input);
  const at = (point: { balanceMinor: number } | null) => point?.balanceMinor ?? balanceMinor;
  return {
    asOn,
    balanceMinor,
    floorMinor,
    days: result.days.map((day) => ({
      ...day,
      flows: day.flows.map((flow) => ({
        ...flow,
        refs: flow.refs.map((ref) => ({ kind: ref.kind, id: Number(ref.id.split(":").at(-1)) })),
      })),
    })),
    lowest: result.lowest,
    at: { d30: at(result.at.d30), d60: at(result.at.d60), d90: at(result.at.d90) },
    reliability: result.reliability,
  };
}

/** All that the forecast and the stress test start from: the balance, the rules and the rows. */
export function forecastInput(
  read: ReadHandle,
  asked: { asOn?: string | undefined; todayOn: string; horizonDays?: number },
): ForecastInput {
  const position = cashPosition(read);
  const asOn = asked.asOn ?? position.asOn ?? asked.todayOn;
  const limits = rulesInForce(read).limits;
  const account = paymentsOnAccount(read);
  return {
    asOn,
    balanceMinor: position.balanceMinor,
    floorMinor: limits.floorMinor ?? 0,
    horizonDays: asked.horizonDays ?? limits.horizonDays ?? HORIZON_DAYS,
    ...learnedFactors(read, asOn),
    ...tradeInput(read, asOn, account),
    bankHistory: bankHistory(read, asOn, account),
    schedule: schedule(read),
    billing: billing(read, asOn),
  };
}

/** What is open and what was paid by the day, as the engines read them. */
export function tradeInput(
  read: ReadHandle,
  asOn: string,
  account: PaymentsOnAccount = paymentsOnAccount(read),
): Pick<ForecastInput, "openItems" | "paidHistory"> {
  const openItems = unpaidItems(account, asOn).map((item): OpenItem => {
    const credit = item.kind === "credit-note";
    const kinds = {
      invoice: credit ? "credit-note" : "invoice",
      bill: credit ? "bill-credit-note" : "bill",
    } as const;
    return {
      id: `${item.itemKind}:${item.itemId}`,
      kind: kinds[item.itemKind],
      partyId: String(item.partyId),
      reference: item.reference,
      dueOn: item.dueOn,
      issuedOn: item.issuedOn,
      openMinor: item.openMinor,
    };
  });
  return { openItems, paidHistory: paidHistory(read, account).filter((p) => p.paidOn <= asOn) };
}

/** Every payment of an invoice or bill, matched or on account, as the engines read them. */
export function paidHistory(
  read: ReadHandle,
  account: PaymentsOnAccount = paymentsOnAccount(read),
): PaidItem[] {
  const matched = paidItems(read).map(({ partyId, itemKind, ...paid }) => ({
    ...paid,
    partyId: String(partyId),
    side: sideOf(itemKind),
  }));
  const others = account.items.flatMap((item) =>
    onAccount(account, item).map(
      ({ on, amountMinor }): PaidItem => ({
        ...{ partyId: String(item.partyId), side: sideOf(item.itemKind) },
        ...{ issuedOn: item.issuedOn, dueOn: item.dueOn, paidOn: on },
        amountMinor: item.itemKind === "invoice" ? amountMinor : 0 - amountMinor,
      }),
    ),
  );
  return others.length === 0 ? matched : [...matched, ...others];
}

function sideOf(itemKind: OpenTradeItem["itemKind"]): PaidItem["side"] {
  return itemKind === "invoice" ? "customer" : "supplier";
}

/**
 * Open items less what money on account pays of them: that money is in the balance, and counting
 * it again would flatter the forecast.
 */
export function unpaidItems(account: PaymentsOnAccount, asOn: string): OpenTradeItem[] {
  return account.items
    .filter((item) => item.issuedOn <= asOn)
    .map((item) => {
      const paidMinor = onAccount(account, item)
        .filter((p) => p.on <= asOn)
        .reduce((sum, p) => sum + p.amountMinor, 0);
      return { ...item, openMinor: item.openMinor - paidMinor };
    })
    .filter((item) => item.openMinor !== 0);
}

/** Flows of the bank that come back by themselves and pay no invoice, the next one first. */
export function recurring(read: ReadHandle) {
  const { lastOn } = read.reading("SELECT max(booked_on) AS lastOn FROM bank_line").get() as {
    lastOn: string | null;
  };
  if (lastOn === null) return [];
  const flows = recurringFlows({
    asOn: lastOn,
    bankHistory: bankHistory(read, lastOn, paymentsOnAccount(read)),
  });
  return flows
    .filter((flow) => !flow.billed)
    .map(({ key, label, periodDays, amountMinor, band, nextOn, observations, lineIds }) => ({
      ...{ key, label, periodDays, amountMinor, nextOn, observations },
      ...band,
      lastLineId: Number(lineIds.at(-1)),
    }));
}

/**
 * Bank lines so far, without transfers between own accounts (account 58). A line that pays items
 * on account counts as one that settles them.
 */
export function bankHistory(
  read: ReadHandle,
  asOn: string,
  account: Pick<PaymentsOnAccount, "parties"> = { parties: new Map() },
): ForecastInput["bankHistory"] {
  const rows = read
    .reading(
      "SELECT b.id, b.booked_on AS bookedOn, b.amount_minor AS amountMinor, b.label, " +
        "m.id AS matchId FROM bank_line b LEFT JOIN match m ON m.bank_line_id = b.id " +
        "AND m.undone_by_entry_id IS NULL WHERE b.booked_on <= ? AND (m.entry_id IS NULL OR " +
        "m.entry_id NOT IN (SELECT entry_id FROM line WHERE account >= '58' AND account < '59')) " +
        "ORDER BY b.booked_on, b.id",
    )
    .all(asOn) as {
    id: number;
    bookedOn: string;
    amountMinor: number;
    label: string;
    matchId: number | null;
  }[];
  const settled = settledParties(read);
  return rows.map(({ id, matchId, ...row }) => {
    const partyId = account.parties.get(id) ?? settled.get(matchId);
    const matched = partyId !== undefined;
    return { ...row, id: String(id), matched, ...(matched ? { partyId } : {}) };
  });
}

/** Whose items each match settles; of several parties, that of the first item. */
function settledParties(read: ReadHandle): Map<number | null, string> {
  const rows = read
    .reading(
      "SELECT a.match_id AS matchId, coalesce(i.party_id, s.party_id) AS partyId " +
        "FROM match_allocation a " +
        "LEFT JOIN invoice i ON a.item_kind = 'invoice' AND i.id = a.item_id " +
        "LEFT JOIN bill s ON a.item_kind = 'bill' AND s.id = a.item_id " +
        "ORDER BY a.match_id DESC, a.item_kind, a.item_id DESC",
    )
    .all() as { matchId: number; partyId: number }[];
  return new Map(rows.map(({ matchId, partyId }) => [matchId, String(partyId)]));
}

interface ScheduleRow {
  id: number;
  dueOn: string;
  label: string;
  amountMinor: number;
  category: string;
  every: "once" | "week" | "month" | "quarter" | "year";
  untilOn: string | null;
}

/** How much wider the company's own past says that the band should be, as last measured. */
function learnedFactors(read: ReadHandle, asOn: string): Pick<ForecastInput, "bandFactors"> {
  const row = read
    .reading(
      "SELECT json_extract(result, '$.factors') AS factors FROM analysis " +
        "WHERE engine = 'reliability' AND as_on <= ? ORDER BY id DESC LIMIT 1",
    )
    .get(asOn) as { factors: string } | undefined;
  if (row === undefined) return {};
  const bandFactors = JSON.parse(row.factors) as BandFactors;
  return Object.values(bandFactors).every((factor) => factor === 1) ? {} : { bandFactors };
}

/** The payment schedule by date. */
export function scheduleRows(read: ReadHandle): ScheduleRow[] {
  return read
    .reading(
      "SELECT id, due_on AS dueOn, label, amount_minor AS amountMinor, category, every, " +
        "until_on AS untilOn FROM schedule_item ORDER BY due_on, id",
    )
    .all() as ScheduleRow[];
}

function schedule(read: ReadHandle): ForecastInput["schedule"] {
  return scheduleRows(read).map(({ id, untilOn, ...row }) => ({
    ...row,
    id: String(id),
    ...(untilOn === null ? {} : { untilOn }),
  }));
}

function billing(read: ReadHandle, asOn: string): ForecastInput["billing"] {
  return read
    .reading(
      "SELECT issued_on AS issuedOn, due_on AS dueOn, gross_minor AS grossMinor, " +
        "CAST(party_id AS TEXT) AS partyId FROM invoice WHERE issued_on <= ? ORDER BY issued_on",
    )
    .all(asOn) as { issuedOn: string; dueOn: string; grossMinor: number; partyId: string }[];
}

import { daysBetween } from "#contract/date.ts";
import type { BusinessRules } from "#main/automation/business-rules.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { BankLine } from "./bank-line-rows.ts";
import { readForeign } from "./matching/foreign-amount.ts";
import type {
  ForeignAmount,
  MatchInput,
  MatchLine,
  OpenItem,
  PaymentHabit,
} from "./matching/model.ts";
import { type OpenTradeItem, openItems } from "./open-items.ts";
import { itemName } from "./stored-candidate.ts";

/** What the matching engine needs of the book. */
export function matchInput(
  read: ReadHandle,
  asked: { lines: readonly BankLine[]; rules: BusinessRules; suggestOnly: boolean },
): { input: MatchInput; items: Map<string, OpenTradeItem> } {
  const found = openItems(read);
  const ibans = learnedIbans(read);
  const names = learnedNames(read);
  const { rules } = asked;
  return {
    items: new Map(found.map((item) => [itemName(item), item])),
    input: {
      lines: asked.lines.map(engineLine),
      items: found.map((item) =>
        engineItem(item, {
          ibans: ibans.get(item.partyId) ?? [],
          names: names.get(item.partyId) ?? [],
        }),
      ),
      habits: habitsOf(read),
      options: {
        acquirers: rules.fees.flatMap((fee) =>
          fee.contains.map((text) => ({
            labelPattern: text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
            minFeeBps: fee.feeMinBps,
            maxFeeBps: fee.feeMaxBps,
            account: fee.account,
          })),
        ),
        toleranceMinor: rules.matching.toleranceMinor,
        automatic: rules.matching.automatic && !asked.suggestOnly,
      },
    },
  };
}

function engineLine(line: BankLine): MatchLine {
  const { counterpartyName, counterpartyIban, reference } = line;
  return {
    id: String(line.id),
    bookedOn: line.bookedOn,
    amountMinor: line.amountMinor,
    currency: line.currency,
    label: line.label,
    ...(counterpartyName === null ? {} : { counterpartyName }),
    ...(counterpartyIban === null ? {} : { counterpartyIban }),
    ...(reference === null ? {} : { reference }),
    ...foreignOf(line),
  };
}

const KINDS = {
  invoice: { invoice: "invoice", "credit-note": "credit-note" },
  bill: { invoice: "bill", "credit-note": "bill-credit" },
} as const;

function engineItem(
  item: OpenTradeItem,
  learned: { ibans: readonly string[]; names: readonly string[] },
): OpenItem {
  return {
    id: itemName(item),
    kind: KINDS[item.itemKind][item.kind],
    reference: item.reference,
    partyId: String(item.partyId),
    partyName: item.partyName,
    partyAliases: learned.names,
    partyIbans: item.partyIban === null ? learned.ibans : [item.partyIban, ...learned.ibans],
    issuedOn: item.issuedOn,
    dueOn: item.dueOn,
    openMinor: item.openMinor,
    currency: item.currency,
    ...(item.foreignCurrency !== null && item.foreignMinor !== null && isUnpaid(item)
      ? { foreign: { currency: item.foreignCurrency, amountMinor: item.foreignMinor } }
      : {}),
    ...(isPaidAtOnce(item) ? { paymentMethod: "card" as const } : {}),
  };
}

function isUnpaid(item: OpenTradeItem): boolean {
  return item.openMinor === item.grossMinor;
}

/** The amount in another currency that the bank writes into its label. */
function foreignOf(line: BankLine): { foreign?: ForeignAmount } {
  const found = readForeign(`${line.label} ${line.reference ?? ""}`, line.currency);
  if (found === undefined) return {};
  const amountMinor = Math.sign(line.amountMinor) * found.amountMinor;
  return { foreign: { currency: found.currency, amountMinor } };
}

/** An invoice due on its own day was paid at the counter: a card settlement may hold it. */
function isPaidAtOnce(item: OpenTradeItem): boolean {
  return item.itemKind === "invoice" && item.kind === "invoice" && item.dueOn === item.issuedOn;
}

/** IBANs from which a party has paid, or been paid, in active matches of one party only. */
function learnedIbans(read: ReadHandle): Map<number, string[]> {
  const rows = read
    .reading(
      "SELECT DISTINCT t.party_id AS partyId, b.counterparty_iban AS iban FROM match m " +
        "JOIN bank_line b ON b.id = m.bank_line_id JOIN match_allocation a ON a.match_id = m.id " +
        "JOIN (SELECT 'invoice' AS kind, id, party_id FROM invoice UNION ALL " +
        "SELECT 'bill', id, party_id FROM bill) t ON t.kind = a.item_kind AND t.id = a.item_id " +
        "WHERE +m.undone_by_entry_id IS NULL AND b.counterparty_iban IS NOT NULL",
    )
    .all() as { partyId: number; iban: string }[];
  const byParty = Map.groupBy(rows, (r) => r.partyId);
  return new Map([...byParty].map(([party, found]) => [party, found.map((f) => f.iban)]));
}

/**
 * Names under which a party has paid, or been paid, as the bank gives them: learned from matches,
 * and only while the name never stood for another party (a head office pays for many).
 */
function learnedNames(read: ReadHandle): Map<number, string[]> {
  const rows = read
    .reading(
      "SELECT min(t.party_id) AS partyId, b.counterparty_name AS name FROM match m " +
        "JOIN bank_line b ON b.id = m.bank_line_id JOIN match_allocation a ON a.match_id = m.id " +
        "JOIN (SELECT 'invoice' AS kind, id, party_id FROM invoice UNION ALL " +
        "SELECT 'bill', id, party_id FROM bill) t ON t.kind = a.item_kind AND t.id = a.item_id " +
        "WHERE +m.undone_by_entry_id IS NULL AND b.counterparty_name IS NOT NULL " +
        "GROUP BY b.counterparty_name HAVING count(DISTINCT t.party_id) = 1 ORDER BY 1, 2",
    )
    .all() as { partyId: number; name: string }[];
  const byParty = Map.groupBy(rows, (r) => r.partyId);
  return new Map([...byParty].map(([party, found]) => [party, found.map((f) => f.name)]));
}

/** Each party's own lateness: median of paid date less due date. */
export function habitsOf(read: ReadHandle): Map<string, PaymentHabit> {
  const byParty = Map.groupBy(paidItems(read), (p) => p.partyId);
  const habits = new Map<string, PaymentHabit>();
  for (const [partyId, paid] of byParty) {
    const delays = paid.map((p) => daysBetween(p.dueOn, p.paidOn)).sort((a, b) => a - b);
    const medianDelayDays = delays[Math.floor((delays.length - 1) / 2)] ?? 0;
    habits.set(String(partyId), { medianDelayDays, count: delays.length });
  }
  return habits;
}

/** Invoices and bills that a bank line paid, wholly or in part. */
export interface PaidTradeItem {
  partyId: number;
  itemKind: "invoice" | "bill";
  issuedOn: string;
  dueOn: string;
  paidOn: string;
  amountMinor: number;
}

/** Every payment that an active match found; what came back since is not one. */
export function paidItems(read: ReadHandle): PaidTradeItem[] {
  return read
    .reading(
      "SELECT t.party_id AS partyId, a.item_kind AS itemKind, t.issued_on AS issuedOn, " +
        "t.due_on AS dueOn, b.booked_on AS paidOn, a.amount_minor AS amountMinor " +
        "FROM match m JOIN bank_line b ON b.id = m.bank_line_id " +
        "JOIN match_allocation a ON a.match_id = m.id JOIN (" +
        "SELECT 'invoice' AS kind, id, party_id, issued_on, due_on, gross_minor AS gross FROM invoice UNION ALL " +
        "SELECT 'bill', id, party_id, issued_on, due_on, gross_minor FROM bill) t " +
        "ON t.kind = a.item_kind AND t.id = a.item_id " +
        "WHERE +m.undone_by_entry_id IS NULL AND sign(a.amount_minor) = sign(t.gross) ORDER BY b.booked_on, b.id",
    )
    .all() as PaidTradeItem[];
}

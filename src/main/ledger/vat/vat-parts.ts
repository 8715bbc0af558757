import type { VatOperation } from "#contract/vat.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { partyKindOf } from "../party-accounts.ts";
import { type EntryPart, entryParts } from "./entry-parts.ts";
import { type Paid, paymentsOf } from "./payments.ts";
import { type VatEntry, vatEntries } from "./vat-entry.ts";
import type { VatPeriod } from "./vat-period.ts";

/** What a return takes of a line. */
export interface VatPart {
  lineId: number;
  entryId: number;
  account: string;
  /** `base`: a sales line whose base stands with its VAT lines; kept so that it is not asked again. */
  operation: VatOperation | "base";
  rateBps: number | null;
  baseMinor: number;
  vatMinor: number;
  dueOn: string;
  isWhole: boolean;
}

interface Taken {
  baseMinor: number;
  vatMinor: number;
}

/** What falls due up to the end of a period and no return has taken, line by line. */
export function openVatParts(read: ReadHandle, period: VatPeriod, fromOn: string): VatPart[] {
  const entries = [...vatEntries(read, { fromOn, toOn: period.endsOn })];
  const cut = entries.map((entry) => ({ entry, parts: entryParts(entry, period.regime) }));
  const waiting = cut.filter(({ parts }) => parts.some((part) => part.onPaymentPpm > 0));
  const partyLines = waiting.flatMap(({ entry }) => partyLinesOf(entry).map((line) => line.id));
  const paid = paymentsOf(read, partyLines, period.endsOn);
  const taken = takenBefore(read);
  return cut.flatMap(({ entry, parts }) => dueParts(entry, parts, { paid, taken }));
}

/** What earlier returns took of lines that they did not take wholly. */
function takenBefore(read: ReadHandle): Map<number, Taken> {
  const rows = read
    .reading(
      "SELECT line_id AS lineId, sum(base_minor) AS baseMinor, sum(vat_minor) AS vatMinor " +
        "FROM vat_part GROUP BY line_id HAVING max(is_whole) = 0",
    )
    .all() as (Taken & { lineId: number })[];
  return new Map(rows.map((row) => [row.lineId, row]));
}

function dueParts(
  entry: VatEntry,
  parts: readonly EntryPart[],
  known: { paid: ReadonlyMap<number, Paid>; taken: ReadonlyMap<number, Taken> },
): VatPart[] {
  const state = paymentState(entry, known.paid);
  const made = parts.flatMap((part) => {
    const isWhole = part.onPaymentPpm === 0 || state.isPaid;
    const now = isWhole ? part : paidShare(part, state);
    const before = known.taken.get(part.lineId) ?? { baseMinor: 0, vatMinor: 0 };
    const baseMinor = now.baseMinor - before.baseMinor;
    const vatMinor = now.vatMinor - before.vatMinor;
    if (baseMinor === 0 && vatMinor === 0) return [];
    const { lineId, account, operation, rateBps } = part;
    const dueOn = part.onPaymentPpm === 0 ? entry.pieceOn : (state.lastOn ?? entry.datedOn);
    const head = { lineId, entryId: entry.id, account, operation, rateBps };
    return [{ ...head, baseMinor, vatMinor, dueOn, isWhole }];
  });
  const isSettled = parts.every((part) => part.onPaymentPpm === 0) || state.isPaid;
  return isSettled ? [...made, ...baseLines(entry, parts)] : made;
}

/** Sales lines that say nothing by themselves, once all of their entry is taken. */
function baseLines(entry: VatEntry, parts: readonly EntryPart[]): VatPart[] {
  const said = new Set(parts.map((part) => part.lineId));
  return entry.lines
    .filter((line) => line.account.startsWith("70") && !said.has(line.id))
    .map((line) => ({
      lineId: line.id,
      entryId: entry.id,
      account: line.account,
      operation: "base",
      rateBps: null,
      baseMinor: 0,
      vatMinor: 0,
      dueOn: entry.datedOn,
      isWhole: true,
    }));
}

interface PaymentState {
  paidMinor: number;
  totalMinor: number;
  isPaid: boolean;
  lastOn: string | undefined;
}

/** An entry without a party line was paid at once. */
function paymentState(entry: VatEntry, paid: ReadonlyMap<number, Paid>): PaymentState {
  const lines = partyLinesOf(entry);
  const totalMinor = lines.reduce((sum, line) => sum + Math.abs(line.creditMinor), 0);
  const found = lines.flatMap((line) => paid.get(line.id) ?? []);
  const paidMinor = found.reduce((sum, one) => sum + one.paidMinor, 0);
  const lastOn = found.map((one) => one.lastOn).reduce(later, undefined);
  return { paidMinor, totalMinor, isPaid: paidMinor >= totalMinor, lastOn };
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

/** Goods at once, services in the proportion that was paid. */
function paidShare(part: EntryPart, state: PaymentState): Taken {
  const share = (minor: number) => {
    const onPayment = Math.round((minor * part.onPaymentPpm) / 1_000_000);
    return minor - onPayment + Math.round((onPayment * state.paidMinor) / state.totalMinor);
  };
  return { baseMinor: share(part.baseMinor), vatMinor: share(part.vatMinor) };
}

function partyLinesOf(entry: VatEntry) {
  return entry.lines.filter(
    (line) => line.partyId !== null && partyKindOf(line.account) !== undefined,
  );
}

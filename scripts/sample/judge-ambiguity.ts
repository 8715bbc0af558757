import type { BankLine, Invoice, Settled } from "./model.ts";

/** Bounds within which a careful matcher looks for a group of invoices. */
const MOST_ITEMS = 20;
const MOST_IN_GROUP = 6;

type Open = { invoice: Invoice; leftMinor: number };

/**
 * Says for each customer receipt whether what the bank line carries (payer, text, amount, date)
 * points to one answer only. What remains is marked with its reason: a matcher that abstains
 * there is right. Without a reference, the fewest invoices that add up to the amount are taken as
 * the answer when only one such group exists.
 */
export function judgeAmbiguity(lines: readonly BankLine[], items: readonly Invoice[]): BankLine[] {
  const book = new Map(items.map((i) => [i.reference, { invoice: i, leftMinor: i.grossMinor }]));
  return lines.map((line) => {
    const pays = line.pays ?? [];
    const isReceipt = line.kind === "customer-receipt";
    const reason = isReceipt ? reasonOf(line, pays, book) : undefined;
    for (const pay of pays) {
      const open = book.get(pay.reference);
      if (open?.invoice.customer.code === pay.party) open.leftMinor -= pay.amountMinor;
    }
    if (line.planted === "paid-twice") return { ...line, ambiguous: "already-paid" };
    return reason === undefined ? line : { ...line, ambiguous: reason };
  });
}

function reasonOf(
  line: BankLine,
  pays: readonly Settled[],
  book: ReadonlyMap<string, Open>,
): string | undefined {
  if (line.planted === "unknown-payer") return "unknown-payer";
  if (line.planted === "on-account") return "on-account";
  if (pays.every((pay) => isReadable(line, pay.reference))) return undefined;
  const isPartial = pays.some((pay) => book.get(pay.reference)?.leftMinor !== pay.amountMinor);
  if (isPartial) return "partial-without-reference";
  const party = pays[0]?.party;
  const open = [...book.values()].filter(
    ({ invoice, leftMinor }) =>
      invoice.customer.code === party && invoice.issuedOn <= line.bookedOn && leftMinor !== 0,
  );
  const amounts = open.slice(-MOST_ITEMS).map((o) => o.leftMinor);
  for (let size = 1; size <= MOST_IN_GROUP; size++) {
    const found = countGroups(amounts, { target: line.amountMinor, size });
    if (found === 1 && size === pays.length) return undefined;
    if (found > 0) return "several-solutions";
  }
  return "no-solution-in-bounds";
}

/** True when the whole reference stands in the text as a bounded token, however separated. */
export function isReadable(line: BankLine, reference: string): boolean {
  const [, year = "", number = ""] = reference.split("-");
  const text = `${line.label} ${line.remittance ?? ""} ${line.endToEndId ?? ""}`;
  return new RegExp(`(?<!\\d)${year}[ -]?${number}(?!\\d)`).test(text);
}

/** Groups of exactly `size` amounts that add up to the target; two are enough to know. */
function countGroups(
  amounts: readonly number[],
  { target, size }: { target: number; size: number },
): number {
  let found = 0;
  const search = (from: number, left: number, more: number) => {
    if (more === 0) {
      if (left === 0) found++;
      return;
    }
    for (let i = from; i < amounts.length && found < 2; i++) {
      search(i + 1, left - (amounts[i] ?? 0), more - 1);
    }
  };
  search(0, target, size);
  return found;
}

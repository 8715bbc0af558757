import { addDays } from "#contract/date.ts";
import type { Quote, QuoteState } from "#contract/quotes.ts";
import { rulesInForce } from "#main/automation/rules-in-force.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** What a person or a file says of a quote. */
export type QuoteFacts = Omit<Quote, "quoteId" | "countedBps">;

const COLUMNS =
  "id AS quoteId, number, customer, label, issued_on AS issuedOn, expected_on AS expectedOn, " +
  "net_minor AS netMinor, gross_minor AS grossMinor, probability_bps AS probabilityBps, state";

/** An open quote that nobody answered so long after the day expected counts no more. */
const LIFE_DAYS = 90;

/** Quotes, newest first, each with the share of it that the forecast of a day counts. */
export function listQuotes(
  read: ReadHandle,
  { asOn, states }: { asOn: string; states?: readonly QuoteState[] | undefined },
): Quote[] {
  const usualBps = Math.round(rulesInForce(read).drafts.quotesShare * 10_000);
  const freshOn = addDays(asOn, -LIFE_DAYS);
  const countedBps = ({ state, probabilityBps, expectedOn }: QuoteFacts) => {
    // A quote that is won waits for its invoice; one that is lost or invoiced counts no more.
    if (state === "won") return 10_000;
    return state === "open" && expectedOn >= freshOn ? (probabilityBps ?? usualBps) : 0;
  };
  const rows = read
    .reading(`SELECT ${COLUMNS} FROM quote ORDER BY issued_on DESC, id DESC`)
    .all() as Omit<Quote, "countedBps">[];
  return rows
    .filter(({ state }) => states === undefined || states.includes(state))
    .map((row) => ({ ...row, countedBps: countedBps(row) }));
}

/** Keeps a quote, new or changed, unless its number is another's or its facts contradict. */
export function saveQuote(
  tx: Transaction,
  act: Act,
  { quoteId, ...facts }: QuoteFacts & { quoteId?: number | undefined },
) {
  const fault = faultOf(tx, facts, quoteId);
  if (fault !== undefined) return fault;
  const before = quoteId === undefined ? undefined : quoteOf(tx, quoteId);
  if (quoteId !== undefined && before === undefined) {
    return refuse("invoicing.unknown-quote", { quoteId });
  }
  const id = putQuote(tx, act, { ...facts, quoteId, importRunId: null });
  const audit = { subject: `quote ${facts.number}`, after: facts };
  return {
    result: { quoteId: id },
    audit: before === undefined ? audit : { ...audit, before },
  };
}

/** Takes a quote away: it is no accounting document, nothing else points to it. */
export function removeQuote(tx: Transaction, quoteId: number) {
  const before = quoteOf(tx, quoteId);
  if (before === undefined) return refuse("invoicing.unknown-quote", { quoteId });
  tx.writing("DELETE FROM quote WHERE id = ?").run(quoteId);
  return { result: { quoteId }, audit: { subject: `quote ${before.number}`, before } };
}

/** Writes a quote under its id, or a new one. */
export function putQuote(
  tx: Transaction,
  act: Act,
  quote: QuoteFacts & { quoteId?: number | undefined; importRunId: number | null },
): number {
  const values = [
    ...[quote.number, quote.customer, quote.label, quote.issuedOn, quote.expectedOn],
    ...[quote.netMinor, quote.grossMinor, quote.probabilityBps, quote.state, act.nowMs],
  ];
  if (quote.quoteId !== undefined) {
    tx.writing(
      "UPDATE quote SET number = ?, customer = ?, label = ?, issued_on = ?, expected_on = ?, " +
        "net_minor = ?, gross_minor = ?, probability_bps = ?, state = ?, changed_at_ms = ? " +
        "WHERE id = ?",
    ).run(...values, quote.quoteId);
    return quote.quoteId;
  }
  const { lastInsertRowid } = tx
    .writing(
      "INSERT INTO quote (number, customer, label, issued_on, expected_on, net_minor, " +
        "gross_minor, probability_bps, state, changed_at_ms, import_run_id) " +
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(...values, quote.importRunId);
  return Number(lastInsertRowid);
}

/** The quote of a number, as it was last told. */
export function quoteNumbered(read: ReadHandle, number: string) {
  return read.reading(`SELECT ${COLUMNS} FROM quote WHERE number = ?`).get(number) as
    | Omit<Quote, "countedBps">
    | undefined;
}

function quoteOf(read: ReadHandle, quoteId: number) {
  return read.reading(`SELECT ${COLUMNS} FROM quote WHERE id = ?`).get(quoteId) as
    | Omit<Quote, "countedBps">
    | undefined;
}

function faultOf(read: ReadHandle, facts: QuoteFacts, quoteId?: number): Refusal | undefined {
  const { number, issuedOn, expectedOn, netMinor, grossMinor } = facts;
  const known = quoteNumbered(read, number);
  if (known !== undefined && known.quoteId !== quoteId) {
    return refuse("invoicing.quote-number-taken", { number });
  }
  if (expectedOn < issuedOn) {
    return refuse("invoicing.quote-expected-before", { issuedOn, expectedOn });
  }
  if (grossMinor < netMinor) return refuse("invoicing.quote-gross", { netMinor, grossMinor });
  return undefined;
}

import { addMonths, fromDayNumber, toDayNumber } from "#contract/date.ts";
import type { DatedInvoice } from "#main/treasury/engines/payment-day/invoice-history.ts";

/** Which rows are learned from (cleared by the cut) and which are tested (issued after it). */
export interface Split {
  cutOn: string;
  learned: number[];
  tested: number[];
}

/** Share of the rows issued by the cut when the map names none. */
const LEARNED_SHARE = 0.78;

/** Splits by time: learned are the invoices cleared by the cut, tested those issued after it. */
export function splitByTime(invoices: readonly DatedInvoice[], cutOn: string | undefined): Split {
  const cut = cutOn ?? defaultCut(invoices);
  const cutDay = toDayNumber(cut);
  const learned = indexesOf(invoices, (one) => one.paidDay <= cutDay);
  const tested = indexesOf(
    invoices,
    (one) => one.issuedDay > cutDay && Number.isFinite(one.paidDay),
  );
  if (learned.length < 50 || tested.length < 20) {
    throw new Error(
      `With the cut at ${cut} there are ${learned.length} rows to learn from and ` +
        `${tested.length} to test; at least 50 and 20 are needed.`,
    );
  }
  return { cutOn: cut, learned, tested };
}

/** Dates tried by the check against features from the future. */
const PROBES = 5;

/**
 * Refuses features that read the future: whatever has not been cleared strictly before a probe day
 * is given another payment date after it, and the features of every invoice issued by that day must
 * stay the same.
 * @throws an error that names the feature by its column
 */
export function refuseFutureFeatures(
  invoices: readonly DatedInvoice[],
  featuresOf: (invoices: readonly DatedInvoice[]) => readonly ArrayLike<number>[],
  names: readonly string[],
): void {
  const days = invoices.map((one) => one.issuedDay).sort((a, b) => a - b);
  const known = featuresOf(invoices);
  for (let probe = 1; probe <= PROBES; probe++) {
    const day = days[Math.floor((days.length * probe) / (PROBES + 1))] ?? 0;
    const changed = invoices.map((one, i) =>
      one.paidDay < day ? one : { ...one, paidDay: day + ((i * 37 + probe * 11) % 97) },
    );
    const found = featuresOf(changed);
    for (const [i, one] of invoices.entries()) {
      if (one.issuedDay > day) continue;
      for (const [f, name] of names.entries()) {
        if (known[i]?.[f] === found[i]?.[f]) continue;
        throw new Error(
          `The feature "${name}" of ${one.id}, issued on ${fromDayNumber(one.issuedDay)}, changes with ` +
            "payments made after that day: it reads the future.",
        );
      }
    }
  }
}

/** The end of the month nearest to the day by which 78 % of the invoices were issued. */
function defaultCut(invoices: readonly DatedInvoice[]): string {
  const days = invoices.map((one) => one.issuedDay).sort((a, b) => a - b);
  const day = days[Math.floor(days.length * LEARNED_SHARE)] ?? 0;
  const first = `${fromDayNumber(day).slice(0, 7)}-01`;
  const ends = [toDayNumber(first) - 1, toDayNumber(addMonths(first, 1)) - 1];
  const [before = 0, after = 0] = ends;
  return fromDayNumber(day - before < after - day ? before : after);
}

function indexesOf(
  invoices: readonly DatedInvoice[],
  isKept: (one: DatedInvoice) => boolean,
): number[] {
  return invoices.flatMap((one, i) => (isKept(one) ? [i] : []));
}

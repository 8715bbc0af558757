import { addDays } from "#contract/date.ts";
import { typedEntrySchema } from "#contract/typed-entry.ts";
import { rulesInForce } from "#main/automation/rules-in-force.ts";
import { listQuotes } from "#main/invoicing/quotes.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { MonthlyModel } from "./engines/monthly-model.ts";
import { type DraftFlow, forecastYear } from "./engines/yearly-forecast.ts";
import { forecastInput } from "./forecast.ts";

type Told = DraftFlow & { kind: "draft" | "quote" };

/** A draft without a due date is paid so long after its own date. */
const USUAL_TERM_DAYS = 30;

/** The next twelve months from the last known balance; drafts and quotes count for their share. */
export function yearAhead(read: ReadHandle, todayOn: string) {
  const input = forecastInput(read, { todayOn });
  const drafts = [...draftFlows(read, input.asOn), ...quoteFlows(read, input.asOn)];
  const { receipts, payments, ...year } = forecastYear(input, { drafts });
  const { asOn, balanceMinor, floorMinor } = input;
  return {
    ...{ asOn, balanceMinor, floorMinor, ...year },
    ...{ receipts: told(receipts), payments: told(payments) },
    drafts: drafts.map(({ id, ...draft }) => ({ ...draft, id: Number(id) })),
  };
}

function told(model: MonthlyModel | null) {
  if (model === null) return null;
  const { trend, isSeasonal, isCombined } = model;
  return { trend, isSeasonal, isCombined };
}

/** What entries in draft would bring (411) or take (401, 404), by the shares of the rules. */
function draftFlows(read: ReadHandle, asOn: string): Told[] {
  const { salesShare, purchasesShare } = rulesInForce(read).drafts;
  const rows = read.reading("SELECT id, body FROM draft_entry ORDER BY id").all() as {
    id: number;
    body: string;
  }[];
  return rows.flatMap(({ id, body }) => {
    const parsed = typedEntrySchema.safeParse(JSON.parse(body));
    if (!parsed.success) return [];
    const { lines, label, pieceRef, datedOn = asOn } = parsed.data;
    return lines.flatMap((line) => {
      const amountMinor = line.debitMinor - line.creditMinor;
      if (!/^4(?:11|01|04)/.test(line.account) || amountMinor === 0) return [];
      const share = line.account.startsWith("411") ? salesShare : purchasesShare;
      const dueOn = line.dueOn ?? addDays(datedOn, USUAL_TERM_DAYS);
      const kind = "draft" as const;
      return [{ kind, id: String(id), label: label || pieceRef, dueOn, amountMinor, share }];
    });
  });
}

/** Quotes not yet invoiced: paid after the usual term from the day of invoicing expected. */
function quoteFlows(read: ReadHandle, asOn: string): Told[] {
  return listQuotes(read, { asOn })
    .filter((quote) => quote.countedBps > 0)
    .map((quote) => ({
      ...{ kind: "quote", id: String(quote.quoteId), amountMinor: quote.grossMinor },
      label: `${quote.number} ${quote.customer}`,
      dueOn: addDays(quote.expectedOn > asOn ? quote.expectedOn : asOn, USUAL_TERM_DAYS),
      share: quote.countedBps / 10_000,
    }));
}

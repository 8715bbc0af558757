import { addDays } from "#contract/date.ts";
import { dateWords } from "#contract/sentence.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { EntryDraft } from "./model.ts";
import { firstOpenDay } from "./periods.ts";
import { declaredUntil } from "./vat/vat-period.ts";
import { isVatAccount } from "./vat-accounts.ts";

/**
 * An operation of a locked period is booked on the first open day, with express mention of its
 * real date (PCG art. 1031-4); the piece keeps that date too.
 */
export function onFirstOpenDay(read: ReadHandle, draft: EntryDraft): EntryDraft {
  const datedOn = firstOpenDay(read, afterReturns(read, draft));
  if (datedOn === undefined || datedOn === draft.datedOn) return draft;
  const mention = ` (date réelle ${dateWords(draft.datedOn)})`;
  return {
    ...draft,
    datedOn,
    pieceOn: draft.pieceOn ?? draft.datedOn,
    label: draft.label + mention,
    lines: draft.lines.map((line) =>
      line.label === undefined ? line : { ...line, label: line.label + mention },
    ),
  };
}

/** The day of an entry, or the day after the last VAT return when it holds VAT. */
function afterReturns(read: ReadHandle, draft: EntryDraft): string {
  const untilOn = declaredUntil(read);
  if (untilOn === undefined || draft.datedOn > untilOn) return draft.datedOn;
  const hasVat = draft.lines.some((line) => isVatAccount(line.account));
  return hasVat ? addDays(untilOn, 1) : draft.datedOn;
}

import { daysBetween } from "#contract/date.ts";
import type { TradeRow } from "#contract/invoicing.ts";
import type { StateWord } from "#renderer/ui/column.ts";
import { todayHere } from "#renderer/ui/today.ts";
import type { tradeWords } from "#renderer/words/trade.ts";
import type { Words } from "#renderer/words/words.ts";

/** The state of an invoice or bill in one word: settled, late by so many days, or not yet due. */
export function tradeState(row: TradeRow, w: Words<typeof tradeWords>): StateWord {
  if (row.openMinor === 0) return { word: w.paid, tone: "done" };
  if (row.kind === "credit-note") return { word: w.creditNote, tone: "neutral" };
  const late = daysBetween(row.dueOn, todayHere());
  return late > 0 ? { word: w.late(late), tone: "alert" } : { word: w.waiting, tone: "neutral" };
}

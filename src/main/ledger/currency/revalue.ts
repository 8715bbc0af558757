import type { Revaluation } from "#contract/currency.ts";
import { addDays } from "#contract/date.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { EntryDraft } from "../model.ts";
import { postEntry } from "../post-entry.ts";
import { reverseEntry } from "../reverse-entry.ts";
import { openPositions, type ValuedPosition, valuePosition } from "./open-positions.ts";
import { revaluationDrafts } from "./revaluation-entries.ts";

const ORIGIN = "revaluation";

/**
 * Revalues what is open in foreign currencies at a closing date, posts the differences and brings
 * the provision to the latent losses. The conversion differences are reversed on the next day, so
 * that settlement starts from the rates as booked. Once per date.
 */
export function revalue(
  tx: Transaction,
  act: Act,
  { asOn }: { asOn: string },
): Revaluation | Refusal {
  const done = alreadyDone(tx, asOn);
  if (done !== undefined) return done;
  const positions: ValuedPosition[] = [];
  for (const position of openPositions(tx, asOn)) {
    const valued = valuePosition(tx, position, asOn);
    if (isRefusal(valued)) return valued;
    positions.push(valued);
  }
  const provisionMinor = provisionOf(tx, asOn);
  const drafts = revaluationDrafts(positions, { asOn, provisionMinor });
  const entries: Revaluation["entries"] = [];
  for (const draft of [drafts.differences, drafts.cash, drafts.provision]) {
    if (draft === undefined) continue;
    const posted = post(tx, act, draft);
    if (isRefusal(posted)) return posted;
    entries.push(posted);
    if (draft !== drafts.differences) continue;
    const datedOn = addDays(asOn, 1);
    const reversed = reverseEntry(tx, act, { entryId: posted.entryId, datedOn });
    if (isRefusal(reversed)) return reversed;
    entries.push({
      number: reversed.number,
      entryId: reversed.entryId,
      label: `Extourne : ${draft.label}`,
    });
  }
  const { latentLossMinor, latentGainMinor } = drafts;
  return { asOn, positions, latentLossMinor, latentGainMinor, provisionMinor, entries };
}

function post(tx: Transaction, act: Act, draft: EntryDraft) {
  const origin = { kind: ORIGIN, id: Number(draft.datedOn.replaceAll("-", "")) };
  const posted = postEntry(tx, act, { draft, origin });
  if (isRefusal(posted)) return posted;
  return { number: posted.number, entryId: posted.entryId, label: draft.label };
}

/** A revaluation of the date that stands: its entries, without those that a person reversed. */
function alreadyDone(tx: Transaction, asOn: string): Refusal | undefined {
  const entry = tx
    .reading(
      "SELECT e.number FROM entry e WHERE e.origin_kind = ? AND e.origin_id = ? " +
        "AND e.dated_on = ? AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_id = e.id " +
        "AND r.dated_on = e.dated_on) ORDER BY e.id LIMIT 1",
    )
    .get(ORIGIN, Number(asOn.replaceAll("-", "")), asOn) as { number: number } | undefined;
  return entry === undefined
    ? undefined
    : refuse("currency.already-revalued", { asOn, number: entry.number });
}

/** The provision's balance at the date, as a positive amount. */
function provisionOf(tx: Transaction, asOn: string): number {
  const { minor } = tx
    .reading(
      `SELECT coalesce(sum(l.credit_minor - l.debit_minor), 0) AS minor FROM line l
       LEFT JOIN fiscal_year y ON @asOn BETWEEN y.starts_on AND y.ends_on
       WHERE l.account LIKE '1515%' AND l.dated_on <= @asOn
         AND (l.dated_on >= y.starts_on OR NOT EXISTS (
           SELECT 1 FROM entry o JOIN journal j ON j.code = o.journal AND j.kind = 'opening'
           WHERE o.fiscal_year_id = y.id))`,
    )
    .get({ asOn }) as { minor: number };
  return minor;
}

import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { LineDraft } from "../model.ts";
import { periodsOf, setPeriods } from "../periods.ts";
import { postEntry } from "../post-entry.ts";
import { reverseEntry } from "../reverse-entry.ts";
import { signedLine } from "../side.ts";
import { type ComputedReturn, computeReturn, declaredReturns, draftsUntil } from "./vat-return.ts";

interface Asked {
  endsOn: string;
  refundMinor: number;
  expectedMinor?: number | undefined;
}

/**
 * Settles the next return: its settlement entry clears the VAT that it takes onto what is owed or
 * carried forward, the taken parts are kept, and the months are locked. What is entered afterwards
 * with an earlier date comes into the next return.
 */
export function declareReturn(
  tx: Transaction,
  act: Act,
  asked: Asked,
): { returnId: number; entryId: number | null } | Refusal {
  const computed = computeReturn(tx, asked.refundMinor);
  if (isRefusal(computed)) return computed;
  const refused = notReady(tx, act, { asked, computed });
  if (isRefusal(refused)) return refused;
  const { period, filled, parts } = computed;
  const { form, startsOn, endsOn } = period;
  const returnId = nextId(tx);
  const entryId = settle(tx, act, { computed, refundMinor: asked.refundMinor, returnId });
  if (isRefusal(entryId)) return entryId;
  tx.writing(
    "INSERT INTO vat_return (id, form, starts_on, ends_on, boxes, credit_after_minor, entry_id, " +
      "declared_at_ms, declared_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(
    ...[returnId, form, startsOn, endsOn, JSON.stringify(filled.boxes)],
    ...[filled.creditAfterMinor, entryId, act.nowMs, act.person],
  );
  const insert = tx.writing(
    "INSERT INTO vat_part (return_id, line_id, operation, rate_bps, base_minor, vat_minor, " +
      "due_on, is_whole) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET " +
      "base_minor = base_minor + excluded.base_minor, vat_minor = vat_minor + excluded.vat_minor",
  );
  for (const p of parts) {
    const amounts = [p.rateBps, p.baseMinor, p.vatMinor, p.dueOn, p.isWhole ? 1 : 0];
    insert.run(returnId, p.lineId, p.operation, ...amounts);
  }
  lockMonths(tx, endsOn);
  return { returnId, entryId };
}

/** Reverses the settlement of the last return and opens its period again. */
export function undoLastReturn(tx: Transaction, act: Act): { endsOn: string } | Refusal {
  const last = declaredReturns(tx).at(-1);
  if (last === undefined) return refuse("vat.nothing-to-undo", {});
  tx.writing("DELETE FROM vat_return WHERE id = ?").run(last.id);
  const opened = setPeriods(tx, { month: last.startsOn.slice(0, 7), state: "open" });
  if (isRefusal(opened)) return opened;
  if (last.entryId !== null) {
    const { entryId, endsOn } = last;
    const reversed = reverseEntry(tx, { ...act, isLate: true }, { entryId, datedOn: endsOn });
    if (isRefusal(reversed)) return reversed;
  }
  return { endsOn: last.endsOn };
}

function notReady(
  tx: Transaction,
  act: Act,
  of: { asked: Asked; computed: ComputedReturn },
): Refusal | undefined {
  const { asked, computed } = of;
  const { endsOn } = computed.period;
  if (asked.endsOn !== endsOn) {
    return refuse("vat.not-next", { endsOn: asked.endsOn, nextOn: endsOn });
  }
  const today = new Date(act.nowMs).toISOString().slice(0, 10);
  if (endsOn >= today) return refuse("vat.not-over", { endsOn });
  const count = draftsUntil(tx, endsOn);
  if (count > 0) return refuse("vat.drafts-left", { count });
  const { creditAfterMinor, toPayMinor } = computed.filled;
  if (creditAfterMinor < 0) {
    const creditMinor = creditAfterMinor + asked.refundMinor;
    return refuse("vat.refund-too-large", { askedMinor: asked.refundMinor, creditMinor });
  }
  const foundMinor = toPayMinor - creditAfterMinor;
  const { expectedMinor } = asked;
  if (expectedMinor !== undefined && expectedMinor !== foundMinor) {
    return refuse("vat.changed-since", { expectedMinor, foundMinor });
  }
  return undefined;
}

function nextId(tx: Transaction): number {
  const row = tx
    .reading(
      "SELECT max(coalesce((SELECT max(id) FROM vat_return), 0), coalesce((SELECT max(origin_id) " +
        "FROM entry WHERE origin_kind = 'vat-return'), 0)) + 1 AS id",
    )
    .get() as { id: number };
  return row.id;
}

function settle(
  tx: Transaction,
  act: Act,
  of: { computed: ComputedReturn; refundMinor: number; returnId: number },
): number | null | Refusal {
  const lines = settlementLines(of.computed, of.refundMinor);
  if (lines.length === 0) return null;
  const { endsOn } = of.computed.period;
  const month = endsOn.slice(0, 7);
  const posted = postEntry(
    tx,
    { ...act, isLate: true },
    {
      draft: {
        journal: "OD",
        datedOn: endsOn,
        pieceRef: `TVA ${month}`,
        label: `Liquidation de la TVA ${month}`,
        lines,
      },
      origin: { kind: "vat-return", id: of.returnId },
    },
  );
  return isRefusal(posted) ? posted : posted.entryId;
}

/** What clears the VAT taken: onto 44551, 44567 and 44583, rounding on 658 or 758. */
function settlementLines(computed: ComputedReturn, refundMinor: number): LineDraft[] {
  const { parts, filled, creditBeforeMinor, instalmentsMinor } = computed;
  const byAccount = new Map<string, number>();
  for (const part of parts) {
    if (part.vatMinor === 0) continue;
    const isDeducted = part.operation.startsWith("deductible");
    const clearing = isDeducted ? -part.vatMinor : part.vatMinor;
    byAccount.set(part.account, (byAccount.get(part.account) ?? 0) + clearing);
  }
  const cleared = [...byAccount].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lostMinor = lostByCoefficient(computed);
  const lines = [
    ...cleared.flatMap(([account, minor]) => signedLine(minor, { account })),
    ...signedLine(lostMinor, { account: "6352" }),
    ...signedLine(-creditBeforeMinor, { account: "44567" }),
    ...signedLine(-instalmentsMinor, { account: "44581" }),
    ...signedLine(-filled.toPayMinor, { account: "44551" }),
    ...signedLine(filled.creditAfterMinor, { account: "44567" }),
    ...signedLine(refundMinor, { account: "44583" }),
  ];
  const gapMinor = lines.reduce((sum, line) => sum + line.debitMinor - line.creditMinor, 0);
  return [...lines, ...signedLine(-gapMinor, { account: gapMinor > 0 ? "758" : "658" })];
}

/** VAT that the coefficient of deduction leaves to the company, in cents. */
function lostByCoefficient({ parts, period }: ComputedReturn): number {
  const { coefficientBps } = period.regime;
  return ["deductible", "deductible-asset"].reduce((sum, operation) => {
    const own = parts.filter((part) => part.operation === operation);
    const vatMinor = own.reduce((total, part) => total + part.vatMinor, 0);
    return sum + vatMinor - Math.round((vatMinor * coefficientBps) / 10_000);
  }, 0);
}

/** Locks the months up to the end of the period that are still open; a person may lift that. */
function lockMonths(tx: Transaction, endsOn: string): void {
  const month = endsOn.slice(0, 7);
  const years = tx.reading("SELECT id FROM fiscal_year").all() as { id: number }[];
  const isKnown = years.some(({ id }) => periodsOf(tx, id).some((one) => one.month === month));
  if (isKnown) setPeriods(tx, { month, state: "locked" });
}

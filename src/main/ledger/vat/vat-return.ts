import type { VatReturn } from "#contract/vat.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { type FilledForm, fillForm, vatForm } from "./vat-form.ts";
import { openVatParts, type VatPart } from "./vat-parts.ts";
import { nextPeriod, type VatPeriod, vatRegimes } from "./vat-period.ts";

interface ReturnRow {
  id: number;
  form: "ca3" | "ca12";
  startsOn: string;
  endsOn: string;
  boxes: string;
  creditAfterMinor: number;
  entryId: number | null;
  atMs: number;
  by: string;
}

const ROWS =
  "SELECT id, form, starts_on AS startsOn, ends_on AS endsOn, boxes, entry_id AS entryId, " +
  "credit_after_minor AS creditAfterMinor, declared_at_ms AS atMs, declared_by AS 'by' " +
  "FROM vat_return ";

/** The returns declared, oldest first. */
export function declaredReturns(read: ReadHandle): ReturnRow[] {
  return read.reading(`${ROWS} ORDER BY ends_on`).all() as ReturnRow[];
}

/** A return as computed for its period, with the parts that it takes. */
export interface ComputedReturn {
  period: VatPeriod;
  parts: VatPart[];
  filled: FilledForm;
  creditBeforeMinor: number;
  instalmentsMinor: number;
}

/** Computes the return of the next period from the lines that no return has taken. */
export function computeReturn(read: ReadHandle, refundMinor: number): ComputedReturn | Refusal {
  const period = nextPeriod(read);
  if (isRefusal(period)) return period;
  const parts = openVatParts(read, period, vatRegimes(read)[0]!.fromOn);
  const creditBeforeMinor = creditBefore(read, period);
  const instalmentsMinor = period.form === "ca12" ? balanceOf(read, "44581", period.endsOn) : 0;
  const { coefficientBps } = period.regime;
  const facts = { coefficientBps, creditBeforeMinor, refundMinor, instalmentsMinor };
  const filled = fillForm(period.form, parts, facts);
  return { period, parts, filled, creditBeforeMinor, instalmentsMinor };
}

/** The return of a period: as it was declared, or as it stands now; the next one by default. */
export function getReturn(
  read: ReadHandle,
  asked: { endsOn?: string | undefined; refundMinor: number },
): VatReturn | Refusal {
  const declared = declaredReturns(read).find((row) => row.endsOn === asked.endsOn);
  if (declared !== undefined) return declaredView(read, declared);
  const computed = computeReturn(read, asked.refundMinor);
  if (isRefusal(computed)) return computed;
  const { period, parts, filled } = computed;
  const { form, startsOn, endsOn } = period;
  if (asked.endsOn !== undefined && asked.endsOn !== endsOn) {
    return refuse("vat.unknown-period", { endsOn: asked.endsOn });
  }
  return {
    form,
    formName: vatForm(form).form,
    startsOn,
    endsOn,
    boxes: filled.boxes,
    toPayMinor: filled.toPayMinor,
    creditAfterMinor: filled.creditAfterMinor,
    lateLines: parts.filter((part) => isSaid(part) && part.dueOn < startsOn).length,
    drafts: draftsUntil(read, endsOn),
    declared: null,
  };
}

/** Parts that count; the others only keep lines from being asked again. */
export function isSaid(part: Pick<VatPart, "operation">): boolean {
  return part.operation !== "base";
}

/** The parts of a period: those kept with its return, or those that it would take now. */
export function partsOfPeriod(
  read: ReadHandle,
  endsOn: string | undefined,
): { form: "ca3" | "ca12"; startsOn: string; parts: VatPart[] } | Refusal {
  const declared = declaredReturns(read).find((row) => row.endsOn === endsOn);
  if (declared !== undefined) {
    return {
      form: declared.form,
      startsOn: declared.startsOn,
      parts: keptParts(read, declared.id),
    };
  }
  const computed = computeReturn(read, 0);
  if (isRefusal(computed)) return computed;
  const { period, parts } = computed;
  if (endsOn !== undefined && endsOn !== period.endsOn) {
    return refuse("vat.unknown-period", { endsOn });
  }
  return { form: period.form, startsOn: period.startsOn, parts };
}

export function draftsUntil(read: ReadHandle, endsOn: string): number {
  const row = read
    .reading("SELECT count(*) AS n FROM draft_entry WHERE dated_on <> '' AND dated_on <= ?")
    .get(endsOn) as { n: number };
  return row.n;
}

function declaredView(read: ReadHandle, row: ReturnRow): VatReturn {
  const { form, startsOn, endsOn, creditAfterMinor } = row;
  const boxes = JSON.parse(row.boxes) as VatReturn["boxes"];
  const toPay = vatForm(form).boxes.findIndex((box) => box.role === "to-pay");
  const late = keptParts(read, row.id).filter((part) => isSaid(part) && part.dueOn < startsOn);
  return {
    form,
    formName: vatForm(form).form,
    startsOn,
    endsOn,
    boxes,
    toPayMinor: boxes[toPay]?.taxMinor ?? 0,
    creditAfterMinor,
    lateLines: late.length,
    drafts: 0,
    declared: { returnId: row.id, atMs: row.atMs, by: row.by, entryId: row.entryId },
  };
}

function keptParts(read: ReadHandle, returnId: number): VatPart[] {
  const rows = read
    .reading(
      "SELECT p.line_id AS lineId, l.entry_id AS entryId, l.account, p.operation, " +
        "p.rate_bps AS rateBps, p.base_minor AS baseMinor, p.vat_minor AS vatMinor, " +
        "p.due_on AS dueOn, p.is_whole AS isWhole FROM vat_part p JOIN line l ON l.id = p.line_id " +
        "WHERE p.return_id = ? ORDER BY p.due_on, p.line_id",
    )
    .all(returnId) as (Omit<VatPart, "isWhole"> & { isWhole: number })[];
  return rows.map((row) => ({ ...row, isWhole: row.isWhole === 1 }));
}

/** The credit of the return before; the first return takes what stands on 44567 by then. */
function creditBefore(read: ReadHandle, period: VatPeriod): number {
  const last = declaredReturns(read).at(-1);
  if (last !== undefined) return last.creditAfterMinor;
  return Math.max(0, balanceOf(read, "44567", period.endsOn));
}

/** Debit balance of the accounts that begin so, on a day, in the fiscal year of that day. */
function balanceOf(read: ReadHandle, prefix: string, untilOn: string): number {
  const row = read
    .reading(
      "SELECT coalesce(sum(l.debit_minor - l.credit_minor), 0) AS minor FROM line l " +
        "JOIN entry e ON e.id = l.entry_id JOIN fiscal_year y ON y.id = e.fiscal_year_id " +
        "WHERE l.account >= ? AND l.account < ? AND l.dated_on <= ? " +
        "AND ? BETWEEN y.starts_on AND y.ends_on",
    )
    .get(prefix, `${prefix}:`, untilOn, untilOn) as { minor: number };
  return row.minor;
}

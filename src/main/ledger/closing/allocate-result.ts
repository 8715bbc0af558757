import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { LineDraft, PostedEntry } from "../model.ts";
import { postEntry } from "../post-entry.ts";

/** The legal reserve takes a twentieth of the profit until it is a tenth of the capital. */
const RESERVE_SHARE = 20;
const RESERVE_LIMIT = 10;

/** What the meeting has to decide on, and the least that the law asks for (C. com. L232-10). */
export function proposeAllocation(read: ReadHandle, fiscalYearId: number) {
  const credit = (prefix: string) => -debitOf(read, fiscalYearId, prefix);
  const resultMinor = credit("12");
  const lossesMinor = Math.max(0, -credit("119"));
  const base = Math.max(0, resultMinor - lossesMinor);
  const room = Math.max(0, Math.floor(credit("101") / RESERVE_LIMIT) - credit("1061"));
  const legalReserveMinor = Math.min(Math.ceil(base / RESERVE_SHARE), room);
  return { resultMinor, lossesMinor, legalReserveMinor };
}

/**
 * Allocates the result that waits on 120 or 129: legal reserve 1061, other reserves 1068, dividends
 * 457, and what is left carried forward on 110 or 119.
 */
export function allocateResult(
  tx: Transaction,
  act: Act,
  asked: {
    fiscalYearId: number;
    heldOn: string;
    legalReserveMinor: number;
    otherReservesMinor: number;
    dividendsMinor: number;
  },
): (PostedEntry & { carriedMinor: number }) | Refusal {
  const { resultMinor, lossesMinor } = proposeAllocation(tx, asked.fiscalYearId);
  if (resultMinor === 0) return refuse("closing.no-result", {});
  const { legalReserveMinor, otherReservesMinor, dividendsMinor } = asked;
  const askedMinor = legalReserveMinor + otherReservesMinor + dividendsMinor;
  const distributable = Math.max(0, resultMinor - lossesMinor);
  if (askedMinor > distributable) {
    return refuse("closing.over-allocated", { askedMinor, resultMinor: distributable });
  }
  const carriedMinor = resultMinor - askedMinor;
  const paidOff = Math.max(0, Math.min(lossesMinor, carriedMinor));
  const lines = [
    side(resultMinor > 0 ? "120" : "129", resultMinor),
    side("1061", -legalReserveMinor),
    side("1068", -otherReservesMinor),
    side("457", -dividendsMinor),
    side("119", carriedMinor < 0 ? -carriedMinor : -paidOff),
    side("110", carriedMinor < 0 ? 0 : paidOff - carriedMinor),
  ].filter((line) => line.debitMinor + line.creditMinor > 0);
  const posted = postEntry(tx, act, {
    draft: {
      journal: "OD",
      datedOn: asked.heldOn,
      pieceRef: `AG ${asked.heldOn}`,
      label: "Affectation du résultat",
      lines,
    },
  });
  return isRefusal(posted) ? posted : { ...posted, carriedMinor };
}

function debitOf(read: ReadHandle, fiscalYearId: number, prefix: string): number {
  const { minor } = read
    .reading(
      "SELECT coalesce(sum(debit_minor - credit_minor), 0) AS minor FROM balance " +
        "WHERE fiscal_year_id = ? AND account GLOB ?",
    )
    .get(fiscalYearId, `${prefix}*`) as { minor: number };
  return minor;
}

/** A line with its amount on debit when positive, on credit when negative. */
function side(account: string, minor: number): LineDraft {
  return { account, debitMinor: Math.max(minor, 0), creditMinor: Math.max(-minor, 0) };
}

import { addDays } from "#contract/date.ts";
import type { Proposal } from "#contract/entry.ts";
import type { TypedLine } from "#contract/typed-entry.ts";
import { applyRateBps, netOfGrossBps } from "#main/base/money.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { partyKindOf } from "../party-accounts.ts";
import { collectedVatAccount, DEDUCTIBLE_VAT } from "../vat-accounts.ts";
import { type Habit, habitsOf, type Shape, usualDueOn, usualShape } from "./habits.ts";

interface Asked {
  journal: string;
  datedOn: string;
  account: string;
  partyId?: number | undefined;
  pieceRef: string;
  debitMinor: number;
  creditMinor: number;
}

/** Payment falls due 30 days after receipt unless agreed otherwise (C. com. art. L. 441-10). */
const LEGAL_TERM_DAYS = 30;
const STANDARD_RATE_BPS = 2000;

/**
 * Proposes the rest of an entry from the line typed first: as the party's last entries in the
 * journal were booked, else as the account's, else as the plan has it.
 */
export function propose(read: ReadHandle, asked: Asked): Proposal {
  const kind = journalKind(read, asked.journal);
  if (kind === "bank") return ofBank(read, asked);
  const own = asked.partyId === undefined ? [] : habitsOf(read, asked);
  const others =
    usualShape(own) === undefined ? habitsOf(read, { ...asked, partyId: undefined }) : [];
  const habits = own.length > 0 && others.length === 0 ? own : others;
  const usual = usualShape(habits);
  const due = isInvoice(asked, kind) ? dueOf(asked, own) : {};
  const said = labelOf(read, asked, own[0]);
  if (usual === undefined) {
    const reason = { kind: "plan" as const, agreeing: 0, lookedAt: habits.length };
    return { ...ofPlan(asked, kind), ...due, ...said, reason };
  }
  const { agreeing, lookedAt, value } = usual;
  const last = habits[0]?.entryId;
  return {
    ...shaped(asked, value),
    ...due,
    ...said,
    reason: {
      kind: habits === own ? "party" : "account",
      agreeing,
      lookedAt,
      ...(last === undefined ? {} : { lastEntryId: last }),
    },
  };
}

function journalKind(read: ReadHandle, code: string): string | undefined {
  const row = read.reading("SELECT kind FROM journal WHERE code = ?").get(code);
  return (row as { kind: string } | undefined)?.kind;
}

function isInvoice(asked: Asked, kind: string | undefined): boolean {
  return partyKindOf(asked.account) !== undefined && (kind === "sales" || kind === "purchases");
}

function dueOf(asked: Asked, own: readonly Habit[]): { dueOn: string } {
  const usual = usualDueOn(own, asked.datedOn);
  return { dueOn: usual ?? addDays(asked.datedOn, LEGAL_TERM_DAYS) };
}

/** The party's last label with this piece in place of that one, else its name and the piece. */
function labelOf(read: ReadHandle, asked: Asked, last: Habit | undefined): { label?: string } {
  const piece = asked.pieceRef.trim();
  if (last?.label.includes(last.pieceRef) === true && piece !== "") {
    return { label: last.label.replaceAll(last.pieceRef, piece) };
  }
  const party = read.reading("SELECT name FROM party WHERE id = ?").get(asked.partyId ?? 0);
  const name = (party as { name: string } | undefined)?.name;
  return name === undefined ? {} : { label: `${name} ${piece}`.trim() };
}

/** In a bank's journal every line stands against the bank's own account. */
function ofBank(read: ReadHandle, asked: Asked): Proposal {
  const row = read.reading("SELECT account FROM bank_account WHERE journal = ?").get(asked.journal);
  const bank = (row as { account: string } | undefined)?.account;
  const isOwn = bank === undefined || bank === asked.account;
  return {
    lines: isOwn ? [] : [lineAgainst(asked, { account: bank, amountMinor: grossOf(asked) })],
    ...labelOf(read, asked, undefined),
    reason: { kind: "bank", agreeing: 0, lookedAt: 0 },
  };
}

/** The plan's defaults: services at the standard rate; nothing when the line says too little. */
function ofPlan(asked: Asked, kind: string | undefined): Pick<Proposal, "lines" | "rateBps"> {
  const isSale = partyKindOf(asked.account) === "customer";
  if (!isInvoice(asked, kind)) return { lines: [] };
  const rateBps = STANDARD_RATE_BPS;
  const account = isSale ? collectedVatAccount(rateBps) : DEDUCTIBLE_VAT;
  const contra = isSale ? "706000" : "618";
  return shaped(asked, { contra, rateBps, vat: [{ account, side: 1 }] });
}

/** Contra and VAT lines of a gross amount; they balance it to the cent. */
function shaped(asked: Asked, shape: Shape): Pick<Proposal, "lines" | "rateBps"> {
  const grossMinor = grossOf(asked);
  const { rateBps, vat } = shape;
  const sides = vat.reduce((sum, { side }) => sum + side, 0);
  // Self-assessed VAT stands on both sides, so that the gross amount is the net one.
  const netMinor = sides > 0 ? netOfGrossBps(grossMinor, rateBps) : grossMinor;
  const vatMinor = sides > 0 ? grossMinor - netMinor : applyRateBps(netMinor, rateBps);
  const lines = [
    { account: shape.contra, amountMinor: netMinor },
    ...vat.map(({ account, side }) => ({ account, amountMinor: side * vatMinor })),
  ];
  return {
    lines: lines.filter((l) => l.amountMinor !== 0).map((line) => lineAgainst(asked, line)),
    ...(vat.length > 0 ? { rateBps } : {}),
  };
}

function grossOf(asked: Asked): number {
  return asked.debitMinor + asked.creditMinor;
}

/** A line facing the typed one; a negative amount stands on the typed one's own side. */
function lineAgainst(asked: Asked, line: { account: string; amountMinor: number }): TypedLine {
  const isDebit = asked.debitMinor > 0 === line.amountMinor < 0;
  const amountMinor = Math.abs(line.amountMinor);
  return {
    account: line.account,
    debitMinor: isDebit ? amountMinor : 0,
    creditMinor: isDebit ? 0 : amountMinor,
  };
}

import type { Completion, Proposal } from "#contract/entry.ts";
import type { TypedEntry, TypedLine } from "#contract/typed-entry.ts";

/** A line of the grid: a typed line with the party's name, and a key that never changes. */
export interface GridLine extends Omit<TypedLine, "label" | "debitMinor" | "creditMinor"> {
  key: number;
  partyName?: string | undefined;
  label: string;
  debitMinor: number | undefined;
  creditMinor: number | undefined;
  /** Made by a proposal and untouched since: the next proposal may replace it. */
  isProposed: boolean;
}

/** What stands in the grid. */
export interface GridEntry extends Omit<TypedEntry, "lines"> {
  lines: readonly GridLine[];
}

let lastKey = 0;

/** A new empty line. */
export function emptyLine(): GridLine {
  const amounts = { debitMinor: undefined, creditMinor: undefined };
  return { key: ++lastKey, account: "", label: "", ...amounts, isProposed: false };
}

/** A new entry of a journal and day, with one line to type in. */
export function newEntry(journal: string, datedOn: string | undefined): GridEntry {
  return { journal, datedOn, pieceRef: "", label: "", lines: [emptyLine()] };
}

/** A draft or a template as the grid shows it. */
export function gridOf(typed: TypedEntry, parties: Readonly<Record<string, string>>): GridEntry {
  const lines = typed.lines.map((line) => ({
    ...emptyLine(),
    ...line,
    partyName: line.partyId === undefined ? undefined : parties[String(line.partyId)],
    label: line.label ?? "",
    debitMinor: line.debitMinor || undefined,
    creditMinor: line.creditMinor || undefined,
  }));
  return { ...typed, lines: lines.length === 0 ? [emptyLine()] : lines };
}

/** What is saved: every line but those still empty. */
export function typedOf(entry: GridEntry): TypedEntry {
  const lines = entry.lines.filter((line) => !isEmptyLine(line));
  return {
    ...entry,
    lines: lines.map(({ key: _key, partyName: _name, isProposed: _proposed, ...line }) => ({
      ...line,
      label: line.label === "" ? undefined : line.label,
      debitMinor: Math.max(0, line.debitMinor ?? 0),
      creditMinor: Math.max(0, line.creditMinor ?? 0),
    })),
  };
}

/** True when nothing was typed that a draft should keep. */
export function isBlank(entry: GridEntry): boolean {
  return entry.pieceRef === "" && entry.label === "" && entry.lines.every(isEmptyLine);
}

export function isEmptyLine(line: GridLine): boolean {
  const isUntyped = line.account === "" && line.partyId === undefined && line.label === "";
  return isUntyped && line.debitMinor === undefined && line.creditMinor === undefined;
}

/** Sums of both sides; the difference is debit less credit. */
export function totalsOf(lines: readonly GridLine[]) {
  let [debitMinor, creditMinor] = [0, 0];
  for (const line of lines) {
    debitMinor += line.debitMinor ?? 0;
    creditMinor += line.creditMinor ?? 0;
  }
  return { debitMinor, creditMinor, differenceMinor: debitMinor - creditMinor };
}

/** Changes one line; an amount typed on one side leaves the other. */
export function withLine(entry: GridEntry, key: number, change: Partial<GridLine>): GridEntry {
  const lines = entry.lines.map((line) =>
    line.key === key ? { ...line, isProposed: false, ...change, ...sidesOf(change) } : line,
  );
  return { ...entry, lines };
}

/** One side at a time; a negative amount is a positive one on the other side. */
function sidesOf({ debitMinor, creditMinor }: Partial<GridLine>): Partial<GridLine> {
  const signed = debitMinor ?? (creditMinor === undefined ? undefined : -creditMinor);
  if (signed === undefined) return {};
  return signed < 0
    ? { debitMinor: undefined, creditMinor: -signed }
    : { debitMinor: signed, creditMinor: undefined };
}

export function withNewLine(entry: GridEntry): GridEntry {
  return { ...entry, lines: [...entry.lines, emptyLine()] };
}

export function withoutLine(entry: GridEntry, key: number): GridEntry {
  const lines = entry.lines.filter((line) => line.key !== key);
  return { ...entry, lines: lines.length === 0 ? [emptyLine()] : lines };
}

/** Gives a line the amount and side that balance the entry; the same entry when it balances. */
export function withBalance(entry: GridEntry, key: number): GridEntry {
  const { differenceMinor } = totalsOf(entry.lines.filter((line) => line.key !== key));
  if (differenceMinor === 0) return entry;
  return withLine(
    entry,
    key,
    differenceMinor > 0 ? { creditMinor: differenceMinor } : { debitMinor: -differenceMinor },
  );
}

/** The cells of a line, in the order in which they are typed. */
export type Cell = "account" | "party" | "label" | "debit" | "credit" | "due";

/** Repeats in a cell what the line above has there. */
export function withAbove(entry: GridEntry, key: number, cell: Cell): GridEntry {
  const at = entry.lines.findIndex((line) => line.key === key);
  const above = entry.lines[at - 1];
  if (above === undefined) return entry;
  const { account, partyId, partyName, label, debitMinor, creditMinor, dueOn } = above;
  const changes: Record<Cell, Partial<GridLine>> = {
    account: { account },
    party: { partyId, partyName },
    label: { label },
    debit: debitMinor === undefined ? {} : { debitMinor },
    credit: creditMinor === undefined ? {} : { creditMinor },
    due: { dueOn },
  };
  return withLine(entry, key, changes[cell]);
}

/** What a choice of the list sets: a party brings its account, an account leaves the party. */
export function choiceOf(chosen: Completion): Partial<GridLine> {
  return chosen.kind === "account"
    ? { account: chosen.account }
    : { account: chosen.account, partyId: chosen.partyId, partyName: chosen.label };
}

/** Puts a proposal behind the line that it answers, in place of an earlier one. */
export function withProposal(entry: GridEntry, key: number, proposal: Proposal): GridEntry {
  const kept = entry.lines.filter(
    (line) => line.key === key || !(line.isProposed || isEmptyLine(line)),
  );
  const made = proposal.lines.map((line) => ({
    ...emptyLine(),
    account: line.account,
    debitMinor: line.debitMinor || undefined,
    creditMinor: line.creditMinor || undefined,
    isProposed: true,
  }));
  const lines = kept.map((line) =>
    line.key === key ? { ...line, dueOn: line.dueOn ?? proposal.dueOn } : line,
  );
  const label = entry.label === "" ? (proposal.label ?? "") : entry.label;
  return { ...entry, label, lines: [...lines, ...made] };
}

/** Accounts on which stopping at the party and the due date is worth it. */
export function keepsParties(account: string): boolean {
  return /^4[01]/.test(account);
}

/** True when the other lines leave room for a proposal. */
export function takesProposal(entry: GridEntry, line: GridLine): boolean {
  const isAsked = keepsParties(line.account) && (line.debitMinor ?? line.creditMinor ?? 0) > 0;
  const others = entry.lines.filter((one) => one.key !== line.key);
  return isAsked && others.every((one) => one.isProposed || isEmptyLine(one));
}

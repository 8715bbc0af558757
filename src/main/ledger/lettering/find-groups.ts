import { type Sized, uniqueSum } from "./unique-sums.ts";

/** An open line of one account and party. */
export interface OpenLine extends Sized {
  datedOn: string;
  /** Piece reference and label: where a reference may stand. */
  text: string;
}

/** Lines that settle each other, and the evidence for it. */
export interface FoundGroup {
  by: "reference" | "amount" | "sum";
  lineIds: number[];
  totalMinor: number;
}

const REFERENCE = /[A-Z]{0,6}[-/ ]?\d[\dA-Z/-]{3,}/gi;

/**
 * What settles what among one party's open lines, by falling evidence: lines that share a
 * reference and net to zero; the only debit and the only credit of an amount; one line that the
 * others add up to in one way only. A tie is left to a person and counted.
 */
export function findGroups(lines: readonly OpenLine[]): { groups: FoundGroup[]; ties: number } {
  const open = new Map(lines.map((line) => [line.id, line]));
  const groups: FoundGroup[] = [];
  const take = (by: FoundGroup["by"], members: readonly Sized[]) => {
    const totalMinor = members.reduce((sum, line) => sum + Math.max(line.minor, 0), 0);
    groups.push({ by, lineIds: members.map((line) => line.id), totalMinor });
    for (const line of members) open.delete(line.id);
  };
  for (const members of byReference(lines)) {
    if (members.every((line) => open.has(line.id))) take("reference", members);
  }
  for (const pair of byAmount([...open.values()])) take("amount", pair);
  const ties = bySum(open, (members) => take("sum", members));
  return { groups, ties };
}

function byReference(lines: readonly OpenLine[]): OpenLine[][] {
  const shared = new Map<string, OpenLine[]>();
  for (const line of lines) {
    for (const reference of referencesOf(line.text)) {
      const known = shared.get(reference);
      if (known === undefined) shared.set(reference, [line]);
      else known.push(line);
    }
  }
  return [...shared.values()].filter(isSettled);
}

/** Normalised references of a text, each once; days and years alone say nothing. */
function referencesOf(text: string): Set<string> {
  const found = text.match(REFERENCE) ?? [];
  return new Set(
    found
      .map((reference) => reference.replaceAll(/[-/ ]/g, "").toUpperCase())
      .filter((reference) => reference.length >= 5),
  );
}

function isSettled(lines: readonly OpenLine[]): boolean {
  return lines.length > 1 && lines.reduce((sum, line) => sum + line.minor, 0) === 0;
}

function byAmount(lines: readonly OpenLine[]): [OpenLine, OpenLine][] {
  const bySize = Map.groupBy(lines, (line) => Math.abs(line.minor));
  return [...bySize.values()].flatMap((same) => {
    const debits = same.filter((line) => line.minor > 0);
    const credits = same.filter((line) => line.minor < 0);
    const [debit] = debits;
    const [credit] = credits;
    if (debit === undefined || credit === undefined) return [];
    return debits.length === 1 && credits.length === 1 ? [[debit, credit]] : [];
  });
}

/** Each payment against several invoices, then each invoice against several payments. */
function bySum(open: Map<number, OpenLine>, take: (members: readonly Sized[]) => void): number {
  let ties = 0;
  for (const sign of [-1, 1]) {
    const targets = [...open.values()].filter((line) => Math.sign(line.minor) === sign);
    for (const target of targets) {
      const others = [...open.values()].filter(
        (line) => Math.sign(line.minor) === -sign && isNotAfter(line, target, sign),
      );
      const found = uniqueSum(others, -target.minor);
      if (found === "tie") ties++;
      else if (found !== undefined) take([target, ...found]);
    }
  }
  return ties;
}

/** A payment settles what stood before it; an invoice is settled by what comes after. */
function isNotAfter(line: OpenLine, target: OpenLine, sign: number): boolean {
  return sign < 0 ? line.datedOn <= target.datedOn : line.datedOn >= target.datedOn;
}

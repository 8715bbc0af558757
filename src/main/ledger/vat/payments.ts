import type { ReadHandle } from "#main/store/handle.ts";

/** How much of a party line was paid up to a day, and when last. */
export interface Paid {
  paidMinor: number;
  lastOn: string | undefined;
}

interface Member {
  id: number;
  rootId: number;
  letteringId: number;
  datedOn: string;
  debitMinor: number;
}

const MEMBERS =
  "WITH asked AS (SELECT value AS id FROM json_each(?)), " +
  "standing AS (SELECT id FROM asked UNION SELECT c.line_id FROM carried_line c " +
  "WHERE c.root_id IN (SELECT id FROM asked)), " +
  "groups AS (SELECT DISTINCT lettering_id FROM lettering_line " +
  "WHERE line_id IN (SELECT id FROM standing)) " +
  "SELECT l.id, coalesce(c.root_id, l.id) AS rootId, ll.lettering_id AS letteringId, " +
  "l.dated_on AS datedOn, l.debit_minor - l.credit_minor AS debitMinor " +
  "FROM lettering_line ll JOIN line l ON l.id = ll.line_id " +
  "LEFT JOIN carried_line c ON c.line_id = l.id " +
  "WHERE ll.lettering_id IN (SELECT lettering_id FROM groups) ORDER BY l.dated_on, l.id";

/**
 * What lettering says was paid of some party lines: within a group each side settles the other,
 * the oldest first, on the later of both days. Lines carried into a later year count for the line
 * that they carry on.
 */
export function paymentsOf(
  read: ReadHandle,
  lineIds: readonly number[],
  untilOn: string,
): Map<number, Paid> {
  const paid = new Map<number, Paid>();
  const members = read.reading(MEMBERS).all(JSON.stringify(lineIds)) as Member[];
  for (const group of Map.groupBy(members, (member) => member.letteringId).values()) {
    for (const [member, amountMinor, on] of pairs(group)) {
      if (on > untilOn) continue;
      const known = paid.get(member.rootId) ?? { paidMinor: 0, lastOn: undefined };
      known.paidMinor += amountMinor;
      if (known.lastOn === undefined || on > known.lastOn) known.lastOn = on;
      paid.set(member.rootId, known);
    }
  }
  return paid;
}

/** Debits against credits, oldest first: each pair settles both of its lines on the later day. */
function* pairs(group: readonly Member[]): Generator<[Member, number, string]> {
  const debits = group.filter((member) => member.debitMinor > 0);
  const credits = group.filter((member) => member.debitMinor < 0);
  let [d, c] = [0, 0];
  let [leftDebit, leftCredit] = [debits[0]?.debitMinor ?? 0, -(credits[0]?.debitMinor ?? 0)];
  while (d < debits.length && c < credits.length) {
    const [debit, credit] = [debits[d]!, credits[c]!];
    const amountMinor = Math.min(leftDebit, leftCredit);
    const on = debit.datedOn > credit.datedOn ? debit.datedOn : credit.datedOn;
    yield [debit, amountMinor, on];
    yield [credit, amountMinor, on];
    leftDebit -= amountMinor;
    leftCredit -= amountMinor;
    if (leftDebit === 0) leftDebit = debits[++d]?.debitMinor ?? 0;
    if (leftCredit === 0) leftCredit = -(credits[++c]?.debitMinor ?? 0);
  }
}

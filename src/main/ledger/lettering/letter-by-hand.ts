import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { isClosedLine } from "../closing/carried-lines.ts";
import { groupOf, letterLines, unletterLines } from "../lettering.ts";
import { lineId } from "../model.ts";
import { postEntry } from "../post-entry.ts";

interface HandLine {
  id: number;
  account: string;
  partyId: number | null;
  datedOn: string;
  minor: number;
  currency: string | null;
  currencyMinor: number | null;
  number: number;
  originKind: string | null;
}

const LINE =
  "SELECT l.id, l.account, l.party_id AS partyId, l.dated_on AS datedOn, " +
  "l.debit_minor - l.credit_minor AS minor, l.currency, l.currency_minor AS currencyMinor, " +
  "e.number, e.origin_kind AS originKind FROM line l JOIN entry e ON e.id = l.entry_id " +
  "WHERE l.id = ?";

/**
 * Letters the lines that a person chose: in capitals when they cancel out, in small letters while
 * something is open. A difference within the limit may be written off first: to 658/758, or to
 * 666/766 when the lines cancel out in their own currency (PCG art. 946-66).
 */
export function letterByHand(
  tx: Transaction,
  act: Act,
  asked: { lineIds: readonly number[]; writeOff: boolean },
): { letter: string; writtenOffMinor: number } | Refusal {
  const lines = linesOf(tx, withGroups(tx, asked.lineIds));
  if (isRefusal(lines)) return lines;
  const [first, second] = lines;
  if (first === undefined || second === undefined) return refuse("lettering.one-line", {});
  const { account, partyId } = first;
  if (partyId === null) return refuse("lettering.no-party", { account });
  const other = lines.find((line) => line.account !== account || line.partyId !== partyId);
  if (other !== undefined) {
    return refuse("lettering.several-accounts", { first: account, second: other.account });
  }
  const closed = lines.find((line) => isClosedLine(tx, line.id));
  if (closed !== undefined) return refuse("lettering.closed-line", { number: closed.number });
  const gapMinor = lines.reduce((sum, line) => sum + line.minor, 0);
  const letteredOn = new Date(act.nowMs).toISOString().slice(0, 10);
  const lineIds = lines.map((line) => line.id);
  if (!asked.writeOff || gapMinor === 0) {
    const letter = letterLines(tx, { account, partyId, lineIds, letteredOn });
    return { letter, writtenOffMinor: 0 };
  }
  const written = writeOff(tx, act, { lines, gapMinor, account, partyId });
  if (isRefusal(written)) return written;
  const all = [...lineIds, written];
  const letter = letterLines(tx, { account, partyId, lineIds: all, letteredOn });
  return { letter, writtenOffMinor: gapMinor };
}

/** Removes the letters of the groups that hold these lines, at any time but in a closed year. */
export function unletterByHand(
  tx: Transaction,
  lineIds: readonly number[],
): { groups: number } | Refusal {
  const lines = linesOf(tx, withGroups(tx, lineIds));
  if (isRefusal(lines)) return lines;
  for (const line of lines) {
    if (isClosedLine(tx, line.id)) return refuse("lettering.closed-line", { number: line.number });
    if (line.originKind === "bank-line" && groupOf(tx, line.id).length > 0) {
      return refuse("lettering.matched", { number: line.number });
    }
  }
  const before = groups(tx);
  unletterLines(
    tx,
    lines.map((line) => line.id),
  );
  return { groups: before - groups(tx) };
}

function linesOf(tx: Transaction, lineIds: readonly number[]): HandLine[] | Refusal {
  const lines: HandLine[] = [];
  for (const id of lineIds) {
    const line = tx.reading(LINE).get(id) as HandLine | undefined;
    if (line === undefined) return refuse("lettering.unknown-line", { lineId: id });
    lines.push(line);
  }
  return lines;
}

function withGroups(tx: Transaction, lineIds: readonly number[]): number[] {
  return [...new Set(lineIds.flatMap((id) => [id, ...groupOf(tx, id)]))];
}

function groups(tx: Transaction): number {
  return (tx.reading("SELECT count(*) AS n FROM lettering").get() as { n: number }).n;
}

/** Posts what the lines leave to a loss or a gain; gives the line that closes the group. */
function writeOff(
  tx: Transaction,
  act: Act,
  asked: { lines: readonly HandLine[]; gapMinor: number; account: string; partyId: number },
): number | Refusal {
  const { lines, gapMinor, account, partyId } = asked;
  const isExchange = isSettledInCurrency(lines);
  const { limitMinor } = tx
    .reading("SELECT limit_minor AS limitMinor FROM lettering_setting")
    .get() as { limitMinor: number };
  if (!isExchange && Math.abs(gapMinor) > limitMinor) {
    return refuse("lettering.over-limit", { gapMinor: Math.abs(gapMinor), limitMinor });
  }
  const [loss, gain] = isExchange ? ["666", "766"] : ["658", "758"];
  const size = Math.abs(gapMinor);
  const isLoss = gapMinor > 0;
  const datedOn = lines.reduce((last, l) => (l.datedOn > last ? l.datedOn : last), "");
  const label = isExchange ? "Différence de change" : "Différence de règlement";
  const posted = postEntry(tx, act, {
    draft: {
      journal: "OD",
      datedOn,
      pieceRef: `LETTRAGE ${datedOn}`,
      label,
      lines: [
        { account, partyId, debitMinor: isLoss ? 0 : size, creditMinor: isLoss ? size : 0 },
        {
          account: isLoss ? loss! : gain!,
          debitMinor: isLoss ? size : 0,
          creditMinor: isLoss ? 0 : size,
        },
      ],
    },
    origin: { kind: "lettering", id: partyId },
  });
  return isRefusal(posted) ? posted : lineId(posted.entryId, 1);
}

function isSettledInCurrency(lines: readonly HandLine[]): boolean {
  const [first] = lines;
  const { currency } = first!;
  if (currency === null || lines.some((line) => line.currency !== currency)) return false;
  return lines.reduce((sum, line) => sum + (line.currencyMinor ?? 0), 0) === 0;
}

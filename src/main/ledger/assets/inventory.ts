import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { postEntry } from "../post-entry.ts";
import { signedLine } from "../side.ts";
import { positionAt } from "../statements/position.ts";

interface Posted {
  entryId: number | null;
  amountMinor: number;
}

/** Where the change of a stock goes (PCG art. 943-31 to 943-37). */
const STOCK_CHANGE: readonly [prefix: string, account: string][] = [
  ["31", "6031"],
  ["32", "6032"],
  ["37", "6037"],
  ["33", "7133"],
  ["34", "7134"],
  ["35", "7135"],
];

/** Where allowances and reversals go (PCG art. 946-68 and 947-78). */
const ALLOWANCES: readonly [prefix: string, allowance: string, reversal: string][] = [
  ["145", "68725", "78725"],
  ["14", "6874", "7874"],
  ["15", "6815", "7815"],
  ["290", "68161", "78161"],
  ["291", "68162", "78162"],
  ["29", "6866", "7866"],
  ["39", "68173", "78173"],
  ["49", "68174", "78174"],
  ["59", "6866", "7866"],
];

/** Brings a stock to its inventory value; its change is an expense, or income of production. */
export function recordStock(
  tx: Transaction,
  act: Act,
  asked: { account: string; valueMinor: number; datedOn: string },
): Posted | Refusal {
  const { account, valueMinor, datedOn } = asked;
  const change = usable(
    tx,
    STOCK_CHANGE.find(([prefix]) => account.startsWith(prefix))?.[1] ?? "603",
  );
  const amountMinor = valueMinor - balanceOn(tx, account, datedOn);
  if (amountMinor === 0) return { entryId: null, amountMinor };
  return book(tx, act, {
    ...{ datedOn, pieceRef: `INVENTAIRE ${account}`, label: `Variation du stock ${account}` },
    lines: [
      ...signedLine(amountMinor, { account }),
      ...signedLine(-amountMinor, { account: change }),
    ],
    amountMinor,
  });
}

/** Brings a provision or an impairment to its value; both stand in credit. */
export function recordProvision(
  tx: Transaction,
  act: Act,
  asked: { account: string; valueMinor: number; datedOn: string; label: string },
): Posted | Refusal {
  const { account, valueMinor, datedOn, label } = asked;
  const rule = ALLOWANCES.find(([prefix]) => account.startsWith(prefix))!;
  const amountMinor = valueMinor + balanceOn(tx, account, datedOn);
  if (amountMinor === 0) return { entryId: null, amountMinor };
  const other = usable(tx, amountMinor > 0 ? rule[1] : rule[2]);
  return book(tx, act, {
    ...{ datedOn, pieceRef: `PROVISION ${account}`, label },
    lines: [
      ...signedLine(amountMinor, { account: other }),
      ...signedLine(-amountMinor, { account }),
    ],
    amountMinor,
  });
}

/** An account that the book has, else the closest above it that it has. */
function usable(read: ReadHandle, account: string): string {
  const find = read.reading("SELECT 1 FROM account WHERE number = ?");
  for (let number = account; number.length >= 3; number = number.slice(0, -1)) {
    if (find.get(number) !== undefined) return number;
  }
  return account;
}

function balanceOn(read: ReadHandle, account: string, on: string): number {
  const standings = positionAt(read, on)?.standings ?? [];
  return standings
    .filter((one) => one.account === account)
    .reduce((sum, one) => sum + one.minor, 0);
}

function book(
  tx: Transaction,
  act: Act,
  of: {
    datedOn: string;
    pieceRef: string;
    label: string;
    lines: ReturnType<typeof signedLine>;
    amountMinor: number;
  },
): Posted | Refusal {
  const { amountMinor, ...draft } = of;
  const posted = postEntry(tx, act, { draft: { journal: "OD", ...draft } });
  return isRefusal(posted) ? posted : { entryId: posted.entryId, amountMinor };
}

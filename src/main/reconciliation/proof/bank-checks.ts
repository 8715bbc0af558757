import type { ProofExample } from "#contract/proof.ts";
import { bankAccounts } from "#main/banking/bank-accounts.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { positionAt } from "#main/ledger/statements/position.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { type AccountProof, accountProof } from "./account-proof.ts";
import { byQuery, LINES_OF_E, type ProofCheck } from "./finding.ts";

/** How far apart in days the two sides of one payment may stand, when it was booked twice. */
const NEAR_DAYS = 5;

const COLUMNS = "b.label, b.booked_on AS onDate, b.id AS bankLineId, m.entry_id AS entryId";
const MATCHED = `
FROM match m JOIN bank_line b ON b.id = m.bank_line_id
JOIN bank_account k ON k.id = b.bank_account_id JOIN entry e ON e.id = m.entry_id
WHERE m.undone_by_entry_id IS NULL AND b.booked_on <= @onDate AND e.dated_on <= @onDate`;
const ON_ACCOUNT = `(SELECT sum(l.debit_minor - l.credit_minor) FROM line l
  WHERE ${LINES_OF_E} AND +l.account = k.account)`;

/** Bank lines against the entries that hold them, and each bank account against its ledger. */
export const bankChecks: readonly ProofCheck[] = [
  {
    name: "bank-line-not-in-ledger",
    kind: "missing",
    find: overAccounts((proof) =>
      proof.unposted.map(({ bankLineId, bookedOn, label, amountMinor }) => ({
        ...{ label, onDate: bookedOn, minor: amountMinor, bankLineId },
      })),
    ),
  },
  {
    name: "ledger-not-at-bank",
    kind: "missing",
    find: overAccounts((proof) =>
      proof.unseen.map(({ entryId, datedOn, label, amountMinor }) => ({
        ...{ label, onDate: datedOn, minor: amountMinor, entryId },
      })),
    ),
  },
  {
    name: "bank-line-twice",
    kind: "double",
    find: (read, onDate) => {
      const unseen = overAccounts((proof, account) =>
        proof.unseen.flatMap((one) => twinOf(read, account, one)),
      );
      return unseen(read, onDate);
    },
  },
  {
    name: "bank-line-amount",
    kind: "amount",
    find: byQuery(
      `SELECT ${COLUMNS}, b.amount_minor - ${ON_ACCOUNT} AS minor ${MATCHED}
        AND ${ON_ACCOUNT} <> b.amount_minor ORDER BY b.id`,
    ),
  },
  {
    name: "bank-line-date",
    kind: "date",
    find: byQuery(
      `SELECT ${COLUMNS}, 0 AS minor ${MATCHED}
        AND e.dated_on <> b.booked_on AND e.piece_on <> b.booked_on ORDER BY b.id`,
    ),
  },
  {
    name: "bank-line-account",
    kind: "account",
    find: byQuery(
      `SELECT ${COLUMNS}, b.amount_minor AS minor ${MATCHED}
        AND ${ON_ACCOUNT} IS NULL ORDER BY b.id`,
    ),
  },
  {
    name: "bank-balance",
    kind: "amount",
    find: overAccounts(({ differenceMinor }, { id, name, onDate }) =>
      differenceMinor === 0
        ? []
        : [{ label: name, onDate, minor: differenceMinor, bankAccountId: id }],
    ),
  },
  { name: "transit-open", kind: "missing", find: transit },
];

interface Asked {
  id: number;
  name: string;
  account: string;
  onDate: string;
}

function overAccounts(
  take: (proof: AccountProof, account: Asked) => ProofExample[],
): ProofCheck["find"] {
  return (read, onDate) =>
    bankAccounts(read).flatMap((bank) => {
      const proof = accountProof(read, bank, onDate);
      const { id, name, account } = bank;
      return isRefusal(proof) ? [] : take(proof, { id, name, account, onDate });
    });
}

/** The bank line that an unseen entry books a second time: same amount, a few days apart. */
function twinOf(
  read: ReadHandle,
  account: Asked,
  unseen: AccountProof["unseen"][number],
): ProofExample[] {
  const { amountMinor, datedOn, entryId } = unseen;
  const twin = read
    .reading(
      "SELECT b.id, b.label FROM bank_line b JOIN match m ON m.bank_line_id = b.id " +
        "AND m.undone_by_entry_id IS NULL WHERE b.bank_account_id = ? AND b.amount_minor = ? " +
        "AND abs(julianday(b.booked_on) - julianday(?)) <= ? LIMIT 1",
    )
    .get(account.id, amountMinor, datedOn, NEAR_DAYS) as { id: number; label: string } | undefined;
  if (twin === undefined) return [];
  return [{ label: twin.label, onDate: datedOn, minor: amountMinor, bankLineId: twin.id, entryId }];
}

/** Transfers that left one account and have not reached the other (accounts 58). */
function transit(read: ReadHandle, onDate: string): ProofExample[] {
  const standings = positionAt(read, onDate)?.standings ?? [];
  return standings
    .filter(({ account }) => account.startsWith("58"))
    .map(({ account, minor }) => ({ label: account, onDate, minor, account }));
}

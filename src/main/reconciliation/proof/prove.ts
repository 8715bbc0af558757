import { hash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { ThreeWayProof } from "#contract/proof.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { yearOfDay } from "#main/ledger/statements/position.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { bankChecks } from "./bank-checks.ts";
import type { ProofCheck } from "./finding.ts";
import { evidenceChecks, tradeChecks } from "./trade-checks.ts";

const CHECKS: readonly ProofCheck[] = [
  ...tradeChecks("invoice"),
  ...tradeChecks("bill"),
  ...bankChecks,
  ...evidenceChecks,
];

/** Examples that a report carries of one check; the count and the sum are of all. */
const MOST_EXAMPLES = 50;

/** The handle of the book that is open now; refuses once it was closed between two checks. */
type OpenBook = () => ReadHandle;

/** How often a proof begins anew because the book changed under it. */
const MOST_TRIES = 5;

/**
 * The three-way proof (contrôle à trois voies) up to a day: invoices and bills, the ledger and the
 * bank hold the same facts once. Every check reads the rows anew; nothing is taken from sums kept.
 * Other questions are answered between two checks; a proof during which the book changed begins
 * anew. `ledgerHash` is the seal of the last entry, so that a report names the very books.
 */
export async function prove(book: OpenBook, onDate: string): Promise<ThreeWayProof | Refusal> {
  if (yearOfDay(book(), onDate) === undefined) {
    return refuse("statements.outside-years", { date: onDate });
  }
  for (let tries = 1; ; tries++) {
    const state = stateOf(book(), onDate);
    const checks = await runChecks(book, onDate);
    const isSame = JSON.stringify(stateOf(book(), onDate)) === JSON.stringify(state);
    if (!isSame && tries < MOST_TRIES) continue;
    const agrees = checks.every(({ count }) => count === 0);
    const report = { onDate, agrees, ...state, checks };
    return { ...report, digest: hash("sha256", JSON.stringify(report)) };
  }
}

async function runChecks(book: OpenBook, onDate: string) {
  const results: ThreeWayProof["checks"] = [];
  for (const { name, kind, find } of CHECKS) {
    const found = find(book(), onDate);
    const differenceMinor = found.reduce((sum, one) => sum + Math.abs(one.minor), 0);
    const examples = found.slice(0, MOST_EXAMPLES);
    results.push({ check: name, kind, count: found.length, differenceMinor, examples });
    await setImmediate();
  }
  return results;
}

function stateOf(read: ReadHandle, onDate: string) {
  const counted = (table: string, column: string) =>
    (
      read.reading(`SELECT count(*) AS n FROM ${table} WHERE ${column} <= ?`).get(onDate) as {
        n: number;
      }
    ).n;
  const last = read.reading("SELECT hash FROM entry ORDER BY id DESC LIMIT 1").get() as
    | { hash: Uint8Array }
    | undefined;
  return {
    looked: {
      invoices: counted("invoice", "issued_on"),
      bills: counted("bill", "issued_on"),
      bankLines: counted("bank_line", "booked_on"),
      entries: counted("entry", "dated_on"),
    },
    ledgerHash: last === undefined ? "" : Buffer.from(last.hash).toString("hex"),
  };
}

import type { Verification } from "#contract/book.ts";
import type { BookCheck } from "#main/ledger/checks.ts";
import { countEntries } from "#main/ledger/list-entries.ts";
import { readLedgerChain } from "#main/ledger/read-chain.ts";
import { readAuditChain } from "#main/security/audit-chain.ts";
import type { Progress } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** Re-computes both chains and every whole-book check, and names what breaks first. */
export function* verifyBook(
  read: ReadHandle,
  checks: readonly BookCheck[],
): Generator<Progress, Verification, void> {
  const ledger = yield* readLedgerChain(read, countEntries(read));
  const audit = yield* readAuditChain(read);
  const results = [];
  for (const [i, check] of checks.entries()) {
    yield { stage: check.name, done: i, total: checks.length };
    const found = check.find(read);
    results.push({ name: check.name, sound: found === undefined, detail: found ?? "" });
  }
  return {
    sound: ledger.sound && audit.sound && results.every((r) => r.sound),
    entries: ledger.length,
    auditLines: audit.length,
    checks: results,
    chains: [
      { chain: "ledger", ...ledger },
      { chain: "audit", ...audit },
    ],
  };
}

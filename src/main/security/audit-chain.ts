import { auditHash, auditSeed } from "#main/store/audit-line.ts";
import type { Progress } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { keyOf, pageOf } from "#main/store/page.ts";
import type { AuditTable } from "#main/store/schema.ts";

const BATCH = 2000;

/** Re-computes the audit chain from what is written, and names the first break. */
export function* readAuditChain(
  read: ReadHandle,
): Generator<Progress, { sound: boolean; length: number; brokenAt?: string; head: string }, void> {
  const { n: total } = read.reading("SELECT count(*) AS n FROM audit").get() as { n: number };
  let previous = auditSeed;
  let at = 0;
  for (;;) {
    const lines = read
      .reading(`SELECT * FROM audit WHERE id > ? ORDER BY id LIMIT ${BATCH}`)
      .all(at) as AuditTable[];
    if (lines.length === 0) return { sound: true, length: at, head: previous };
    for (const line of lines) {
      at++;
      const expected = auditHash(previous, line).toString("hex");
      if (line.id !== at || expected !== Buffer.from(line.hash).toString("hex")) {
        return { sound: false, length: at - 1, brokenAt: `${at}`, head: previous };
      }
      previous = expected;
    }
    yield { stage: "audit-chain", done: at, total };
  }
}

/** A page of the journal of actions, newest first. */
export function listActions(
  read: ReadHandle,
  asked: { after?: string | undefined; limit: number },
) {
  const rows = read
    .reading(
      "SELECT id, at_ms AS atMs, person, command, subject, before, after FROM audit " +
        "WHERE id < ? ORDER BY id DESC LIMIT ?",
    )
    .all(
      asked.after === undefined ? Number.MAX_SAFE_INTEGER : Number(asked.after),
      asked.limit + 1,
    );
  const page = pageOf(rows as ActionRow[], asked.limit, (r) => keyOf(r.id));
  const { n } = read.reading("SELECT max(id) AS n FROM audit").get() as { n: number | null };
  return { ...page, total: n ?? 0 };
}

interface ActionRow {
  id: number;
  atMs: number;
  person: string;
  command: string;
  subject: string;
  before: string | null;
  after: string | null;
}

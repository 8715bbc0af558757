import { hash } from "node:crypto";
import type { AuditTable } from "./schema.ts";

/** What a command says of itself to the audit chain. */
export interface AuditNote {
  /** What was acted on, such as `entry 2026/14` or `import invoices-2026.csv`. */
  subject: string;
  before?: unknown;
  after?: unknown;
}

/** The hash before the first audit line. */
export const auditSeed = hash("sha256", "ecritoire-audit-1", "hex");

/** The chained hash of an audit line: SHA-256 over the previous hash and the canonical content. */
export function auditHash(previousHex: string, line: Omit<AuditTable, "hash">): Buffer {
  const content = JSON.stringify([
    "ecritoire-audit-1",
    line.id,
    line.at_ms,
    line.person,
    line.command,
    line.subject,
    line.before,
    line.after,
  ]);
  return hash("sha256", `${previousHex}\n${content}`, "buffer");
}

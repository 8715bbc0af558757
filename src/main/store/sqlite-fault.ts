import { type Refusal, refuse } from "#main/base/refusal.ts";

interface Coded {
  code?: unknown;
  message?: unknown;
}

/** The refusal behind a fault of SQLite or of the file system, or undefined for a true fault. */
export function refusalOfFault(fault: unknown, file: string): Refusal | undefined {
  const code = String((fault as Coded | null)?.code ?? "");
  if (code === "SQLITE_FULL" || code === "ENOSPC" || code === "EDQUOT") {
    return refuse("book.disk-full", { file });
  }
  if (code === "SQLITE_READONLY" || code === "EROFS" || code === "EACCES" || code === "EPERM") {
    return refuse("book.read-only", { file });
  }
  if (code.startsWith("SQLITE_CANTOPEN")) return refuse("book.read-only", { file });
  if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT")) {
    return refuse("book.damaged", { file });
  }
  if (code.startsWith("SQLITE_READONLY")) return refuse("book.read-only", { file });
  return undefined;
}

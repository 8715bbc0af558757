import { existsSync, mkdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { company } from "./migrations/0010-company.ts";
import { ledger } from "./migrations/0020-ledger.ts";
import { trade } from "./migrations/0030-trade.ts";
import { bank } from "./migrations/0040-bank.ts";
import { bankLineKeys } from "./migrations/0050-bank-line-keys.ts";
import { currency } from "./migrations/0060-currency.ts";
import { exportProfile } from "./migrations/0070-export-profile.ts";
import { pack } from "./migrations/0080-pack.ts";
import { closing } from "./migrations/0090-closing.ts";
import { letteringSetting } from "./migrations/0100-lettering.ts";
import { importedEntry } from "./migrations/0120-imported-entry.ts";
import { entering } from "./migrations/0170-entering.ts";
import { vat } from "./migrations/0180-vat.ts";
import { budget } from "./migrations/0190-budget.ts";
import { assets } from "./migrations/0200-assets.ts";
import { recognising } from "./migrations/0210-recognising.ts";
import { dailyCash } from "./migrations/0220-daily-cash.ts";
import { statementLayout } from "./migrations/0230-statement-layout.ts";
import { analysis } from "./migrations/0240-analysis.ts";
import { scenarios } from "./migrations/0250-scenarios.ts";
import { categoryBudget } from "./migrations/0260-category-budget.ts";
import { quotes } from "./migrations/0270-quotes.ts";
import { reminders } from "./migrations/0280-reminders.ts";
import { writeVerifiedCopy } from "./open-database.ts";
import { refusalOfFault } from "./sqlite-fault.ts";

/** One step of the schema. Versions go up by tens; a step never changes once it has shipped. */
export interface Migration {
  version: number;
  sql: string;
}

export const migrations: readonly Migration[] = [
  company,
  ledger,
  trade,
  bank,
  bankLineKeys,
  currency,
  exportProfile,
  pack,
  closing,
  letteringSetting,
  importedEntry,
  entering,
  vat,
  budget,
  assets,
  recognising,
  dailyCash,
  statementLayout,
  analysis,
  scenarios,
  categoryBudget,
  quotes,
  reminders,
];

/** The newest schema that this version knows. */
export const newestVersion = migrations.at(-1)!.version;

/** The schema version stored in the book; 0 for a new file. */
export function versionOf(database: Database.Database): number {
  return Number(database.pragma("user_version", { simple: true }));
}

/**
 * Brings a book to the newest schema: a verified copy first when there is something to lose, then
 * every missing step in one SQL transaction.
 * @returns the backup's file, when one was taken
 */
export function migrate(
  database: Database.Database,
  options: { folder: string; key: Uint8Array; nowMs: number; upTo?: number },
): { backup?: string } | Refusal {
  const from = versionOf(database);
  const target = options.upTo ?? newestVersion;
  if (from > newestVersion) return refuse("book.newer", { found: from, known: newestVersion });
  const missing = migrations.filter((m) => m.version > from && m.version <= target);
  if (missing.length === 0) return {};
  const backup = from > 0 ? backUpBefore(database, { ...options, from }) : undefined;
  if (isRefusal(backup)) return backup;
  try {
    database.transaction(() => {
      for (const m of missing) {
        database.exec(m.sql);
        database.pragma(`user_version = ${m.version}`);
      }
      const broken = database.pragma("foreign_key_check") as unknown[];
      if (broken.length > 0) throw new Error("a migration left rows without their parent");
    })();
  } catch (fault) {
    const refusal = refusalOfFault(fault, database.name);
    if (refusal === undefined) throw fault;
    return refusal;
  }
  return backup === undefined ? {} : { backup };
}

function backUpBefore(
  database: Database.Database,
  options: { folder: string; key: Uint8Array; nowMs: number; from: number },
): string | Refusal {
  const folder = join(options.folder, "backups");
  mkdirSync(folder, { recursive: true });
  const stamp = new Date(options.nowMs).toISOString().replaceAll(/[:.]/g, "-");
  const file = join(folder, `before-migration-${options.from}-${stamp}.db`);
  if (existsSync(file)) unlinkSync(file);
  return writeVerifiedCopy(database, { file, key: options.key }) ?? file;
}

import { toDayNumber } from "#contract/date.ts";
import type { ImportReport } from "#contract/procedure.ts";
import { closeImport, openImport } from "#main/automation/import-run.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Progress, Work } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import type { BankAccountRow, FeedSettings } from "./bank-accounts.ts";
import { countBankLines } from "./count-bank-lines.ts";
import { setFeed } from "./feed-settings.ts";
import type { BankFeed, FeedLine } from "./port.ts";
import type { StatementLine } from "./statement/parsed-statement.ts";
import { takeLines } from "./take-lines.ts";

/** What a reading of a feed brought, ready to be written. */
export interface FeedReading {
  lines: StatementLine[];
  cursor: string | undefined;
  balanceMinor: number | undefined;
}

/** Reads everything that is new at the bank; nothing is written while the network is used. */
export async function* readFeed(
  feed: BankFeed,
  asked: { account: BankAccountRow; settings: FeedSettings },
  signal: AbortSignal,
): AsyncGenerator<Progress, FeedReading | Refusal, void> {
  const { account, settings } = asked;
  const latest = new Map<string, FeedLine>();
  const reading: FeedReading = { lines: [], cursor: settings.cursor, balanceMinor: undefined };
  const request = {
    account: { iban: account.iban ?? "" },
    ...(settings.cursor === undefined
      ? { updatedSinceAtMs: toDayNumber(settings.sinceOn) * 86_400_000 }
      : { cursor: settings.cursor }),
  };
  for await (const page of feed.lines(request, signal)) {
    if (isRefusal(page)) return page;
    for (const line of page.lines) latest.set(line.id, line);
    reading.cursor = page.cursor;
    reading.balanceMinor = page.account.balanceMinor;
    yield { stage: "feed", done: latest.size, total: 0 };
  }
  const booked = [...latest.values()].filter(
    (l) => l.status === "booked" && l.bookedOn >= settings.sinceOn,
  );
  reading.lines = booked
    .sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : 0))
    .map((l, i) => ({ ...l, line: i + 1, bankIds: [l.id] }));
  return reading;
}

/** Writes what a feed brought: the lines once, the bank's balance, and where to go on from. */
export function takeFeed(
  act: Act,
  asked: { account: BankAccountRow; settings: FeedSettings; reading: FeedReading },
): Work<ImportReport> {
  return function* (tx) {
    const { account, settings, reading } = asked;
    const name = `${settings.provider} ${account.name}`;
    const file = { name, bytes: Buffer.from(JSON.stringify(reading.lines)) };
    const importRunId = openImport(tx, act, { kind: "feed", file });
    const { lines } = reading;
    const intake = yield* takeLines(tx, { account, lines, importRunId, fileName: name });
    const lastOn = lines.at(-1)?.bookedOn;
    if (reading.balanceMinor !== undefined && lastOn !== undefined) {
      tx.run(
        sqlBuilder.insertInto("statement").values({
          bank_account_id: account.id,
          opening_minor: null,
          opening_on: null,
          closing_minor: reading.balanceMinor,
          closing_on: lastOn,
          import_run_id: importRunId,
        }),
      );
    }
    const refused = setFeed(tx, account.id, {
      ...settings,
      cursor: reading.cursor,
      lastSyncAtMs: act.nowMs,
      lastProblem: undefined,
    });
    if (isRefusal(refused)) return refused;
    return closeImport(tx, importRunId, {
      kind: "feed",
      fileName: name,
      preview: false,
      found: lines.length,
      added: intake.added,
      already: intake.already,
      refused: intake.refused.map((r) => ({ ...r, facts: { ...r.facts } })),
      inBook: countBankLines(tx),
      notes: intake.notes,
    });
  };
}

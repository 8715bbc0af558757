import { afterEach, beforeEach, expect } from "vitest";
import type { VatRegime, VatReturn } from "#contract/vat.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { bookChecks } from "#main/book/book-checks.ts";
import { letterLines } from "#main/ledger/lettering.ts";
import { type EntryDraft, lineId } from "#main/ledger/model.ts";
import { declareReturn } from "#main/ledger/vat/declare.ts";
import { getReturn } from "#main/ledger/vat/vat-return.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import type { Transaction } from "#main/store/book.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

export let core: CoreBook;
export let supplierId: number;

/** A new book with a supplier for each test; after each every whole-book check must hold. */
export function withVatDesk(): void {
  beforeEach(openDesk);
  afterEach(() => {
    expect(bookChecks.map((check) => check.find(core.book.read)).filter(Boolean)).toEqual([]);
    core.remove();
  });
}

export async function openDesk(): Promise<void> {
  core = await coreBook();
  supplierId = await sure((tx) =>
    ensureParty(tx, { kind: "supplier", code: "F1", name: "Forge du Val" }),
  );
}

export async function write<T>(work: (tx: Transaction) => T | Refusal) {
  return core.book.transact(core.act, (tx) => {
    const result = work(tx);
    return isRefusal(result) ? result : { result, audit: { subject: "test" } };
  }) as Promise<T | Refusal>;
}

export async function sure<T>(work: (tx: Transaction) => T | Refusal): Promise<T> {
  const done = await write(work);
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.facts)}`);
  return done;
}

export function regime(more: Partial<VatRegime> = {}): Promise<null> {
  const one = { fromOn: "2026-01-01", regime: "ca3-month", coefficientBps: 10_000, ...more };
  const debits = [more.salesOnDebits === true ? 1 : 0, more.boughtOnDebits === true ? 1 : 0];
  return sure((tx) => {
    tx.writing("INSERT INTO vat_regime VALUES (?, ?, ?, ?, ?)").run(
      ...[one.fromOn, one.regime, ...debits, one.coefficientBps],
    );
    return null;
  });
}

export type Amounts = readonly [account: string, creditMinor: number, partyId?: number];

export async function post(journal: string, datedOn: string, lines: readonly Amounts[]) {
  const draft: EntryDraft = {
    ...{ journal, datedOn, pieceRef: "P", label: "Opération" },
    lines: lines.map(([account, minor, partyId]) => ({
      ...{ account, debitMinor: Math.max(0, -minor), creditMinor: Math.max(0, minor) },
      ...(partyId === undefined ? {} : { partyId }),
    })),
  };
  const posted = await core.post(draft);
  if (isRefusal(posted)) throw new Error(`${posted.code} ${JSON.stringify(posted.facts)}`);
  return posted.entryId;
}

export const sell = (on: string, lines: readonly Amounts[]) => {
  const gross = lines.reduce((sum, [, minor]) => sum + minor, 0);
  return post("VE", on, [["411000", -gross, core.customerId], ...lines]);
};
export const buy = (on: string, lines: readonly Amounts[]) => {
  const gross = lines.reduce((sum, [, minor]) => sum + minor, 0);
  return post("AC", on, [...lines, ["401000", -gross, supplierId]]);
};

/** A payment of an entry's first party line, lettered with it. */
export async function pay(entryId: number, on: string, minor: number): Promise<void> {
  const paidId = await post("OD", on, [
    ["411000", minor, core.customerId],
    ["512001", -minor],
  ]);
  await sure((tx) => {
    const members = tx
      .reading(
        "SELECT line_id AS id FROM lettering_line WHERE lettering_id IN " +
          "(SELECT lettering_id FROM lettering_line WHERE line_id = ?)",
      )
      .all(lineId(entryId, 1)) as { id: number }[];
    tx.writing("DELETE FROM lettering_line WHERE line_id = ?").run(lineId(entryId, 1));
    for (const { id } of members) {
      tx.writing("DELETE FROM lettering_line WHERE line_id = ?").run(id);
    }
    letterLines(tx, {
      ...{ account: "411000", partyId: core.customerId, letteredOn: on, isAsStands: true },
      lineIds: [...new Set([lineId(entryId, 1), ...members.map((m) => m.id), lineId(paidId, 1)])],
    });
    return null;
  });
}

export function boxesOf(asked: { endsOn?: string; refundMinor?: number } = {}) {
  const found = getReturn(core.book.read, { refundMinor: 0, ...asked });
  if (isRefusal(found)) throw new Error(found.code);
  return { found, box: picker(found) };
}

export function picker(found: VatReturn) {
  return (code: string) => {
    const one = found.boxes.find((b) => b.code === code)!;
    return [one.baseMinor, one.taxMinor].filter((minor) => minor !== null).map((m) => m / 100);
  };
}

export const declare = (endsOn: string, more: object = {}) =>
  write((tx) => declareReturn(tx, core.act, { endsOn, refundMinor: 0, ...more }));

export function balance(account: string, year = 2026): number {
  const row = core.book.read
    .reading(
      "SELECT coalesce(sum(debit_minor - credit_minor), 0) AS minor FROM line " +
        "WHERE account = ? AND dated_on LIKE ?",
    )
    .get(account, `${year}%`) as { minor: number };
  return row.minor;
}

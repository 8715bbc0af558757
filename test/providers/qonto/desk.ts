import { expect } from "vitest";
import type { FeedLine, FeedPage, FeedRequest } from "#main/banking/port.ts";
import { random } from "#main/base/random.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { type QontoClientOptions, qontoClient } from "#main/providers/qonto/client.ts";
import { qontoFeed } from "#main/providers/qonto/provider.ts";
import {
  type QontoServer,
  qontoServer,
  qontoServerKey,
  type ServedTransaction,
} from "../../helpers/qonto-server.ts";

export const ACCOUNT = "018f71db-c635-78b5-b90a-ea05de98c2bf";
export const IBAN = "FR7616958000010000000000042";
export const START_MS = Date.parse("2026-01-05T08:00:00.000Z");
export const never = new AbortController().signal;

/** The desk of one test: a fresh server, and a clock that only sleeping moves. */
export const desk = {
  server: undefined as unknown as QontoServer,
  slept: [] as number[],
  clockMs: START_MS,
};

export async function openDesk(): Promise<void> {
  desk.server = await qontoServer();
  desk.server.accounts = [
    {
      id: ACCOUNT,
      iban: IBAN,
      name: "Compte principal",
      currency: "EUR",
      balance_cents: 5_000_000,
      status: "active",
    },
  ];
  desk.slept = [];
  desk.clockMs = START_MS;
}

/** Sleeping moves the test's clock, so that waits are exact and cost nothing. */
export function feed(parts: Partial<QontoClientOptions> = {}, perPage = 10) {
  const source = random(1);
  const client = qontoClient({
    baseUrl: desk.server.baseUrl,
    ...qontoServerKey,
    fetch,
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      desk.slept.push(ms);
      desk.clockMs += ms;
    },
    random: source.next,
    nowMs: () => desk.clockMs,
    ...parts,
  });
  return qontoFeed(client, perPage);
}

export function transaction(n: number, parts: Partial<ServedTransaction> = {}): ServedTransaction {
  const at = new Date(START_MS + n * 60_000).toISOString();
  return {
    id: `tx-${String(n).padStart(5, "0")}`,
    transaction_id: `acme-${n}`,
    bank_account_id: ACCOUNT,
    amount: 0.1 + n,
    amount_cents: 100 + n,
    currency: "EUR",
    side: n % 3 === 0 ? "credit" : "debit",
    operation_type: "transfer",
    status: "completed",
    label: `TIERS ${n}`,
    reference: null,
    settled_at: at,
    emitted_at: at,
    updated_at: at,
    ...parts,
  };
}

export function ledgerOf(count: number): ServedTransaction[] {
  return Array.from({ length: count }, (_, i) => transaction(i + 1));
}

export interface Reading {
  pages: FeedPage[];
  refusal: Refusal | undefined;
  /** How often each state of a line came. */
  lines: FeedLine[];
  byId: Map<string, FeedLine>;
  cursor: string | undefined;
}

export async function read(
  bank = feed(),
  request: Partial<FeedRequest> = {},
  signal = never,
): Promise<Reading> {
  const pages: FeedPage[] = [];
  let refusal: Refusal | undefined;
  for await (const page of bank.lines({ account: { iban: IBAN }, ...request }, signal)) {
    if (isRefusal(page)) refusal = page;
    else pages.push(page);
  }
  const lines = pages.flatMap((p) => p.lines);
  const byId = new Map(lines.map((l) => [l.id, l]));
  return { pages, refusal, lines, byId, cursor: pages.at(-1)?.cursor };
}

/** Complete and without duplicates: every line of the server, each once, with its last state. */
export function expectWhole(reading: Reading): void {
  expect(reading.refusal).toBeUndefined();
  expect([...reading.byId.keys()].sort()).toEqual(desk.server.transactions.map((t) => t.id).sort());
  const states = reading.lines.map((l) => JSON.stringify(l));
  expect(new Set(states).size).toBe(states.length);
  const total = [...reading.byId.values()].reduce((sum, l) => sum + l.amountMinor, 0);
  const truth = desk.server.transactions.reduce(
    (sum, t) => sum + (t.side === "debit" ? -1 : 1) * Number(t.amount_cents),
    0,
  );
  expect(total).toBe(truth);
}

export function codeOf(reading: Reading): string | undefined {
  return reading.refusal?.code;
}

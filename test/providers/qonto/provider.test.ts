import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { random } from "#main/base/random.ts";
import {
  ACCOUNT,
  codeOf,
  desk,
  expectWhole,
  feed,
  IBAN,
  ledgerOf,
  never,
  openDesk,
  read,
  START_MS,
  transaction,
} from "./desk.ts";

beforeEach(openDesk);
afterEach(() => desk.server.close());

describe("a quiet server", () => {
  test("accounts, with the exact key in the header", async () => {
    const accounts = await feed().accounts(never);
    expect(accounts).toEqual([
      {
        id: ACCOUNT,
        iban: IBAN,
        name: "Compte principal",
        currency: "EUR",
        balanceMinor: 5_000_000,
        closed: false,
      },
    ]);
    expect(desk.server.requests[0]?.authorization).toBe("acme-7:s3cr3t-0123456789abcdef");
  });

  test.each([0, 1, 9, 10, 11, 57])("%i lines, in pages of ten", async (count) => {
    desk.server.transactions = ledgerOf(count);
    const reading = await read();
    expectWhole(reading);
    expect(reading.lines).toHaveLength(count);
    const asked = desk.server.requests.filter((r) => r.path === "/v2/transactions");
    expect(asked.length).toBeLessThanOrEqual(1 + Math.ceil(count / 9));
    expect(asked.every((r) => Number(r.query.get("per_page")) <= 100)).toBe(true);
    expect(reading.pages.every((p) => p.account.balanceMinor === 5_000_000)).toBe(true);
  });

  test.each([true, false])("the start of the window left out: %s", async (exclusive) => {
    desk.server.exclusiveFrom = exclusive;
    // Lines come by three of one instant, so that page edges fall between equals.
    const instant = (i: number) => transaction(i - (i % 3)).updated_at;
    desk.server.transactions = ledgerOf(35).map((t, i) => ({ ...t, updated_at: instant(i) }));
    expectWhole(await read());
  });

  test("more than a page of lines of one instant", async () => {
    const bulk = "2026-01-20T00:00:00.000Z";
    desk.server.transactions = [
      ...ledgerOf(14),
      ...Array.from({ length: 45 }, (_, i) => transaction(1_000 + i, { updated_at: bulk })),
      ...Array.from({ length: 8 }, (_, i) => transaction(50_000 + i)),
    ];
    const reading = await read();
    expectWhole(reading);
    expect(reading.cursor).toBe(desk.server.transactions.at(-1)?.updated_at);
  });

  test("a line changed in a second reading comes again, the others do not come twice", async () => {
    desk.server.transactions = [
      ...ledgerOf(30),
      transaction(31, { status: "pending", settled_at: null }),
    ];
    const first = await read();
    expect(first.byId.get("tx-00031")?.status).toBe("pending");
    const later = new Date(START_MS + 86_400_000).toISOString();
    desk.server.transactions[30] = transaction(31, { settled_at: later, updated_at: later });
    const second = await read(feed(), { cursor: first.cursor ?? "" });
    expect(second.byId.get("tx-00031")?.status).toBe("booked");
    expect(second.lines.length).toBeLessThan(13);
  });

  test("since an instant", async () => {
    desk.server.transactions = ledgerOf(30);
    const reading = await read(feed(), { updatedSinceAtMs: START_MS + 20.5 * 60_000 });
    expect(reading.lines).toHaveLength(10);
  });

  test("a declined line comes as cancelled", async () => {
    desk.server.transactions = [transaction(1, { status: "declined", settled_at: null })];
    expect((await read()).lines).toMatchObject([{ id: "tx-00001", status: "cancelled" }]);
  });

  test("an account that the key does not show", async () => {
    const reading = await read(feed(), { account: { iban: "FR00" } });
    expect(codeOf(reading)).toBe("providers.unknown-account");
  });
});

describe("data that changes between pages", () => {
  test("lines change, appear and move while we read: none is missed", async () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const source = random(seed);
      desk.server.transactions = ledgerOf(80);
      desk.server.faults = [];
      desk.server.requests = [];
      desk.server.beforePage = (request) => {
        if (request > 12) return;
        const at = new Date(START_MS + 86_400_000 + request * 1_000).toISOString();
        desk.server.transactions.push(transaction(500 + request, { updated_at: at }));
        for (let i = 0; i < 3; i++) {
          const index = Math.floor(source.next() * 80);
          const known = desk.server.transactions[index];
          if (known)
            desk.server.transactions[index] = { ...known, label: `R${request}`, updated_at: at };
        }
      };
      const reading = await read();
      expect(reading.refusal).toBeUndefined();
      expect(reading.byId.size).toBe(desk.server.transactions.length);
      for (const theirs of desk.server.transactions) {
        expect(reading.byId.get(theirs.id)?.label).toBe(theirs.label);
      }
    }
  });

  test("lines of one instant that leave it while numbered pages are walked", async () => {
    const bulk = "2026-01-20T00:00:00.000Z";
    desk.server.transactions = Array.from({ length: 60 }, (_, i) =>
      transaction(i, { updated_at: bulk }),
    );
    desk.server.beforePage = (request) => {
      if (request < 2 || request > 4) return;
      const at = new Date(START_MS + 90 * 86_400_000 + request).toISOString();
      const first = desk.server.transactions[request];
      if (first) desk.server.transactions[request] = { ...first, updated_at: at };
    };
    const reading = await read();
    expect(reading.refusal).toBeUndefined();
    expect([...reading.byId.keys()].sort()).toEqual(
      desk.server.transactions.map((t) => t.id).sort(),
    );
    const before = reading.pages.slice(0, -1).map((p) => p.cursor);
    expect(before.every((cursor) => cursor <= bulk)).toBe(true);
  });

  test("an interrupted reading goes on from its last cursor: the union is whole", async () => {
    desk.server.transactions = ledgerOf(64);
    desk.server.faults = [
      ...Array(3).fill({ kind: "none" }),
      ...Array(6).fill({ kind: "status", status: 500 }),
    ];
    const first = await read();
    expect(codeOf(first)).toBe("providers.server-error");
    expect(first.byId.size).toBeGreaterThan(20);
    const second = await read(feed(), { cursor: first.cursor ?? "" });
    const union = new Set([...first.byId.keys(), ...second.byId.keys()]);
    expect(union.size).toBe(64);
    expect(second.lines.length).toBeLessThan(64 - 10);
  });
});

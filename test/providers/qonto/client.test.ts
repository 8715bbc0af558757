import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { refusalSentence } from "#contract/refusals.ts";
import { qontoServer, qontoServerKey, type ServerFault } from "../../helpers/qonto-server.ts";
import {
  codeOf,
  desk,
  expectWhole,
  feed,
  ledgerOf,
  never,
  openDesk,
  read,
  START_MS,
  transaction,
} from "./desk.ts";

beforeEach(openDesk);
afterEach(() => desk.server.close());

describe("faults that pass", () => {
  const page = { kind: "none" } as const;
  test.each([
    ["a 500 on the second page", [page, { kind: "status", status: 500 }]],
    ["503 three times", Array(3).fill({ kind: "status", status: 503 })],
    ["429 without a time", [page, page, { kind: "status", status: 429 }]],
    ["a truncated JSON body", [page, { kind: "truncated" }, { kind: "truncated" }]],
    ["a connection cut in the middle", [{ kind: "cut" }, page, { kind: "cut" }]],
    ["a page served twice", [page, { kind: "repeated-page" }, page, { kind: "repeated-page" }]],
    ["the last page served twice", [page, page, page, { kind: "repeated-page" }]],
  ] as const)("%s", async (_name, faults) => {
    desk.server.transactions = ledgerOf(37);
    desk.server.faults = [...faults];
    expectWhole(await read());
    expect(desk.server.faults).toEqual([]);
  });

  test("a slow page is given up and asked for again", async () => {
    desk.server.transactions = ledgerOf(25);
    desk.server.faults = [page, { kind: "slow", delayMs: 5_000 }];
    expectWhole(await read(feed({ timeoutMs: 200 })));
  });

  test("Retry-After in seconds and as a date is waited for to the millisecond", async () => {
    desk.server.transactions = ledgerOf(5);
    const date = new Date(START_MS + 7_000 + 9_000).toUTCString();
    desk.server.faults = [
      { kind: "status", status: 429, retryAfter: "7" },
      { kind: "status", status: 503, retryAfter: date },
    ];
    expectWhole(await read());
    expect(desk.slept).toEqual([7_000, 9_000]);
  });

  test("without Retry-After the waits double, within their jitter", async () => {
    desk.server.faults = Array(5).fill({ kind: "status", status: 502 });
    desk.server.transactions = ledgerOf(3);
    expectWhole(await read());
    expect(desk.slept).toHaveLength(5);
    for (const [i, ms] of desk.slept.entries()) {
      expect(ms).toBeGreaterThanOrEqual(250 * 2 ** i);
      expect(ms).toBeLessThanOrEqual(500 * 2 ** i);
    }
  });
});

describe("refusals", () => {
  const named = async (fault: ServerFault, parts = {}) => {
    desk.server.transactions = ledgerOf(3);
    desk.server.faults = Array(6).fill(fault);
    return codeOf(await read(feed(parts)));
  };

  test("each fault that stays has its name", async () => {
    const status = (n: number, retryAfter?: string) =>
      ({ kind: "status", status: n, ...(retryAfter ? { retryAfter } : {}) }) as const;
    expect(await named(status(500))).toBe("providers.server-error");
    expect(await named(status(429))).toBe("providers.rate-limited");
    expect(await named(status(429, "3600"))).toBe("providers.rate-limited");
    expect(await named(status(422))).toBe("providers.request-refused");
    expect(await named(status(403))).toBe("providers.key-refused");
    expect(await named({ kind: "truncated" })).toBe("providers.unknown-reply");
    expect(await named({ kind: "cut" })).toBe("providers.unreachable");
    expect(await named({ kind: "huge", bytes: 50_000 }, { maxReplyBytes: 20_000 })).toBe(
      "providers.reply-too-large",
    );
    expect(await named({ kind: "slow", delayMs: 9_000 }, { timeoutMs: 60, maxAttempts: 2 })).toBe(
      "providers.timeout",
    );
    expect(await named({ kind: "body", json: { transactions: [{}], meta: {} } })).toBe(
      "providers.unknown-reply",
    );
  });

  test("an hour to wait is not waited for, it is told", async () => {
    desk.server.faults = [{ kind: "status", status: 429, retryAfter: "3600" }];
    const reading = await read();
    expect(reading.refusal?.facts).toEqual({ provider: "Qonto", waitSeconds: 3_600 });
    expect(desk.slept).toEqual([]);
  });

  test("an unknown reply names the field and nothing of the page is kept", async () => {
    desk.server.transactions = ledgerOf(3);
    desk.server.transactions[1] = transaction(2, { amount_cents: 10.5 });
    const reading = await read();
    expect(reading.refusal?.facts).toMatchObject({ field: "transactions.1.amount_cents" });
    expect(reading.lines).toEqual([]);
  });

  test("a server that ignores the order asked for is not trusted", async () => {
    desk.server.transactions = ledgerOf(4);
    const rows = [...desk.server.transactions].reverse();
    desk.server.faults = [
      { kind: "body", json: { transactions: rows, meta: { next_page: null } } },
    ];
    expect((await read()).refusal?.facts).toMatchObject({ field: "updated_at" });
  });

  test("a wrong key is asked once: more would get the address throttled", async () => {
    const reading = await read(feed({ secretKey: "wrong" }));
    expect(codeOf(reading)).toBe("providers.key-refused");
    expect(desk.server.requests).toHaveLength(1);
  });

  test("a malformed key never leaves", async () => {
    for (const secretKey of ["", "a b", "a\r\nx: y", "é"]) {
      expect(codeOf(await read(feed({ secretKey })))).toBe("providers.invalid-key");
    }
    expect(codeOf(await read(feed({ login: "a:b" })))).toBe("providers.invalid-key");
    expect(desk.server.requests).toEqual([]);
  });

  test("a redirect is not followed, so the key does not travel", async () => {
    const thief = await qontoServer();
    desk.server.faults = [{ kind: "redirect", location: `${thief.baseUrl}/v2/transactions` }];
    expect(codeOf(await read())).toBe("providers.redirected");
    expect(thief.requests).toEqual([]);
    await thief.close();
  });

  test("nobody there", async () => {
    const bank = feed({ maxAttempts: 2 });
    await desk.server.close();
    expect(await bank.accounts(never)).toMatchObject({ code: "providers.unreachable" });
    await openDesk();
  });

  test("plain http to another machine is a fault of ours", () => {
    expect(() => feed({ baseUrl: "http://thirdparty.qonto.com" })).toThrow(RangeError);
    expect(() => feed({ baseUrl: "https://thirdparty.qonto.com" })).not.toThrow();
  });
});

test("the key is in no object, refusal, sentence or error", async () => {
  const bank = feed({ maxAttempts: 2 });
  const seen: unknown[] = [bank];
  const faults: ServerFault[] = [
    { kind: "status", status: 500 },
    { kind: "status", status: 429, retryAfter: "9999" },
    { kind: "cut" },
    { kind: "truncated" },
    { kind: "redirect", location: "https://example.org" },
  ];
  for (const fault of faults) {
    desk.server.transactions = ledgerOf(3);
    desk.server.faults = Array(4).fill(fault);
    const { refusal } = await read(bank);
    if (!refusal) throw new Error("a refusal was expected");
    seen.push(refusal, refusalSentence(refusal.code, refusal.facts, "fr"));
    seen.push(refusalSentence(refusal.code, refusal.facts, "en"));
  }
  const controller = new AbortController();
  controller.abort(new Error("stopped"));
  seen.push(await bank.accounts(controller.signal).catch((fault: unknown) => fault));
  const leaking: typeof fetch = () => Promise.reject(new TypeError(qontoServerKey.secretKey));
  seen.push(await feed({ fetch: leaking, maxAttempts: 1 }).accounts(never));
  const text = inspect(seen, { depth: 12, showHidden: true }) + JSON.stringify(seen);
  expect(text).toContain("Qonto");
  expect(text).not.toContain(qontoServerKey.secretKey);
});

describe("pace and stop", () => {
  test("never more than the allowed requests in ten seconds", async () => {
    desk.server.transactions = ledgerOf(120);
    const starts: number[] = [];
    const counted: typeof fetch = (...args) => {
      starts.push(desk.clockMs);
      return fetch(...args);
    };
    expectWhole(await read(feed({ fetch: counted, maxRequestsPer10s: 5 })));
    expect(starts.length).toBeGreaterThan(12);
    for (const at of starts) {
      expect(starts.filter((s) => s > at - 10_000 && s <= at).length).toBeLessThanOrEqual(5);
    }
  });

  test("a stop during a slow reply rejects at once with its reason", async () => {
    desk.server.transactions = ledgerOf(25);
    desk.server.faults = [{ kind: "slow", delayMs: 30_000 }];
    const controller = new AbortController();
    const reading = read(feed(), {}, controller.signal);
    setTimeout(() => controller.abort(new Error("stopped by the person")), 50);
    await expect(reading).rejects.toThrow("stopped by the person");
  });

  test("a stop during a wait rejects too, and nothing more is asked", async () => {
    desk.server.faults = Array(9).fill({ kind: "status", status: 500 });
    const controller = new AbortController();
    const sleep = (_ms: number, signal: AbortSignal) => {
      controller.abort(new Error("stopped"));
      return Promise.reject(signal.reason as Error);
    };
    await expect(read(feed({ sleep }), {}, controller.signal)).rejects.toThrow("stopped");
    expect(desk.server.requests.filter((r) => r.path === "/v2/transactions")).toHaveLength(1);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { WriterSettings } from "#contract/treasury-writer.ts";
import {
  checkCredit,
  creditBalance,
  creditMoves,
  reserveCredit,
  settleCredit,
  topUpCredit,
} from "#main/automation/credits.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { openWriter } from "#main/providers/open-writer.ts";
import { postJson } from "#main/providers/post-json.ts";
import type { Transaction } from "#main/store/book.ts";
import { maskedPrompt, unmaskedNarrative } from "#main/treasury/narrative/masked-text.ts";
import { narrate } from "#main/treasury/narrative/narrate.ts";
import { numbersIn } from "#main/treasury/narrative/numbers-in.ts";
import { payloadOf, rewriteNarrative } from "#main/treasury/narrative/rewrite-narrative.ts";
import { type CoreBook, coreBook } from "../../core/core-book.ts";
import { seededFacts } from "./seeded-facts.ts";
import { type WriterServer, writerServer } from "./writer-server.ts";

let core: CoreBook;
let server: WriterServer;
beforeAll(async () => {
  server = await writerServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  core = await coreBook();
  server.turns = [];
  server.requests = [];
});
afterEach(() => core.remove());

const KEY = "sk-ant-0123456789abcdef";
const narrative = narrate(seededFacts(11), "fr");

function settingsOf(more: Partial<WriterSettings> = {}): WriterSettings {
  return {
    ...{ provider: "anthropic", model: "claude-x", baseUrl: server.baseUrl },
    ...{ estimateMinor: 100, marginBps: 2_000 },
    ...{ inputPerMillionMinor: 300_00, outputPerMillionMinor: 1_500_00 },
    ...more,
  };
}

const does = <T>(work: (tx: Transaction) => T) =>
  core.book.transact(core.act, (tx) => ({ result: work(tx), audit: { subject: "test" } }));

const grant = (minor: number) => does((tx) => topUpCredit(tx, core.act, minor));

async function rewrite(settings = settingsOf(), seenSha256?: string) {
  const writer = openWriter(settings, KEY);
  const signal = new AbortController().signal;
  const sha256 = seenSha256 ?? payloadOf(writer, narrative).sha256;
  return rewriteNarrative(
    { book: core.book, act: core.act, signal },
    { writer, settings, narrative, seenSha256: sha256 },
  );
}

const codeOf = (done: object) => (isRefusal(done) ? (done as Refusal).code : "done");

describe("the balance before a paid call", () => {
  test.each([
    [9_227, 300, 360, 0],
    [250, 300, 360, 110],
    [1_000, 1_000, 1_200, 200],
    [120, 100, 120, 0],
    [143, 120, 144, 1],
    [0, 1, 2, 2],
  ])("%i against an estimate of %i", (balanceMinor, estimateMinor, requiredMinor, missingMinor) => {
    const check = checkCredit(balanceMinor, { estimateMinor, marginBps: 2_000 });
    expect(check).toEqual({ balanceMinor, requiredMinor, missingMinor });
  });

  test("two calls at once cannot spend the same cents; what is not spent comes back", async () => {
    await grant(200);
    const call = { tool: "narrative", estimateMinor: 100, marginBps: 2_000 };
    const both = await Promise.all(
      [1, 2].map(() => does((tx) => reserveCredit(tx, core.act, call))),
    );
    expect(both).toMatchObject([
      { reservedId: 2, missingMinor: 0 },
      { reservedId: null, missingMinor: 40 },
    ]);
    expect(creditBalance(core.book.read)).toBe(80);
    await does((tx) => settleCredit(tx, core.act, { reservedId: 2, costMinor: 70 }));
    expect(creditBalance(core.book.read)).toBe(130);
    expect(creditMoves(core.book.read).map((one) => one.kind)).toEqual([
      ...["settled", "blocked", "reserved", "top-up"],
    ]);
    const again = does((tx) => settleCredit(tx, core.act, { reservedId: 2, costMinor: 0 }));
    await expect(again).rejects.toThrow("UNIQUE");
  });

  test("a reservation whose call never ended is given back an hour later", async () => {
    await grant(120);
    const call = { tool: "narrative", estimateMinor: 100, marginBps: 2_000 };
    await does((tx) => reserveCredit(tx, core.act, call));
    const later = { ...core.act, nowMs: core.act.nowMs + 3_600_001 };
    expect(await does((tx) => reserveCredit(tx, later, call))).toMatchObject({ missingMinor: 0 });
  });
});

describe("what is sent", () => {
  test("is what was shown, to the byte, and holds no figure, no name and no key", async () => {
    await grant(1_000);
    const settings = settingsOf();
    const { body, url } = payloadOf(openWriter(settings, ""), narrative);
    const done = await rewrite(settings);
    expect(codeOf(done)).toBe("done");
    expect(server.requests).toHaveLength(1);
    const [sent] = server.requests;
    expect(sent?.body).toBe(body);
    expect(`${server.baseUrl}${sent?.path}`).toBe(url);
    expect(sent?.headers).toMatchObject({ "x-api-key": KEY, "anthropic-version": "2023-06-01" });
    const { system, text } = maskedPrompt(narrative);
    expect(numbersIn(system + text)).toEqual([]);
    for (const secret of [KEY, "Garage", "Vaugrenard", "Rivières", "Imprimerie"]) {
      expect(body).not.toContain(secret);
    }
  });

  test("goes to a server of chat completions with its key, or with none on this machine", async () => {
    const settings = settingsOf({ provider: "openai-compatible", estimateMinor: 0 });
    const writer = openWriter(settings, "");
    const { body } = payloadOf(writer, narrative);
    const reply = await writer.send(body, new AbortController().signal);
    expect(reply).toMatchObject({ inputTokens: 1_000, outputTokens: 200 });
    await openWriter(settings, KEY).send(body, new AbortController().signal);
    expect(server.requests.map((one) => [one.path, one.headers.authorization])).toEqual([
      ["/v1/chat/completions", undefined],
      ["/v1/chat/completions", `Bearer ${KEY}`],
    ]);
  });

  test("is nothing when the credit is short or the bytes are not those that were seen", async () => {
    await grant(119);
    expect(await rewrite()).toMatchObject({
      code: "treasury.insufficient-credit",
      facts: { balanceMinor: 119, requiredMinor: 120, missingMinor: 1 },
    });
    await grant(1);
    expect(codeOf(await rewrite(settingsOf(), "0".repeat(64)))).toBe("treasury.payload-changed");
    expect(server.requests).toEqual([]);
    expect(creditBalance(core.book.read)).toBe(120);
  });
});

describe("what comes back", () => {
  test("is the findings' figures in other words, at the cost of its tokens", async () => {
    await grant(1_000);
    const done = await rewrite();
    if (isRefusal(done)) throw new Error(done.code);
    expect(done.paragraphs.map((one) => one.text)).toEqual(
      narrative.paragraphs.map((one) => `En clair : ${one.text}`),
    );
    // 1 000 tokens at 300 € a million and 200 at 1 500 €: 30 + 30 cents.
    expect(done.costMinor).toBe(60);
    expect(creditBalance(core.book.read)).toBe(940);
  });

  const masked = () =>
    (JSON.parse(maskedPrompt(narrative).text) as { paragraphs: string[] }).paragraphs;
  const changed = (change: (text: string) => string) =>
    JSON.stringify({ paragraphs: masked().map((text, i) => (i === 0 ? change(text) : text)) });

  test.each([
    ["a number in digits", () => changed((text) => `${text} Soit 12 % de plus.`), "numbers"],
    ["a number in words", () => changed((text) => `${text} Relancez trois clients.`), "numbers"],
    ["a figure left out", () => changed((text) => text.replaceAll("[[B]]", "beaucoup")), "figures"],
    ["an unknown mark", () => changed((text) => `${text} [[Z]]`), "figures"],
    ["a paragraph less", () => JSON.stringify({ paragraphs: masked().slice(1) }), "shape"],
    ["no JSON", () => "Bonjour, voici le résumé.", "shape"],
    ["an injected order", () => JSON.stringify({ paragraphs: { post: "entry" } }), "shape"],
  ])("is dropped with %s, and still paid", async (_name, text, why) => {
    await grant(1_000);
    server.turns = [{ kind: "say", text: text() }];
    expect(await rewrite()).toMatchObject({
      code: "treasury.rewriting-refused",
      facts: { why, paragraph: 1 },
    });
    expect(creditBalance(core.book.read)).toBe(940);
  });

  test("marks may move, come twice or stand in a code fence", () => {
    const turned = masked().map(
      (text) => `${text} ${[...text.matchAll(/\[\[[A-Z]\]\]/g)].reverse().join(" ")}`,
    );
    const fenced = `\`\`\`json\n${JSON.stringify({ paragraphs: turned })}\n\`\`\``;
    expect(isRefusal(unmaskedNarrative(narrative, fenced))).toBe(false);
  });
});

describe("faults of the server", () => {
  test.each([
    ["a refused key", { kind: "status", status: 401 }, "providers.key-refused", 0],
    ["a fault", { kind: "status", status: 500 }, "providers.server-error", 0],
    ["a bad request", { kind: "status", status: 400 }, "providers.request-refused", 0],
    ["a redirect", { kind: "status", status: 302, location: "/x" }, "providers.redirected", 0],
    ["a cut reply", { kind: "cut" }, "providers.unknown-reply", 100],
    ["another shape", { kind: "json", value: { content: "x" } }, "providers.unknown-reply", 100],
  ] as const)("%s is refused and costs %s", async (_name, turn, code, costMinor) => {
    await grant(1_000);
    server.turns = [turn];
    expect(codeOf(await rewrite())).toBe(code);
    expect(server.requests).toHaveLength(1);
    expect(creditBalance(core.book.read)).toBe(1_000 - costMinor);
    const audit = core.book.read.reading("SELECT group_concat(after) AS all_ FROM audit").get();
    expect(JSON.stringify(audit)).not.toContain(KEY);
  });

  test("only what the server did not take is sent again; a slow one is given up", async () => {
    const slept: number[] = [];
    const sleep = async (ms: number) => void slept.push(ms);
    const options = { provider: "X", baseUrl: server.baseUrl, headers: {}, fetch, sleep };
    const { anthropicMessage } = await import("#main/providers/anthropic/schema.ts");
    const body = payloadOf(openWriter(settingsOf(), ""), narrative).body;
    const request = { path: "/v1/messages", body, schema: anthropicMessage };
    const signal = new AbortController().signal;
    server.turns = [
      { kind: "status", status: 429, retryAfter: "2" },
      { kind: "status", status: 529 },
    ];
    expect(isRefusal(await postJson(options)(request, signal))).toBe(false);
    expect(slept).toEqual([2_000, 1_000]);
    server.turns = Array(3).fill({ kind: "status", status: 503 });
    expect(codeOf(await postJson(options)(request, signal))).toBe("providers.rate-limited");
    server.turns = [{ kind: "slow" }];
    const hasty = postJson({ ...options, timeoutMs: 100 });
    expect(codeOf(await hasty(request, signal))).toBe("providers.timeout");
    expect(() => postJson({ ...options, baseUrl: "http://ailleurs.example" })).toThrow(RangeError);
  });
});

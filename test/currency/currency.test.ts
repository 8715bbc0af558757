import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { digitsOf, euroMinorOf, rateMicroOf } from "#main/ledger/currency/convert.ts";
import { readEcbRates } from "#main/ledger/currency/read-ecb-rates.ts";
import { ecbClient } from "#main/providers/ecb/client.ts";
import { ecbRates } from "#main/providers/ecb/provider.ts";

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });

describe("conversion", () => {
  it("is exact to the cent, half away from zero, by each currency's own decimals", () => {
    const usd = { currency: "USD", unitsPerEuroMicro: 1_085_600 };
    expect(euroMinorOf({ ...usd, currencyMinor: 108_560 })).toBe(100_000);
    expect(euroMinorOf({ ...usd, currencyMinor: -108_560 })).toBe(-100_000);
    // 163 yen at 163.06 a euro are 0.99963… euro; the yen has no decimals.
    expect(digitsOf("JPY")).toBe(0);
    const yen = { currency: "JPY", currencyMinor: 163, unitsPerEuroMicro: 163_060_000 };
    expect(euroMinorOf(yen)).toBe(100);
    // 1 cent at 2 units a euro is half a cent: away from zero.
    const half = { currency: "USD", unitsPerEuroMicro: 2_000_000 };
    expect(euroMinorOf({ ...half, currencyMinor: 1 })).toBe(1);
    expect(euroMinorOf({ ...half, currencyMinor: -1 })).toBe(-1);
  });

  it("never differs from the real quotient by more than half a cent", () => {
    const amounts = fc.integer({ min: -(10 ** 11), max: 10 ** 11 });
    const rates = fc.integer({ min: 10_000, max: 10 ** 10 });
    fc.assert(
      fc.property(amounts, rates, (currencyMinor, unitsPerEuroMicro) => {
        const euro = euroMinorOf({ currency: "USD", currencyMinor, unitsPerEuroMicro });
        const gap = BigInt(euro) * BigInt(unitsPerEuroMicro) - BigInt(currencyMinor) * 1_000_000n;
        expect((gap < 0n ? -gap : gap) * 2n <= BigInt(unitsPerEuroMicro)).toBe(true);
      }),
    );
  });

  it("reads decimal rates only", () => {
    expect(rateMicroOf("1.0856")).toBe(1_085_600);
    expect(rateMicroOf("17000.5")).toBe(17_000_500_000);
    for (const text of ["", "0", "-1", "1,08", "x", "N/A"])
      expect(rateMicroOf(text)).toBe(undefined);
  });
});

describe("the ECB's files", () => {
  const expected = [
    { currency: "USD", datedOn: "2026-11-20", unitsPerEuroMicro: 1_085_600 },
    { currency: "JPY", datedOn: "2026-11-20", unitsPerEuroMicro: 163_060_000 },
  ];

  it("read the same as history CSV, one day's CSV and XML", () => {
    const history = "Date,USD,JPY,BGN,\n2026-11-20,1.0856,163.06,N/A,\n";
    const day = "Date, USD, JPY, \n20 November 2026, 1.0856, 163.06, \n";
    const xml =
      '<gesmes:Envelope xmlns:gesmes="g" xmlns="e"><Cube><Cube time="2026-11-20">' +
      '<Cube currency="USD" rate="1.0856"/><Cube currency="JPY" rate="163.06"/>' +
      "</Cube></Cube></gesmes:Envelope>";
    for (const text of [history, day, xml]) {
      expect(readEcbRates(file("eurofxref", text))).toEqual(expected);
    }
  });

  it("are refused whole with their line when a rate or a date is wrong", () => {
    const read = (text: string) => readEcbRates(file("cours.csv", text));
    expect(read("Date,USD\n2026-11-20,1.08\n2026-11-19,abc\n")).toMatchObject({
      code: "currency.bad-rate",
      facts: { file: "cours.csv", line: 3, currency: "USD", text: "abc" },
    });
    expect(read("Date,USD\n2026-13-40,1.08\n")).toMatchObject({
      code: "currency.bad-date",
      facts: { line: 2 },
    });
    for (const text of ["", "Nom;Montant\nA;1\n", "<html></html>", "<gesmes"]) {
      expect(read(text)).toMatchObject({ code: "currency.not-rates" });
    }
  });
});

describe("asking the ECB", () => {
  let server: Server;
  let baseUrl: string;
  let answer: { status: number; body: string; location?: string };
  beforeAll(async () => {
    server = createServer((_, reply) => {
      if (answer.location !== undefined) reply.setHeader("location", answer.location);
      reply.writeHead(answer.status).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  const ask = (options: { maxReplyBytes?: number; baseUrl?: string } = {}) =>
    ecbRates(ecbClient({ baseUrl, fetch, timeoutMs: 2000, ...options })).latest(
      new AbortController().signal,
    );

  it("gives the file as published", async () => {
    answer = { status: 200, body: "<Cube/>" };
    const got = await ask();
    if (isRefusal(got)) throw new Error(got.code);
    expect(Buffer.from(got.bytes).toString()).toBe("<Cube/>");
  });

  it("refuses an error, a redirection, a huge reply and silence", async () => {
    answer = { status: 503, body: "" };
    expect(await ask()).toMatchObject({ code: "providers.request-refused" });
    answer = { status: 302, body: "", location: "http://example.org/" };
    expect(await ask()).toMatchObject({ code: "providers.redirected" });
    answer = { status: 200, body: "x".repeat(2000) };
    expect(await ask({ maxReplyBytes: 1000 })).toMatchObject({ code: "providers.reply-too-large" });
    const nowhere = await ask({ baseUrl: "http://127.0.0.1:1" });
    expect(nowhere).toMatchObject({ code: "providers.unreachable", facts: { attempts: 2 } });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAmount, formatMoney, plainAmount } from "#renderer/format.ts";
import { readMoneyTyping } from "#renderer/ui/money-typing.ts";

const read = (text: string) => {
  const typed = readMoneyTyping(text);
  return typed.kind === "amount" ? typed.amountMinor : typed.kind;
};

describe("an amount typed in a field", () => {
  test.each([
    ["1234,56", 123456],
    ["1 234,56", 123456],
    ["1\u202f234,56\u00a0€", 123456],
    ["1\u2009234,56", 123456],
    ["1.234,56", 123456],
    ["1,234.56", 123456],
    ["1234.56", 123456],
    ["€1,234.56", 123456],
    ["1.234.567", 123456700],
    ["-12", -1200],
    ["\u221212,5", -1250],
    ["12-", -1200],
    ["(12,00)", -1200],
    ["0,05", 5],
    [",5", 50],
    ["12,", 1200],
    ["0,001", "too-precise"],
    ["1,234", "ambiguous"],
    ["1.234", "ambiguous"],
    ["12,345", "ambiguous"],
    ["1234,567", "too-precise"],
    ["99999999999999999", "too-large"],
    ["douze", "unreadable"],
    ["1,2,3", "unreadable"],
    ["--5", "unreadable"],
    ["", "empty"],
    ["   ", "empty"],
  ])("%j is %j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("a sum in the field", () => {
  test.each([
    ["=120*1,2", 14400],
    ["=120*1.2", 14400],
    ["= 1 200 + 35,50", 123550],
    ["=1.234,56-34,56", 120000],
    ["=1.234.567/1", 123456700],
    ["=(10+20)*3", 9000],
    ["=10+20*3", 7000],
    ["=100/3", 3333],
    ["=200/3", 6667],
    ["=0,005", 1],
    ["=-0,005", -1],
    ["=100*1,055", 10550],
    ["=-(5-8)", 300],
    ["=10-10", 0],
    ["=120 × 1,2 €", 14400],
    ["=100÷8", 1250],
    ["=1/0", "unreadable"],
    ["=(1+2", "unreadable"],
    ["=1+", "unreadable"],
    ["=", "unreadable"],
    ["=1 2+a", "unreadable"],
    ["=9999999999999*99999", "too-large"],
  ])("%j is %j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test("agrees with exact integer arithmetic for sums and differences of any amounts", () => {
    const cents = fc.integer({ min: 0, max: 1_000_000_000_00 });
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [left, right] = [plainAmount(a, "fr"), plainAmount(b, "en")];
        expect(read(`=${left}+${right}`)).toBe(a + b);
        expect(read(`=${left}-${right}`)).toBe(a - b);
      }),
    );
  });
});

test("every amount this application writes is read back to the cent", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (minor) => {
      for (const language of ["fr", "en"] as const) {
        expect(read(formatMoney(minor, language))).toBe(minor);
        expect(read(formatAmount(minor, language))).toBe(minor);
      }
    }),
  );
});

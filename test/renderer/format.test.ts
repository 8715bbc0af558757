import { expect, test } from "vitest";
import {
  formatAmount,
  formatBytes,
  formatCount,
  formatDate,
  formatDay,
  formatMoney,
  formatMonth,
  formatMovement,
  formatRate,
  formatShortMoney,
  formatShortMonth,
  plainAmount,
} from "#renderer/format.ts";

const NARROW = "\u202f";
const NO_BREAK = "\u00a0";
const MINUS = "\u2212";

test("money is written with French no-break spaces and a true minus", () => {
  expect(formatMoney(123456, "fr")).toBe(`1${NARROW}234,56${NO_BREAK}€`);
  expect(formatMoney(-123456789, "fr")).toBe(`${MINUS}1${NARROW}234${NARROW}567,89${NO_BREAK}€`);
  expect(formatMoney(-123456, "en")).toBe(`${MINUS}€1,234.56`);
  expect(formatMoney(0, "fr")).toBe(`0,00${NO_BREAK}€`);
  expect(formatMoney(100, "fr", "USD")).toBe(`1,00${NO_BREAK}$US`);
});

test("the largest safe amount keeps its cents", () => {
  expect(formatAmount(Number.MAX_SAFE_INTEGER, "en")).toBe("90,071,992,547,409.91");
  expect(formatAmount(-5, "fr")).toBe(`${MINUS}0,05`);
});

test("a movement always shows its sign, zero has none", () => {
  expect(formatMovement(1200, "fr")).toBe(`+12,00${NO_BREAK}€`);
  expect(formatMovement(-1200, "fr")).toBe(`${MINUS}12,00${NO_BREAK}€`);
  expect(formatMovement(0, "en")).toBe("€0.00");
});

test("axes read in euros, thousands or millions by size", () => {
  expect(formatShortMoney(95_000, "fr")).toBe(`950${NO_BREAK}€`);
  expect(formatShortMoney(12_345_67, "fr")).toBe(`12,3${NO_BREAK}k€`);
  expect(formatShortMoney(-12_345_67, "en")).toBe(`${MINUS}€12.3k`);
  expect(formatShortMoney(250_000_00, "fr")).toBe(`250${NO_BREAK}k€`);
  expect(formatShortMoney(999_960_00, "fr")).toBe(`1${NO_BREAK}M€`);
  expect(formatShortMoney(1_240_000_00, "en")).toBe("€1.2M");
});

test("dates are day first, months are words", () => {
  expect(formatDate("2026-12-31")).toBe("31/12/2026");
  expect(formatDay("2026-03-12", "fr")).toBe("12 mars");
  expect(formatDay("2026-03-01", "fr")).toBe("1er mars");
  expect(formatDay("2026-03-12", "en")).toBe("12 March");
  expect(formatDay("2025-03-12", "fr", "2026-01-01")).toBe("12 mars 2025");
  expect(formatDay("2026-03-12", "fr", "2026-01-01")).toBe("12 mars");
  expect(formatMonth("2026-08", "fr")).toBe("août 2026");
  expect(formatMonth("2026-08-31", "en")).toBe("August 2026");
  expect(formatShortMonth("2026-07", "fr")).toBe("juil.");
});

test("counts, rates, sizes and the spreadsheet's clipboard", () => {
  expect(formatCount(100000, "fr")).toBe(`100${NARROW}000`);
  expect(formatRate(550, "fr").replace(/\s/g, " ")).toBe("5,5 %");
  expect(formatRate(2000, "en")).toBe("20%");
  expect(formatBytes(1_540_000, "fr")).toBe(`1,5${NO_BREAK}Mo`);
  expect(formatBytes(512, "en")).toBe(`512${NO_BREAK}B`);
  expect(plainAmount(123456789, "fr")).toBe("1234567,89");
  expect(plainAmount(-5, "en")).toBe("-0.05");
});

import { expect, test } from "vitest";
import type { Causes } from "#contract/treasury-causes.ts";
import {
  bridgeTable,
  eventSentence,
  lastMonth,
  moveRows,
  namedSentence,
  signedDays,
} from "#renderer/treasury/read-causes.ts";
import { causeWords } from "#renderer/words/causes.ts";
import { pickWords } from "#renderer/words/words.ts";

const fr = pickWords(causeWords, "fr");
const reliability = { grade: "B" as const, observations: 30, periodDays: 31 };
const figure = (value: number, unit: "minor" | "days" = "minor") => ({
  ...{ value, unit, reliability, refs: [] },
});
const move = { timingMinor: 0, amountMinor: -50_00, newMinor: 0, lostMinor: 0 };
const found: Causes = {
  ...{ kpi: "cash", fromOn: "2026-11-30", toOn: "2026-12-31" },
  ...{ opening: figure(100_00), closing: figure(150_00), named: [], events: [] },
  bridge: [
    { factor: "customers", claim: "arithmetic", figure: figure(80_00) },
    { factor: "taxes", claim: "arithmetic", figure: figure(-30_00) },
  ],
  moves: [{ category: "taxes", flowMinor: -30_00, beforeMinor: 20_00, ...move }],
};

test("what is asked first is the last whole month that is known", () => {
  expect(lastMonth("2026-12-31")).toEqual({ fromOn: "2026-11-30", toOn: "2026-12-31" });
  expect(lastMonth("2027-01-04")).toEqual({ fromOn: "2026-11-30", toOn: "2026-12-31" });
  expect(lastMonth("2028-03-15")).toEqual({ fromOn: "2028-01-31", toOn: "2028-02-29" });
});

test("each step of the bridge finds its move, and the table holds both ends", () => {
  expect(moveRows(found).map((row) => row.move?.beforeMinor)).toEqual([undefined, 20_00]);
  const { rows } = bridgeTable(found, fr);
  expect(rows.map((row) => row[1])).toEqual([100_00, 80_00, -30_00, 150_00]);
  expect(bridgeTable({ ...found, kpi: "dso" }, fr).rows).toHaveLength(2);
});

test("a part of a sum explains arithmetically, and is never called a cause", () => {
  const slice = { factor: "customers" as const, partyId: 3, account: null, name: "Musée" };
  const named = { ...slice, manner: "size" as const, figure: figure(80_00), share: 1, surprise: 4 };
  const told = namedSentence({ ...named, claim: "arithmetic" }, fr, "fr");
  expect(told).toMatch(/^Musée, Clients, taille des paiements.*explique arithmétiquement \+80,00/);
  expect(told).not.toMatch(/cause/i);
  expect(namedSentence({ ...named, claim: "coincides" }, fr, "fr")).toMatch(/coïncide avec/);
  expect(namedSentence({ ...named, claim: "estimated" }, fr, "fr")).toMatch(/effet estimé/);
});

test("an event has its interval, and an effect that may be nothing is said so", () => {
  const effect = { figure: figure(-10_00), lowMinor: -30_00, highMinor: 5_00 };
  const event = { claim: "estimated" as const, on: "2026-12-05", label: "Salon", effect };
  const told = eventSentence(event, fr, "fr");
  expect(told).toMatch(/05\/12\/2026.*effet estimé −10,00.*de −30,00.*à \+5,00/);
  expect(told).toMatch(/n'est pas établi/);
  const sure = { ...event, effect: { ...effect, highMinor: -5_00 } };
  expect(eventSentence(sure, fr, "fr")).not.toMatch(/établi/);
  const alone = { ...event, claim: "coincides" as const, effect: null };
  expect(eventSentence(alone, fr, "fr")).toMatch(/coïncide avec.*aucun effet n'est estimé/);
});

test("days are told with their sign", () => {
  expect(signedDays(2.47, fr, "fr")).toBe("+2,5 j");
  expect(signedDays(-1.41, fr, "fr")).toBe("−1,4 j");
  expect(signedDays(0, fr, "fr")).toBe("0 j");
});

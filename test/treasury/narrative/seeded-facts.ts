import { addDays } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import type { ChangeOf, Fact, FactKey, NarrativeFacts } from "#main/treasury/narrative/fact.ts";

const MONEY: FactKey[] = [
  ...(["balance", "monthAhead", "lowest", "floor", "receivable", "lateReceivable"] as const),
  ...(["payable", "worstOpen", "actionEffect", "changeFrom", "changeTo", "changeBy"] as const),
];
const DAYS: FactKey[] = ["dso", "dpo", "worstDelay"];
const DATES: FactKey[] = ["asOn", "lowestOn", "crossedOn", "changeSinceOn", "actionOn"];

/** Findings drawn at random: some facts are missing, amounts have every sign and size. */
export function seededFacts(seed: number): NarrativeFacts {
  const { next } = random(seed);
  const pick = (n: number) => Math.floor(next() * n);
  const facts = new Map<FactKey, Fact>();
  const reliability = {
    grade: (["A", "B", "C"] as const)[pick(3)] ?? "C",
    observations: 1,
    periodDays: 1,
  };
  const refs = [{ kind: "invoice" as const, id: String(seed) }];
  const figure = (key: FactKey, value: number, unit: "minor" | "days" | "months" | "count") => {
    if (next() < 0.9) facts.set(key, { kind: "figure", value, unit, reliability, refs });
  };
  for (const key of MONEY)
    figure(key, pick(10 ** (2 + pick(8))) * (next() < 0.2 ? -1 : 1), "minor");
  for (const key of DAYS) figure(key, pick(1200) / 10 - 10, "days");
  figure("runway", pick(300) / 10, "months");
  for (const key of ["lateInvoices", "proposals", "observations"] as const)
    figure(key, pick(60), "count");
  figure(next() < 0.5 ? "missing" : "margin", 1 + pick(9_000_000), "minor");
  for (const key of DATES) {
    if (next() < 0.95)
      facts.set(key, { kind: "date", value: addDays("2026-01-01", pick(700)), refs: [] });
  }
  const names = ["Garage 2000", "SARL Vaugrenard", "3 Rivières & Fils", "Imprimerie {balance}"];
  for (const key of ["worstParty", "actionParty", "actionName"] as const) {
    facts.set(key, { kind: "name", value: names[pick(names.length)] ?? "", refs });
  }
  const changes: (ChangeOf | null)[] = ["balance", "receivable", "payable", "dso", "dpo", null];
  return {
    asOn: addDays("2026-01-01", pick(400)),
    facts,
    changeOf: changes[pick(changes.length)] ?? null,
    actionOf: (["remind", "floor", "indicator", null] as const)[pick(4)] ?? null,
  };
}

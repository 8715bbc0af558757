import { expect, test } from "vitest";
import { engineRegistry } from "#main/treasury/analyses/engine-registry.ts";
import { newTemplate, withInvoice } from "#renderer/treasury/decision-choice.ts";
import {
  breakEvenSentence,
  inputName,
  inputText,
  optionName,
  ratesSentence,
  ratesText,
  verdict,
} from "#renderer/treasury/decision-sentences.ts";
import { changeText, figureName, figureText } from "#renderer/treasury/figure-words.ts";
import { ENGINES } from "#renderer/treasury/kept-engines.ts";
import type { SheetOption } from "#renderer/treasury/use-decisions.ts";
import { decisionWords } from "#renderer/words/decisions.ts";
import { pickWords } from "#renderer/words/words.ts";

const w = pickWords(decisionWords, "en");
const said = { w, language: "en" } as const;

function option(told: Partial<SheetOption>): SheetOption {
  return {
    ...{ choiceId: 1, name: "Loan", kind: "flows", npvMinor: 0, rates: [], modifiedRate: null },
    ...{ paybackOn: null, discountedPaybackOn: null, tornados: [], breakEven: null },
    flows: [
      { on: "2026-02-01", amountMinor: 1000 },
      { on: "2026-01-01", amountMinor: -900 },
    ],
    ...{ lowest: { on: "2026-03-01", balanceMinor: 0 }, breaksFloor: false, ...told },
  };
}
const nothing = (breaksFloor = false) =>
  option({ kind: "nothing", name: "", flows: [], breaksFloor });

test("the verdict names what comes first, and what would be worth more but breaks the floor", () => {
  const best = option({ npvMinor: 12_345 });
  const large = option({ name: "Large", npvMinor: 99_900, breaksFloor: true });
  expect(verdict([best, nothing(), large], 500, said)).toBe(
    "“Loan” comes first: €123.45 better than nothing. “Large” would be worth more (€999.00), but " +
      "falls below the floor on 01/03/2026.",
  );
  expect(verdict([nothing(), best], 500, said)).toContain("Doing nothing comes first: at 5%");
  const saving = option({ npvMinor: -500 });
  expect(verdict([saving, nothing(true)], 500, said)).toContain("“Loan” avoids it");
  expect(verdict([{ ...saving, breaksFloor: true }, nothing(true)], 500, said)).toContain(
    "Nothing stays above the floor",
  );
});

test("none, one or several rates are told in words, and a cost is not told as a gain", () => {
  expect(ratesText(option({}), w, "en")).toBe("none");
  expect(ratesSentence(option({}), w, "en")).toBe(w.irrNone);
  expect(ratesSentence(option({ rates: [0.1] }), w, "en")).toBe(w.irrOne("10%"));
  const borrowed = [
    { on: "2026-01-01", amountMinor: 1000 },
    { on: "2027-01-01", amountMinor: -1100 },
  ];
  expect(ratesSentence(option({ rates: [0.1], flows: borrowed }), w, "en")).toBe(w.irrCost("10%"));
  const twice = option({ rates: [0.1, 0.4] });
  expect(ratesText(twice, w, "en")).toBe("10% and 40%");
  expect(ratesSentence(twice, w, "en")).toBe(w.irrSeveral("10% and 40%"));
});

test("a break-even says which figure turns the option; a discount says which way", () => {
  const even = (of: "rent" | "discount", unit: "minor" | "bps", value: number) =>
    option({ breakEven: { of, unit, value } });
  expect(breakEvenSentence(even("rent", "minor", 50_000), w, "en")).toBe(w.evenRent("€500.00"));
  expect(breakEvenSentence(even("discount", "bps", 41), w, "en")).toBe(w.evenTaken("0.41%"));
  expect(breakEvenSentence(option({}), w, "en")).toBe(w.evenNever);
  expect([optionName(option({ kind: "lease" }), w), optionName(nothing(), w)]).toEqual([
    ...["Loan: lease", "Do nothing"],
  ]);
});

test("kept figures are named and written in their unit, by every engine that keeps some", () => {
  expect([...ENGINES].sort()).toEqual(engineRegistry.map((one) => one.name).sort());
  expect(figureName("party:12:risk-score", "en")).toBe("Risk score");
  expect(figureName("party:12:warning:order-gap", "en")).toBe("Orders that are missing");
  expect(figureName("billing:3", "en")).toBe("Billing in March, against the average month");
  expect(figureName("billing:year", "en")).toBe("Billing in a year");
  expect(figureName("cost:P12:month:year", "en")).toBe("Yearly recurring cost");
  expect(figureName("dso", "fr")).toBe("DSO");
  expect(figureText(0.256, "share", "en")).toBe("26%");
  expect(figureText(-3.25, "days", "en")).toBe("−3.3 d");
  const moved = { key: "dso", name: null, unit: "days", from: 1, to: 3, refs: [] } as const;
  const reliability = { grade: "A", observations: 1, periodDays: 1 } as const;
  expect(changeText({ ...moved, refs: [], change: 2, reliability }, "en")).toBe("+2 d");
});

test("an input is named as its field, and its ends are written in its own unit", () => {
  const fr = { w: pickWords(decisionWords, "fr"), language: "fr" } as const;
  expect(inputName("rateBps", "factor", w)).toBe(w.financing);
  expect(inputName("rateBps", "borrow", w)).toBe(w.loanRate);
  expect(inputName("amountMinor", "borrow", w)).toBe(w.borrowed);
  expect(inputName("earlyOn", "discount", w)).toBe(w.paidEarlyOn);
  expect(inputName("earlyOn", "collect", w)).toBe(w.earlyOn);
  expect(inputText(400, "bps", said)).toBe("4%");
  expect(inputText(400, "bps", fr).replaceAll(/\s/g, " ")).toBe("4 %");
  expect(inputText(60_000, "minor", said)).toBe("€600.00");
  expect(inputText("2026-11-20", "date", said)).toBe("20/11/2026");
  expect(inputText(24, "months", fr)).toBe("24 mois");
  expect([30, -30, 0].map((days) => inputText(days, "days", said))).toEqual([
    ...["+30 d", "−30 d", "0 d"],
  ]);
});

test("an open invoice gives its amount and day to a choice; what was typed beside stays", () => {
  const taken = { number: "FA-7", openMinor: 123_400, expectedOn: "2026-02-03" };
  const collect = {
    id: 1,
    name: "Chase an invoice 2",
    template: newTemplate("collect", "2026-01-10"),
  };
  const told = withInvoice(collect, taken, w.collect);
  expect(told.name).toBe("Chase an invoice FA-7");
  expect(told.template).toMatchObject({
    ...{ openMinor: 123_400, expectedOn: "2026-02-03", earlyOn: "2026-01-25", costMinor: 3000 },
  });
  const sooner = withInvoice(collect, { ...taken, expectedOn: "2026-01-20" }, w.collect);
  expect(sooner.template).toMatchObject({ earlyOn: "2026-01-20", expectedOn: "2026-01-20" });
  const factor = { id: 2, name: "My own", template: newTemplate("factor", "2026-01-10") };
  expect(withInvoice(factor, taken, w.factor)).toMatchObject({
    name: "My own",
    template: { openMinor: 123_400, expectedOn: "2026-02-03", advanceBps: 9000 },
  });
});

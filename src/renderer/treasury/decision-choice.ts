import { addDays, addMonths } from "#contract/date.ts";
import type { DecisionTemplate } from "#contract/treasury-decisions.ts";

/** A choice of the sheet: its name and the figures of its template. */
export interface Choice {
  id: number;
  name: string;
  template: DecisionTemplate;
}

export const TEMPLATE_KINDS = [
  ...(["collect", "factor", "borrow", "lease", "discount"] as const),
] satisfies DecisionTemplate["kind"][];

/** A template as it first stands in the form: plain figures to be changed. */
export function newTemplate(kind: DecisionTemplate["kind"], todayOn: string): DecisionTemplate {
  const [on, dueOn] = [todayOn, addDays(todayOn, 60)];
  switch (kind) {
    case "collect":
      return {
        ...{ kind, openMinor: 500_000, on, costMinor: 3_000, chanceBps: 6_000 },
        ...{ earlyOn: addDays(on, 15), expectedOn: dueOn },
      };
    case "factor":
      return {
        ...{ kind, openMinor: 1_000_000, on, expectedOn: dueOn },
        ...{ advanceBps: 9_000, commissionBps: 100, rateBps: 450 },
      };
    case "borrow":
      return { kind, amountMinor: 2_000_000, on, rateBps: 450, months: 36, feeMinor: 20_000 };
    case "lease":
      return {
        ...{ kind, on, months: 36, rentMinor: 60_000, residualMinor: 100_000 },
        ...{ priceMinor: 2_000_000, resaleMinor: 300_000, gainMinor: 70_000 },
      };
    case "discount":
      return {
        ...{ kind, side: "taken", amountMinor: 500_000, discountBps: 200 },
        ...{ earlyOn: addDays(on, 8), dueOn: addMonths(on, 1) },
      };
  }
}

/** A choice about an open invoice: its figures come from the book, its name from the invoice. */
export function withInvoice(
  choice: Choice,
  taken: { number: string; openMinor: number; expectedOn: string | null },
  kindWord: string,
): Choice {
  const { template } = choice;
  if (template.kind !== "collect" && template.kind !== "factor") return choice;
  const { number, openMinor } = taken;
  const expectedOn = taken.expectedOn ?? template.expectedOn;
  const name = choice.name.startsWith(kindWord) ? `${kindWord} ${number}` : choice.name;
  if (template.kind === "factor") {
    return { ...choice, name, template: { ...template, openMinor, expectedOn } };
  }
  const earlyOn = template.earlyOn < expectedOn ? template.earlyOn : expectedOn;
  return { ...choice, name, template: { ...template, openMinor, expectedOn, earlyOn } };
}

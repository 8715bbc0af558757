import type { SourceRef } from "#contract/finding.ts";
import type { KeptFigure } from "#contract/treasury-memory.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { type OpenTradeItem, openItems } from "#main/reconciliation/open-items.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import {
  baseIndicators,
  type IndicatorInput,
  type IndicatorKey,
} from "../engines/base-indicators.ts";
import { indicatorInput } from "../indicators.ts";
import type { Analysis } from "./engine-registry.ts";

/** Rows that a figure opens down to: those that weigh most. */
const MOST_REFS = 5;

/** Where each indicator comes from: open items, or accounts by their first digits. */
const SOURCES: Record<IndicatorKey, "invoice" | "bill" | RegExp | null> = {
  dso: "invoice",
  "dso-best": "invoice",
  delinquency: "invoice",
  dpo: "bill",
  dio: /^3/,
  "cash-cycle": "invoice",
  frng: /^[12]/,
  bfr: /^[34]/,
  "bfr-operating": /^(?:3|40|41|42|43|44)/,
  "bfr-days": /^[34]/,
  "net-cash": /^5/,
  burn: null,
  runway: /^5/,
};

/** The base indicators as an analysis to keep, with what customers and suppliers owe. */
export function analyseIndicators(read: ReadHandle, asOn: string): Analysis | Refusal {
  const inputs = indicatorInput(read, asOn);
  if (isRefusal(inputs)) return inputs;
  const result = baseIndicators(inputs);
  const items = openItems(read, asOn);
  const figures = result.indicators.map(({ key, ...figure }): KeptFigure => {
    const source = SOURCES[key];
    const refs = source instanceof RegExp ? accountRefs(inputs, source) : itemRefs(items, source);
    return { key, name: null, ...figure, refs };
  });
  const owed = [
    ["receivable", inputs.receivableMinor, "invoice"],
    ["payable", inputs.payableMinor, "bill"],
  ] as const;
  for (const [key, value, kind] of owed) {
    const observations = items.filter((item) => item.itemKind === kind).length;
    // A sum of the books is what it is, however few its rows.
    const reliability = { grade: "A", observations, periodDays: 0 } as const;
    const refs = itemRefs(items, kind);
    figures.push({ key, name: null, value, unit: "minor", reliability, refs });
  }
  return { asOn, inputs, result, figures };
}

function accountRefs({ balances }: IndicatorInput, pattern: RegExp): SourceRef[] {
  return balances
    .filter((b) => pattern.test(b.account) && b.minor !== 0)
    .sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor) || (a.account < b.account ? -1 : 1))
    .slice(0, MOST_REFS)
    .map(({ account }) => ({ kind: "account", id: account }));
}

function itemRefs(items: readonly OpenTradeItem[], kind: "invoice" | "bill" | null): SourceRef[] {
  return items
    .filter((item) => item.itemKind === kind)
    .sort((a, b) => Math.abs(b.openMinor) - Math.abs(a.openMinor) || a.itemId - b.itemId)
    .slice(0, MOST_REFS)
    .map((item) => {
      const credit = kind === "invoice" ? "credit-note" : "bill-credit-note";
      const name = item.kind === "credit-note" ? credit : item.itemKind;
      return { kind: name, id: String(item.itemId) };
    });
}

import type { z } from "zod";
import type { warningSchema } from "#contract/treasury-warnings.ts";
import { formatCount, formatMoney, formatMovement } from "#renderer/format.ts";
import type { Language } from "#renderer/words/language.ts";
import type { warningWords } from "#renderer/words/warnings.ts";
import type { Words } from "#renderer/words/words.ts";
import { wholePercent } from "./risk-words.ts";

type W = Words<typeof warningWords>;
export type Warning = z.infer<typeof warningSchema>;

/** An alert in a sentence: its party and the figures behind it, in words. */
export function warningSentence(alert: Warning, w: W, language: Language): string {
  const party = alert.partyName ?? "";
  const value = (code: string) => alert.parts.find((p) => p.code === code)?.figure.value ?? 0;
  const days = (code: string) => w.days(decimal(value(code), language));
  const share = (code: string) => wholePercent(value(code), language);
  const money = (code: string) => formatMoney(value(code), language);
  const count = (code: string) => formatCount(value(code), language);
  switch (alert.kind) {
    case "lateness-drift":
      return w["lateness-drift-says"](party, days("lateness-recent"), days("lateness-usual"));
    case "overdue-habit":
      return w["overdue-habit-says"](party, days("lateness-open"), days("lateness-usual"));
    case "disputes": {
      const [partial, credits] = [count("partial-payments"), count("credit-notes")];
      const shares = [share("contested-now"), share("contested-usual")] as const;
      return w["disputes-says"](party, partial, credits, ...shares);
    }
    case "concentration": {
      const more = w.points(decimal(value("top-share-delta") * 100, language));
      return w["concentration-says"](party, share("top-share"), more);
    }
    case "terms-shrinking":
      return w["terms-shrinking-says"](party, days("terms-now"), days("terms-usual"));
    case "order-gap":
      return w["order-gap-says"](party, days("gap-now"), days("gap-usual"));
    case "margin-erosion":
      return w["margin-erosion-says"](party, share("margin-before"), share("margin-now"));
    case "low-point": {
      const change = formatMovement(Math.round(value("low-month-change")), language);
      return w["low-point-says"](money("low-now"), change, money("low-ahead"));
    }
    case "days-below-floor":
      return w["days-below-floor-says"](days("days-below"), days("days-below-usual"));
    case "overdraft-fees":
      return w["overdraft-fees-says"](money("fees-now"), money("fees-before"));
  }
}

/** Where an alert leads, and how its link says so. */
export function placeOf(alert: Warning, w: W): { address: string; label: string } {
  const [first] = alert.refs;
  const party = encodeURIComponent(alert.partyName ?? "");
  switch (first?.kind) {
    case "invoice":
    case "credit-note":
      return alert.refs.length === 1
        ? { address: `#/sales?invoice=${first.id}`, label: w.openInvoice }
        : { address: `#/sales?search=${party}`, label: w.openInvoices };
    case "bill":
    case "bill-credit-note":
      return { address: `#/purchases?search=${party}`, label: w.openBills };
    case "account":
      return { address: `#/entries/account/${first.id}`, label: w.openAccount };
    case "bank-line":
      return { address: `#/bank?line=${first.id}`, label: w.openLines };
    default:
      return { address: "#/treasury", label: w.openForecast };
  }
}

/** To one decimal at most: `11,5`. */
export function decimal(value: number, language: Language): string {
  return formatCount(Math.round(value * 10) / 10, language);
}

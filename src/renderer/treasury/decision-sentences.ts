import type { MovedInput } from "#contract/treasury-decisions.ts";
import { formatCount, formatDate, formatMoney, formatRate } from "#renderer/format.ts";
import type { decisionWords } from "#renderer/words/decisions.ts";
import type { Language } from "#renderer/words/language.ts";
import type { Words } from "#renderer/words/words.ts";
import type { SheetOption } from "./use-decisions.ts";

type W = Words<typeof decisionWords>;

/** A yearly rate of an engine, `0.123` as `12,3 %`. */
export function rateText(rate: number, language: Language): string {
  return formatRate(Math.round(rate * 1000) * 10, language);
}

/** The option's name as it is shown: both ways of a lease are told apart. */
export function optionName({ kind, name }: Pick<SheetOption, "kind" | "name">, w: W): string {
  if (kind === "nothing") return w.nothing;
  if (kind === "lease") return w.leased(name);
  return kind === "buy" ? w.bought(name) : name;
}

/** What the ranking says, in one or two sentences. */
export function verdict(
  options: readonly SheetOption[],
  rateBps: number,
  said: { w: W; language: Language },
): string {
  const { w, language } = said;
  const money = (minor: number) => formatMoney(minor, language);
  const [first] = options;
  const nothing = options.find((one) => one.kind === "nothing");
  if (first === undefined || nothing === undefined) return "";
  const name = optionName(first, w);
  const better = options.find((one) => one.breaksFloor && one.npvMinor > first.npvMinor);
  const passed =
    better === undefined || first.breaksFloor
      ? ""
      : w.betterButBreaks(
          optionName(better, w),
          money(better.npvMinor),
          formatDate(better.lowest.on),
        );
  if (first.breaksFloor) {
    const shallow = options.reduce((best, one) =>
      one.lowest.balanceMinor > best.lowest.balanceMinor ? one : best,
    );
    const lowest = money(shallow.lowest.balanceMinor);
    return w.allBreak(name, optionName(shallow, w), lowest);
  }
  if (first.kind === "nothing") return `${w.nothingBest(formatRate(rateBps, language))}${passed}`;
  if (nothing.breaksFloor) {
    return `${w.savesFloor(name, formatDate(nothing.lowest.on), money(first.npvMinor))}${passed}`;
  }
  return `${w.best(name, money(first.npvMinor))}${passed}`;
}

/** The internal rates in a cell: none, one, or all of them. */
export function ratesText(option: SheetOption, w: W, language: Language): string {
  if (option.kind === "nothing") return "";
  if (option.rates.length === 0) return w.noRate;
  return option.rates.map((rate) => rateText(rate, language)).join(w.and);
}

/** What the internal rates mean; money that comes first costs the rate instead of earning it. */
export function ratesSentence(option: SheetOption, w: W, language: Language): string {
  const [rate, another] = option.rates;
  if (rate === undefined) return w.irrNone;
  if (another !== undefined) return w.irrSeveral(ratesText(option, w, language));
  return (isReceivedFirst(option) ? w.irrCost : w.irrOne)(rateText(rate, language));
}

function isReceivedFirst({ flows }: SheetOption): boolean {
  const [first] = flows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (first?.amountMinor ?? 0) > 0;
}

const EVEN = {
  cost: "evenCost",
  commission: "evenCommission",
  rate: "evenRate",
  rent: "evenRent",
  price: "evenPrice",
} as const;

/** The figure at which the option is worth neither more nor less, as a sentence. */
export function breakEvenSentence(option: SheetOption, w: W, language: Language): string {
  if (option.breakEven === null) return w.evenNever;
  const { of, unit, value } = option.breakEven;
  const told = unit === "minor" ? formatMoney(value, language) : formatRate(value, language);
  if (of === "discount") return (isReceivedFirst(option) ? w.evenGiven : w.evenTaken)(told);
  return w[EVEN[of]](told);
}

const INPUTS = {
  ...{ rate: "rate", openMinor: "openAmount", expectedOn: "expectedOn", earlyOn: "earlyOn" },
  ...{ on: "actOn", chanceBps: "chance", costMinor: "cost", advanceBps: "advance" },
  ...{ commissionBps: "commission", rateBps: "loanRate", amountMinor: "invoiced" },
  ...{ months: "months", feeMinor: "fee", rentMinor: "rent", residualMinor: "residual" },
  ...{ priceMinor: "price", resaleMinor: "resale", gainMinor: "gain", dueOn: "dueOn" },
  ...{ discountBps: "discountRate", receipts: "receipts", payments: "payments" },
  ...{ receiptsLater: "receiptsLater", paymentsLater: "paymentsLater", lastFlow: "lastFlow" },
} as const satisfies Record<MovedInput["input"], keyof W>;

/** The words of some inputs are those of their own form. */
const OF_KIND: Partial<
  Record<
    SheetOption["kind"],
    Partial<Record<MovedInput["input"], "borrowed" | "financing" | "paidEarlyOn">>
  >
> = {
  borrow: { amountMinor: "borrowed" },
  factor: { rateBps: "financing" },
  discount: { earlyOn: "paidEarlyOn" },
};

/** An input of an option, as its field in the form is called. */
export function inputName(input: MovedInput["input"], kind: SheetOption["kind"], w: W): string {
  return w[OF_KIND[kind]?.[input] ?? INPUTS[input]];
}

/** A figure of an option as it is typed: `4 %`, `600,00 €`, `36 mois`, `+30 j`, `20/11/2026`. */
export function inputText(
  value: string | number,
  unit: MovedInput["unit"],
  { w, language }: { w: W; language: Language },
): string {
  if (typeof value === "string") return formatDate(value);
  if (unit === "minor") return formatMoney(value, language);
  if (unit === "bps") return formatRate(value, language);
  const count = formatCount(value, language);
  if (unit === "months") return w.monthsTold(count);
  return w.daysTold(value > 0 ? `+${count}` : count);
}

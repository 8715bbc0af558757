import { parseAmount } from "#contract/amount.ts";
import { addDays } from "#contract/date.ts";
import { decimalText } from "#main/base/money.ts";
import { matchLines } from "#main/reconciliation/matching/match-lines.ts";
import type {
  MatchDecision,
  MatchInput,
  MatchLine,
  MatchOptions,
  OpenItem,
} from "#main/reconciliation/matching/model.ts";

/** Options of the tests: one acquirer that keeps 1.3 % to 1.7 %, no tolerance. */
export const OPTIONS: MatchOptions = {
  acquirers: [
    { labelPattern: "remise cb|cardline", minFeeBps: 130, maxFeeBps: 170, account: "627800" },
  ],
  toleranceMinor: 0,
  automatic: true,
};

/**
 * Reads items written one a line: `FA-2025-0001 | Menuiserie Aubrac | 120,00 | 2025-03-01`, then,
 * if any, `iban=…`, `alias=…`, `pay=…` (payment reference), `card`. An AV is a credit note, a
 * negative amount a bill. Due 30 days later. The id is the reference.
 */
export function readItems(text: string): OpenItem[] {
  return rows(text).map(([reference = "", name = "", amount = "", issuedOn = "", ...more]) => {
    const openMinor = amountOf(amount);
    const credit = openMinor < 0 ? "credit-note" : "bill-credit";
    const plain = openMinor < 0 ? "bill" : "invoice";
    return {
      id: `${reference}${more.includes("again") ? "#2" : ""}`,
      kind: reference.startsWith("AV") ? credit : plain,
      reference,
      partyId: name.toLowerCase(),
      partyName: name,
      partyAliases: valuesOf(more, "alias"),
      partyIbans: valuesOf(more, "iban"),
      issuedOn,
      dueOn: addDays(issuedOn, 30),
      openMinor,
      currency: valuesOf(more, "currency")[0] ?? "EUR",
      paymentReferences: valuesOf(more, "pay"),
      ...(more.includes("card") ? { paymentMethod: "card" as const } : {}),
    };
  });
}

/** Reads `2025-04-02 | 120,00 | VIR DE MENUISERIE AUBRAC`, then `iban=…`, `name=…`, `ref=…`. */
export function readLines(text: string): MatchLine[] {
  return rows(text).map(([bookedOn = "", amount = "", label = "", ...more], n) => {
    const [iban] = valuesOf(more, "iban");
    const [name] = valuesOf(more, "name");
    const [reference] = valuesOf(more, "ref");
    return {
      id: `l${n + 1}`,
      bookedOn,
      amountMinor: amountOf(amount),
      currency: "EUR",
      label,
      ...(iban === undefined ? {} : { counterpartyIban: iban }),
      ...(name === undefined ? {} : { counterpartyName: name }),
      ...(reference === undefined ? {} : { reference }),
    };
  });
}

/** Matches two texts. */
export function matchTexts(
  itemText: string,
  lineText: string,
  more: Partial<Pick<MatchInput, "habits" | "options">> = {},
): MatchDecision[] {
  const input = { items: readItems(itemText), lines: readLines(lineText) };
  return matchLines({ ...input, habits: new Map(), options: OPTIONS, ...more });
}

/** A decision as text: `automatic FA-2025-0001 120,00` and, when there are, fee and difference. */
export function writeDecision({ outcome, candidates }: MatchDecision): string {
  const [best] = candidates;
  if (best === undefined) return outcome;
  const parts = best.allocations.map((a) => `${a.itemId} ${decimalText(a.amountMinor, ",")}`);
  const fee = best.feeMinor === 0 ? "" : ` fee ${decimalText(best.feeMinor, ",")}`;
  const gap = best.differenceMinor;
  const difference = gap === 0 ? "" : ` difference ${decimalText(gap, ",")}`;
  return `${outcome} ${parts.sort().join(" + ")}${fee}${difference}`;
}

/** The signals of the best candidate. */
export function signalsOf(decision: MatchDecision | undefined): string[] {
  return decision?.candidates[0]?.reasons.map((r) => r.signal) ?? [];
}

function rows(text: string): string[][] {
  const lines = text.split("\n").filter((l) => l.trim() !== "");
  return lines.map((l) => l.split(" | ").map((cell) => cell.trim()));
}

function valuesOf(cells: readonly string[], name: string): string[] {
  return cells.filter((c) => c.startsWith(`${name}=`)).map((c) => c.slice(name.length + 1));
}

function amountOf(text: string): number {
  const minor = parseAmount(text, ",");
  if (minor === undefined) throw new RangeError(`not an amount: ${text}`);
  return minor;
}

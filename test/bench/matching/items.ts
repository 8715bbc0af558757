import { addDays, monthOf } from "#contract/date.ts";
import type { OpenItem } from "#main/reconciliation/matching/model.ts";
import type { Company } from "./companies.ts";
import type { Random } from "./random.ts";

const START = "2024-01-02";
const DAYS = 700;

interface Raw {
  readonly company: Company;
  readonly issuedOn: string;
  readonly amountMinor: number;
  readonly kind: OpenItem["kind"];
  readonly isCard: boolean;
}

/** Invoices, bills and credit notes over two years, own numbers running with the dates. */
export function makeItems(
  random: Random,
  companies: readonly Company[],
  count: number,
): OpenItem[] {
  const raws: Raw[] = [];
  while (raws.length < count) raws.push(...makeRaws(random, random.pick(companies)));
  raws.sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0));
  const serials = new Map<string, number>();
  return raws.map((raw, n) => {
    const { company, issuedOn } = raw;
    const isOwed = raw.kind === "invoice" || raw.kind === "bill-credit";
    const openMinor = isOwed ? raw.amountMinor : -raw.amountMinor;
    const { currency } = company;
    const isForeign = currency !== "EUR" && !raw.isCard;
    const foreign = { currency, amountMinor: Math.round(openMinor * rateOf(currency)) };
    const card = raw.isCard ? { paymentMethod: "card" as const } : {};
    return {
      id: `i${n}`,
      kind: raw.kind,
      reference: numberItem(raw, serials, random),
      partyId: company.id,
      partyName: company.name,
      partyAliases: company.aliases,
      partyIbans: company.isIbanKnown ? [company.iban] : [],
      issuedOn,
      dueOn: addDays(issuedOn, raw.isCard ? 0 : 30),
      openMinor,
      currency: "EUR",
      ...(isForeign ? { foreign } : {}),
      ...card,
    };
  });
}

/** Units for one euro on the day of invoicing; payments are changed at another rate. */
export function rateOf(currency: string): number {
  return { USD: 1.0856, GBP: 0.8421, CHF: 0.9437 }[currency] ?? 1;
}

/** One invoice of a company, sometimes with its twin or with a credit note that follows it. */
function makeRaws(random: Random, company: Company): Raw[] {
  const issuedOn = addDays(START, random.int(0, DAYS));
  const kind = company.isSupplier ? "bill" : "invoice";
  const amountMinor = company.subscriptionMinor ?? drawAmount(random);
  const isCard = kind === "invoice" && random.chance(0.12);
  const first: Raw = { company, issuedOn, amountMinor, kind, isCard };
  if (isCard) return [first];
  const after = addDays(issuedOn, random.int(0, 6));
  if (random.chance(0.025)) return [first, { ...first, issuedOn: after }];
  if (random.chance(0.03)) {
    const part = Math.max(100, Math.round(amountMinor * random.int(5, 40) * 0.01));
    const back = kind === "invoice" ? "credit-note" : "bill-credit";
    return [first, { ...first, issuedOn: after, kind: back, amountMinor: part }];
  }
  return [first];
}

/** From some tens to some tens of thousands of euros, a third of them round. */
function drawAmount(random: Random): number {
  const euros = Math.exp(4 + random.next() * 5);
  if (random.chance(0.3)) return Math.max(10, Math.round(euros / 10) * 10) * 100;
  return Math.round(euros * 100);
}

function numberItem(raw: Raw, serials: Map<string, number>, random: Random): string {
  const year = raw.issuedOn.slice(0, 4);
  const owner = raw.company.isSupplier ? raw.company.id : "own";
  const series = `${owner} ${raw.kind} ${year}`;
  const known = serials.get(series) ?? (owner === "own" ? 0 : random.int(0, 4000));
  const n = known + (owner === "own" ? 1 : random.int(1, 30));
  serials.set(series, n);
  const serial = String(n).padStart(4, "0");
  if (!raw.company.isSupplier) return `${raw.kind === "invoice" ? "FA" : "AV"}-${year}-${serial}`;
  switch (raw.company.numbering) {
    case 0:
      return `F${year.slice(2)}${serial}`;
    case 1:
      return `${year}/${serial}`;
    case 2:
      return `INV${String(n).padStart(6, "0")}`;
    case 3:
      return `${monthOf(raw.issuedOn).replace("-", "")}${serial}`;
    default:
      return `FC-${serial}`;
  }
}

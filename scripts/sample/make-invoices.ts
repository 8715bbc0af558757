import { addDays, endOfMonth } from "#contract/date.ts";
import { applyRateBps } from "#main/base/money.ts";
import type { Customer, Invoice, Regime, Segment, VatPart } from "./model.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";
import { isWorkingDay, monthStarts } from "./working-day.ts";

/** Months are quieter in August and busier before the year's end (percent of the trend). */
const SEASON = [88, 95, 104, 102, 98, 106, 94, 58, 112, 114, 116, 108] as const;

const LABELS: Readonly<Record<number, readonly string[]>> = {
  2000: ["Brochures et dépliants", "Enseigne et signalétique", "Cartes et papeterie", "Affiches"],
  1000: ["Cession de droits d'illustration", "Maquette et droits d'auteur"],
  550: ["Livres imprimés", "Catalogue d'exposition (livre)", "Albums jeunesse"],
  210: ["Revue inscrite à la CPPAP", "Magazine local (CPPAP)"],
  0: ["Fourniture et pose de signalétique", "Panneaux de chantier"],
};

/** All invoices of both years, numbered in the order of their dates, without gaps. */
export function makeInvoices(seed: number, customers: readonly Customer[]): Invoice[] {
  const draw = randomStream(seed, "invoices");
  const drafts: Invoice[] = [];
  for (const [month, start] of monthStarts(2025, 2026).entries()) {
    drafts.push(...subscriptionsOf(start, customers, draw));
    const trend = 48 + Math.floor((month * 150) / 100);
    const count = Math.round((trend * (SEASON[month % 12] ?? 100)) / 100);
    for (let i = 0; i < count; i++) drafts.push(drawInvoice(start, customers, draw));
  }
  drafts.sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0));
  return numbered(drafts, "FA");
}

/** Numbers documents `FA-2025-0001…` in the order given, each year from one. */
export function numbered(items: readonly Invoice[], prefix: "FA" | "AV"): Invoice[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const year = item.issuedOn.slice(0, 4);
    const count = (counts.get(year) ?? 0) + 1;
    counts.set(year, count);
    return { ...item, reference: `${prefix}-${year}-${String(count).padStart(4, "0")}` };
  });
}

function subscriptionsOf(start: string, customers: readonly Customer[], draw: RandomStream) {
  const day = draw.int(2, 4);
  return customers
    .filter((customer) => customer.subscriptionMinor > 0 && start >= "2025-02-01")
    .map((customer) =>
      invoiceOf({
        customer,
        issuedOn: addDays(start, day),
        label: `Maintenance signalétique ${start.slice(5, 7)}/${start.slice(0, 4)}`,
        parts: [partOf(customer.subscriptionMinor, 2000)],
        regime: "France",
      }),
    );
}

function drawInvoice(start: string, customers: readonly Customer[], draw: RandomStream): Invoice {
  const weights = Object.fromEntries(customers.map((c, i) => [String(i), c.weight]));
  const customer = customers[Number(draw.weighted(weights))] as Customer;
  const regime = regimeOf(customer.segment);
  const net = Math.round((customer.scaleMinor * draw.bell(25, 190)) / 100);
  const rates = regime === "France" ? ratesOf(customer.segment, draw) : [0];
  const parts = splitNet(net, rates, draw);
  const main = rates[0] ?? 0;
  const label = regime === "Exonéré" ? "Formation PAO" : draw.pick(LABELS[main] ?? [""]);
  return invoiceOf({ customer, issuedOn: drawDay(start, draw), label, parts, regime });
}

function drawDay(start: string, draw: RandomStream): string {
  const last = Number(endOfMonth(start).slice(8));
  const first = start === "2025-01-01" ? 6 : 1;
  let day = addDays(start, draw.int(first, last) - 1);
  while (!isWorkingDay(day)) day = addDays(start, draw.int(first, last) - 1);
  return day;
}

type InvoiceDraft = Pick<Invoice, "customer" | "issuedOn" | "label" | "parts" | "regime">;

function invoiceOf(draft: InvoiceDraft): Invoice {
  const { customer, issuedOn, parts } = draft;
  const later = addDays(issuedOn, customer.termDays);
  return {
    ...draft,
    reference: "",
    type: "Facture",
    dueOn: customer.endOfMonth ? endOfMonth(later) : later,
    grossMinor: grossOf(parts),
  };
}

export function grossOf(parts: readonly VatPart[]): number {
  return parts.reduce((sum, part) => sum + part.netMinor + part.vatMinor, 0);
}

/** A net amount with its VAT, rounded per rate as on the invoice. */
export function partOf(netMinor: number, rateBps: number): VatPart {
  return { rateBps, netMinor, vatMinor: applyRateBps(netMinor, rateBps) };
}

/** Cuts a net amount into one part per rate; the first rate takes the most. */
export function splitNet(net: number, rates: readonly number[], draw: RandomStream): VatPart[] {
  let left = net;
  return rates.map((rate, i) => {
    const isLast = i === rates.length - 1;
    const part = isLast ? left : Math.round((left * draw.int(52, 80)) / 100);
    left -= part;
    return partOf(part, rate);
  });
}

function regimeOf(segment: Segment): Regime {
  if (segment === "works") return "Autoliquidation";
  if (segment === "eu") return "Intracommunautaire";
  if (segment === "export") return "Export";
  return segment === "training" ? "Exonéré" : "France";
}

function ratesOf(segment: Segment, draw: RandomStream): number[] {
  const kind = segment === "press" ? "press" : segment === "public" ? "public" : "other";
  const key = draw.weighted(RATE_MIX[kind]);
  return key.split("+").map(Number);
}

const RATE_MIX: Readonly<Record<"press" | "public" | "other", Readonly<Record<string, number>>>> = {
  press: { "550": 38, "210": 34, "2000": 10, "550+210": 8, "550+2000": 6, "210+550+2000": 4 },
  public: { "2000": 70, "550": 12, "2000+550": 10, "1000": 4, "2000+1000": 4 },
  other: { "2000": 88, "1000": 4, "550": 2, "2000+1000": 4, "2000+550+1000": 2 },
};

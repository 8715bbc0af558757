import { addDays } from "#contract/date.ts";
import { LAST_DAY } from "./company.ts";
import { grossOf, numbered, partOf } from "./make-invoices.ts";
import type { Invoice } from "./model.ts";
import { randomStream } from "./random-stream.ts";
import { workingDayFrom } from "./working-day.ts";

/** How a credit note ends: netted in a payment, paid back, or against its whole invoice. */
export type CreditEnd = "netted" | "refunded" | "cancelled";

export type CreditNote = Invoice & { cancels: Invoice; end: CreditEnd };

const COUNT = 28;

/**
 * Credit notes on some invoices of customers who pay by transfer. A netted one takes part of its
 * invoice and comes before the payment; a refunded one comes after; a cancelled one takes all.
 */
export function makeCreditNotes(seed: number, invoices: readonly Invoice[]): CreditNote[] {
  const draw = randomStream(seed, "credit-notes");
  const fit = invoices.filter((i) => isFit(i));
  const chosen = new Map<string, CreditNote>();
  while (chosen.size < COUNT) {
    const invoice = draw.pick(fit);
    const turn = chosen.size % 7;
    const end: CreditEnd = turn === 2 ? "refunded" : turn === 5 ? "cancelled" : "netted";
    const percent = end === "cancelled" ? 100 : draw.int(12, 55);
    const later = end === "refunded" ? draw.int(95, 120) : draw.int(3, 12);
    const issuedOn = workingDayFrom(addDays(invoice.issuedOn, later));
    if (chosen.has(invoice.reference) || issuedOn > addDays(LAST_DAY, -20)) continue;
    const parts = invoice.parts.map((part) =>
      partOf(
        percent === 100 ? -part.netMinor : -Math.round((part.netMinor * percent) / 100),
        part.rateBps,
      ),
    );
    const label = `Avoir sur ${invoice.reference}`;
    const type = "Avoir" as const;
    const grossMinor = grossOf(parts);
    const cancels = invoice;
    chosen.set(invoice.reference, {
      ...invoice,
      type,
      parts,
      grossMinor,
      issuedOn,
      dueOn: issuedOn,
      label,
      cancels,
      end,
    });
  }
  const ordered = [...chosen.values()].sort((a, b) =>
    a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0,
  );
  return numbered(ordered, "AV") as CreditNote[];
}

function isFit(invoice: Invoice): boolean {
  const { segment, habit, termDays } = invoice.customer;
  return (
    (segment === "france" || segment === "public" || segment === "press") &&
    termDays >= 30 &&
    !habit.onAccount &&
    habit.usualDays > -3 &&
    invoice.grossMinor > 40_000
  );
}

import { addDays } from "#contract/date.ts";
import { LAST_DAY } from "./company.ts";
import type { CreditNote } from "./make-credit-notes.ts";
import type { BankLine } from "./model.ts";
import type { Receipt } from "./pay-invoices.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";
import { workingDayFrom } from "./working-day.ts";

/** People and holdings that pay for a customer without saying for whom. */
const STRANGERS = [
  "M KERVADOUEN JOEL",
  "MME ROUVRAY-TESSON ALINE",
  "SCI LES TROIS CORMIERS",
  "HOLDING AVELANGE",
  "M OU MME BOISGIRAUD",
  "SAS FINANCIERE ORMELLE",
] as const;

/** Adds the planted facts to the plan of receipts: a cent short, unknown payers, paid twice. */
export function plantReceipts(seed: number, receipts: readonly Receipt[]): Receipt[] {
  const draw = randomStream(seed, "planted-receipts");
  const planted = [...receipts];
  plantCentGap(planted);
  for (let i = 0; i < 11; i++) {
    const at = pickPlain(planted, draw);
    planted[at] = {
      ...(planted[at] as Receipt),
      payer: draw.pick(STRANGERS),
      planted: "unknown-payer",
    };
  }
  for (let i = 0; i < 4; i++) {
    const at = pickPlain(planted, draw);
    const first = planted[at] as Receipt;
    planted[at] = { ...first, planted: "paid-twice-first" };
    const paidOn = workingDayFrom(addDays(first.paidOn, draw.int(6, 24)));
    if (paidOn <= LAST_DAY) planted.push({ ...first, paidOn, planted: "paid-twice" });
  }
  return planted;
}

function plantCentGap(receipts: Receipt[]): void {
  const at = receipts.findIndex(
    (r) => isPlain(r) && r.paidOn > "2026-03-01" && r.customer.habit.style === "exact",
  );
  receipts[at] = { ...(receipts[at] as Receipt), gapMinor: -1, planted: "one-cent-gap" };
}

function pickPlain(receipts: readonly Receipt[], draw: RandomStream): number {
  let at = draw.int(0, receipts.length - 1);
  while (!isPlain(receipts[at] as Receipt)) at = draw.int(0, receipts.length - 1);
  return at;
}

function isPlain(receipt: Receipt): boolean {
  const { segment } = receipt.customer;
  const isHome = segment === "france" || segment === "works";
  return (
    isHome &&
    receipt.planted === undefined &&
    receipt.pays.length === 1 &&
    receipt.kind === "transfer"
  );
}

/** Money paid back to customers: refunded credit notes and payments received twice. */
export function refundLines(
  receipts: readonly Receipt[],
  credits: readonly CreditNote[],
): BankLine[] {
  const lines: BankLine[] = [];
  for (const receipt of receipts.filter((r) => r.planted === "paid-twice").slice(0, 3)) {
    const amount = receipt.pays[0]?.amountMinor ?? 0;
    lines.push(refundLine(receipt, { amount, reason: "TROP PERCU", later: 9 }));
  }
  for (const credit of credits.filter((c) => c.end === "refunded")) {
    const receipt = { customer: credit.customer, paidOn: credit.issuedOn };
    const line = refundLine(receipt, {
      amount: -credit.grossMinor,
      reason: credit.reference,
      later: 6,
    });
    const { reference, grossMinor } = credit;
    const party = credit.customer.code;
    lines.push({
      ...line,
      pays: [{ party, reference, amountMinor: grossMinor }],
      planted: "credit-note-refunded",
    });
  }
  return lines.filter((line) => line.bookedOn <= LAST_DAY);
}

function refundLine(
  to: Pick<Receipt, "customer" | "paidOn">,
  { amount, reason, later }: { amount: number; reason: string; later: number },
): BankLine {
  const { bankName, iban, code } = to.customer;
  return {
    account: "main",
    bookedOn: workingDayFrom(addDays(to.paidOn, later)),
    amountMinor: -amount,
    kind: "customer-refund",
    label: `VIR SEPA EMIS /BEN ${bankName} /MOTIF REMBOURSEMENT ${reason}`,
    party: { name: bankName, iban },
    remittance: `REMBOURSEMENT ${reason}`,
    endToEndId: `RBT-${code}`,
    planted: "paid-twice-refund",
    category: "411",
  };
}

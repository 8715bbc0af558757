import { addDays } from "#contract/date.ts";
import { applyRateBps, decimalText } from "#main/base/money.ts";
import { LAST_DAY } from "./company.ts";
import type { BankLine, Settled } from "./model.ts";
import type { Receipt } from "./pay-invoices.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";
import { type Spelling, spellReferences } from "./spell-reference.ts";
import { frenchDate, workingDayFrom } from "./working-day.ts";

/** What the acquirer keeps of each card payment: a rate and a fixed part in cents. */
const CARD_FEE_BPS = 85;
const CARD_FEE_FIXED_MINOR = 10;

/** The transfers of customers as lines of the main account. */
export function transferLines(seed: number, receipts: readonly Receipt[]): BankLine[] {
  const draw = randomStream(seed, "transfer-labels");
  return receipts.filter((r) => r.kind === "transfer").flatMap((r) => transferLine(r, draw));
}

function transferLine(receipt: Receipt, draw: RandomStream): BankLine[] {
  const { customer, gapMinor, planted } = receipt;
  const isTwice = planted === "paid-twice";
  const amountMinor = sumOf(receipt.pays) + gapMinor;
  const stranger = receipt.payer !== undefined;
  const style = stranger ? "none" : customer.habit.style;
  const spelling = spellReferences(
    receipt.pays.map((p) => p.reference),
    style,
    draw,
  );
  const name = receipt.payer ?? customer.bankName;
  const note = receipt.note === undefined ? "" : `${receipt.note} `;
  const remittance = `${note}${spelling.remittance}`.trim();
  const line: BankLine = {
    account: "main",
    bookedOn: receipt.paidOn,
    amountMinor,
    kind: isTwice ? "customer-overpayment" : "customer-receipt",
    label: receivedLabel({ name, remittance, spelling }, draw),
    remittance,
    endToEndId: spelling.endToEndId,
    ...(isTwice ? {} : { pays: receipt.pays }),
    ...(gapMinor === 0 ? {} : { gapMinor }),
    ...(planted === undefined ? {} : { planted }),
    ...(isTwice ? { category: "411" } : {}),
    // Banks give the payer apart from the label on about half of the lines.
    ...(draw.chance(55) && !stranger ? { party: { name, iban: customer.iban } } : {}),
  };
  const fee = customer.segment === "export" ? [foreignFee(receipt)] : [];
  return [line, ...fee];
}

function foreignFee(receipt: Receipt): BankLine {
  return {
    account: "main",
    bookedOn: receipt.paidOn,
    amountMinor: -1_550,
    kind: "bank-fee",
    category: "627",
    label: `COMMISSION VIR ETRANGER RECU ${receipt.customer.bankName}`,
  };
}

type Received = { name: string; remittance: string; spelling: Spelling };

function receivedLabel(received: Received, draw: RandomStream): string {
  const { name, remittance, spelling } = received;
  const reference = spelling.endToEndId === "NOTPROVIDED" ? "" : ` /REF ${spelling.endToEndId}`;
  const reason = remittance === "" ? "" : ` /MOTIF ${remittance}`;
  const form = draw.weighted({ sepa: 70, inst: 12, plain: 12, dated: 6 });
  if (form === "inst") return `VIR INST RECU /DE ${name}${reason}${reference}`;
  if (form === "plain") return `VIR ${name} ${remittance}${reference}`.replace(/ +/g, " ").trim();
  if (form === "dated") return `VIREMENT EN VOTRE FAVEUR DE ${name}${reason}${reference}`;
  return `VIR SEPA RECU /DE ${name}${reason}${reference}`;
}

/** Card payments of one day, settled together on the next working day less the fees. */
export function cardSettlementLines(receipts: readonly Receipt[]): BankLine[] {
  const days = new Map<string, Settled[]>();
  for (const receipt of receipts.filter((r) => r.kind === "card")) {
    days.set(receipt.paidOn, [...(days.get(receipt.paidOn) ?? []), ...receipt.pays]);
  }
  return [...days]
    .map(([day, pays]) => settlementLine(day, pays))
    .filter((line) => line.bookedOn <= LAST_DAY);
}

function settlementLine(day: string, pays: Settled[]): BankLine {
  const gross = sumOf(pays);
  const feeMinor = pays
    .map((p) => applyRateBps(p.amountMinor, CARD_FEE_BPS) + CARD_FEE_FIXED_MINOR)
    .reduce((sum, fee) => sum + fee, 0);
  const brief = `REMISE CB ${frenchDate(day).slice(0, 5)} CT 5512087`;
  const [grossText, feeText] = [decimalText(gross, ","), decimalText(feeMinor, ",")];
  const detail = ` ${pays.length} TRX BRUT ${grossText} COM ${feeText}`;
  return {
    account: "cards",
    bookedOn: workingDayFrom(addDays(day, 1)),
    amountMinor: gross - feeMinor,
    kind: "card-settlement",
    label: brief,
    remittance: `OSTREVANT PAIEMENTS REMISE CB DU ${frenchDate(day)}${detail}`,
    pays,
    feeMinor,
  };
}

function sumOf(pays: readonly Settled[]): number {
  return pays.reduce((sum, pay) => sum + pay.amountMinor, 0);
}

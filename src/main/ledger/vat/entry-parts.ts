import type { VatOperation, VatRegime } from "#contract/vat.ts";
import { applyRateBps } from "#main/base/money.ts";
import { isVatAccount, REVERSE_CHARGE_VAT } from "../vat-accounts.ts";
import type { VatEntry, VatEntryLine } from "./vat-entry.ts";
import { rateInLabel, rateOfTax } from "./vat-rates.ts";

/** What a line means for VAT, whole; `onPayment` is the part that falls due when it is paid. */
export interface EntryPart {
  lineId: number;
  account: string;
  operation: VatOperation;
  rateBps: number | null;
  baseMinor: number;
  vatMinor: number;
  /** Share of services among what is taxed, in millionths: due on payment (CGI art. 269-2 c). */
  onPaymentPpm: number;
}

const WHOLE = 1_000_000;
/** Cents that rounding may cost on each line of an entry. */
const CENTS_PER_LINE = 2;

/** Cuts an entry into what it means for VAT: taxed sales, self-assessed purchases, deductions. */
export function entryParts(entry: VatEntry, regime: VatRegime): EntryPart[] {
  const taxed = entry.lines.flatMap((line) => {
    const operation = operationOf(line, entry);
    return operation === undefined ? [] : [{ line, operation }];
  });
  const collected = taxed.filter((one) => one.operation === "sale");
  const assessed = taxed.filter((one) => isSelfAssessed(one.operation));
  const deducted = taxed.filter((one) => one.operation.startsWith("deductible"));
  const isAtOnce = assessed.length > 0;
  return [
    ...withBases(entry, collected, {
      totalMinor: sumOf(entry, /^7/),
      onPaymentPpm: regime.salesOnDebits ? 0 : shareOf(entry, /^7/, /^(70[4568]|75)/),
    }),
    ...withBases(entry, assessed, { totalMinor: -sumOf(entry, /^[26]/), onPaymentPpm: 0 }),
    ...deducted.map(({ line, operation }) => ({
      lineId: line.id,
      account: line.account,
      operation,
      rateBps: null,
      baseMinor: 0,
      vatMinor: -line.creditMinor,
      onPaymentPpm:
        regime.boughtOnDebits || isAtOnce || operation !== "deductible"
          ? 0
          : shareOf(entry, /^[26]/, /^(604|61|62)/),
    })),
    ...(entry.isSales && collected.length === 0 ? untaxedSales(entry) : []),
  ];
}

function operationOf(line: VatEntryLine, entry: VatEntry): VatOperation | undefined {
  const { account, accountLabel } = line;
  if (!isVatAccount(account)) return undefined;
  // VAT on imports is self-assessed since 2022 (CGI art. 1695 II); its account says so by its name.
  const isOwed = /^(4452|4457)/.test(account);
  if (isOwed && /import/i.test(accountLabel ?? "")) return "import";
  if (account.startsWith("4452")) {
    return shareOf(entry, /^[26]/, /^(604|61|62)/) > WHOLE / 2 ? "services-abroad" : "intra-goods";
  }
  if (account.startsWith(REVERSE_CHARGE_VAT)) return "reverse-home";
  if (account.startsWith("4457")) return "sale";
  if (account.startsWith("44562")) return "deductible-asset";
  return account.startsWith("44563") ? "deductible-other" : "deductible";
}

function isSelfAssessed(operation: VatOperation): boolean {
  return ["intra-goods", "services-abroad", "reverse-home", "import"].includes(operation);
}

interface Taxed {
  line: VatEntryLine;
  operation: VatOperation;
}

/** Gives each VAT line its rate and its base; what no rate explains is a sale without VAT. */
function withBases(
  entry: VatEntry,
  taxed: readonly Taxed[],
  of: { totalMinor: number; onPaymentPpm: number },
): EntryPart[] {
  const { totalMinor, onPaymentPpm } = of;
  const toleranceMinor = CENTS_PER_LINE * entry.lines.length;
  const parts = taxed.map(({ line, operation }) => {
    const { datedOn } = entry;
    const rateBps =
      rateInLabel(line.accountLabel ?? "") ??
      rateOfTax(totalMinor, line.creditMinor, { datedOn, toleranceMinor }) ??
      null;
    const baseMinor =
      rateBps === null || rateBps === 0 ? 0 : Math.round((line.creditMinor * 10_000) / rateBps);
    const { id: lineId, account } = line;
    return {
      lineId,
      account,
      operation,
      rateBps,
      baseMinor,
      vatMinor: line.creditMinor,
      onPaymentPpm,
    };
  });
  const leftMinor = totalMinor - parts.reduce((sum, part) => sum + part.baseMinor, 0);
  const largest = parts.toSorted((a, b) => Math.abs(b.baseMinor) - Math.abs(a.baseMinor))[0];
  if (largest === undefined) return parts;
  const isRounding =
    (largest.rateBps ?? 0) === 0 || isRoundingOf(largest, leftMinor, toleranceMinor);
  if (isRounding) largest.baseMinor += leftMinor;
  else if (largest.operation === "sale") parts.push(leftover(entry, leftMinor));
  return parts;
}

function isRoundingOf(part: EntryPart, leftMinor: number, toleranceMinor: number): boolean {
  const taxOfLeft = applyRateBps(Math.abs(leftMinor), part.rateBps ?? 0);
  return taxOfLeft <= toleranceMinor;
}

function leftover(entry: VatEntry, baseMinor: number): EntryPart {
  const line = largestSale(entry);
  return { ...untaxed(line, "untaxed"), baseMinor };
}

function untaxedSales(entry: VatEntry): EntryPart[] {
  return entry.lines
    .filter((line) => line.account.startsWith("70"))
    .map((line) => untaxed(line, untaxedOperation(line)));
}

function untaxed(line: VatEntryLine, operation: VatOperation): EntryPart {
  return {
    lineId: line.id,
    account: line.account,
    operation,
    rateBps: 0,
    baseMinor: line.creditMinor,
    vatMinor: 0,
    onPaymentPpm: 0,
  };
}

/**
 * Goods sold abroad are named by their account's label; services sold abroad are not taxable in
 * France and stand with the other operations not taxed (CGI art. 259, 1°).
 */
function untaxedOperation(line: VatEntryLine): VatOperation {
  const label = line.accountLabel ?? "";
  const isGoods = /^70[1237]/.test(line.account);
  if (/export|hors (ue|union)/i.test(label)) return isGoods ? "export" : "untaxed";
  return isGoods && /intra/i.test(label) ? "intra-supply" : "untaxed";
}

function largestSale(entry: VatEntry): VatEntryLine {
  const sales = entry.lines.filter((line) => line.account.startsWith("7"));
  const pool = sales.length === 0 ? entry.lines : sales;
  return pool.toSorted((a, b) => Math.abs(b.creditMinor) - Math.abs(a.creditMinor))[0]!;
}

function sumOf(entry: VatEntry, accounts: RegExp): number {
  return entry.lines
    .filter((line) => accounts.test(line.account))
    .reduce((sum, line) => sum + line.creditMinor, 0);
}

/** Share of some accounts among others, in millionths. */
function shareOf(entry: VatEntry, among: RegExp, some: RegExp): number {
  const sizes = (accounts: RegExp) =>
    entry.lines
      .filter((line) => accounts.test(line.account))
      .reduce((sum, line) => sum + Math.abs(line.creditMinor), 0);
  const total = sizes(among);
  return total === 0 ? 0 : Math.round((sizes(some) / total) * WHOLE);
}

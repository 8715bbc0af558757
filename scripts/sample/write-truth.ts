import type { SampleDocument } from "./choose-documents.ts";
import { company, LAST_DAY } from "./company.ts";
import type { History } from "./make-history.ts";
import type { AccountKey, BankLine, Bill, Invoice, VatPart } from "./model.ts";
import type { Forecast } from "./naive-forecast.ts";
import { openItems } from "./open-items.ts";

/** What the truth file is made from. */
export type TruthSource = {
  seed: number;
  history: History;
  documents: readonly SampleDocument[];
  forecast: Forecast;
  /** File in which a line stands, and its first line there when the bank gives no id. */
  placeOf: (line: BankLine) => { file: string; line?: number };
};

/** `truth.json`: one record a line, so that differences can be read. */
export function truthText(source: TruthSource): string {
  const { history, documents } = source;
  const sections: readonly (readonly [string, unknown])[] = [
    ["about", aboutOf(source.seed)],
    ["counts", countsOf(source)],
    ["planted", plantedOf(history)],
    ["vat", history.vat],
    ["forecast", source.forecast],
    ["habits", history.customers.map(habitRecord)],
    ["cancelledWithoutPayment", cancellations(history)],
    ["openItems", openItems(history)],
    ["documents", documents.map(documentRecord)],
    ["bankLines", history.lines.map((line) => lineRecord(line, source.placeOf(line)))],
  ];
  const texts = sections.map(([name, value]) => `${JSON.stringify(name)}: ${pretty(value)}`);
  return `{\n${texts.join(",\n")}\n}\n`;
}

function pretty(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}

function aboutOf(seed: number) {
  return {
    company: company.name,
    seed,
    through: LAST_DAY,
    signs:
      "amountMinor of a bank line: received positive. pays[].amountMinor: what the item " +
      "is reduced by; negative for a credit note and for a debit sent back. Customers: " +
      "amountMinor = sum(pays) - feeMinor + gapMinor. Suppliers: amountMinor = -sum(pays).",
  };
}

function lineRecord(line: BankLine, place: { file: string; line?: number }) {
  return {
    id: line.id,
    ...(line.entryId ? { entryId: line.entryId } : {}),
    ...place,
    account: line.account,
    bookedOn: line.bookedOn,
    amountMinor: line.amountMinor,
    kind: line.kind,
    ...(line.pays ? { pays: line.pays } : {}),
    ...(line.feeMinor ? { feeMinor: line.feeMinor } : {}),
    ...(line.gapMinor ? { gapMinor: line.gapMinor } : {}),
    ...(line.category ? { category: line.category } : {}),
    ...(line.split ? { split: line.split } : {}),
    ...(line.planted ? { planted: line.planted } : {}),
    ...(line.ambiguous ? { ambiguous: true, reason: line.ambiguous } : {}),
  };
}

function countsOf({ history, placeOf }: TruthSource) {
  const { lines, invoices, credits, bills } = history;
  const accounts = (["main", "cards", "savings"] as const).map((key) => accountCount(key, lines));
  const files = Map.groupBy(lines, (line) => placeOf(line).file);
  const receipts = lines.filter((l) => l.kind.startsWith("customer-") && l.amountMinor > 0);
  return {
    invoices: invoices.length,
    creditNotes: credits.length,
    bills: bills.filter((b) => b.type === "Facture" && !b.duplicateOf).length,
    supplierCreditNotes: bills.filter((b) => b.type === "Avoir").length,
    bankLines: lines.length,
    bankEntries: new Set(lines.map((l) => l.entryId ?? l.id)).size,
    customerReceipts: receipts.length,
    ambiguousReceipts: receipts.filter((l) => l.ambiguous !== undefined).length,
    accounts,
    items: itemCounts(history),
    statements: [...files].map(([file, own]) => ({
      file,
      lines: own.length,
      netMinor: sumOf(own),
    })),
  };
}

function itemCounts({ invoices, credits, bills }: History) {
  return ["2025", "2026"].flatMap((year) => [
    fileCount(`invoices-${year}.csv`, ofYear([...invoices, ...credits], year)),
    fileCount(`bills-${year}.csv`, ofYear(bills, year)),
  ]);
}

function ofYear<T extends Invoice | Bill>(items: readonly T[], year: string): T[] {
  return items.filter((item) => item.issuedOn.startsWith(year));
}

function fileCount(file: string, items: readonly (Invoice | Bill)[]) {
  const parts = items.flatMap((item) => item.parts);
  const netMinor = parts.reduce((sum, part) => sum + part.netMinor, 0);
  const vatMinor = parts.reduce((sum, part) => sum + part.vatMinor, 0);
  const grossMinor = netMinor + vatMinor;
  return { file, documents: items.length, rows: parts.length, netMinor, vatMinor, grossMinor };
}

function accountCount(key: AccountKey, lines: readonly BankLine[]) {
  const own = lines.filter((line) => line.account === key);
  return { account: key, lines: own.length, openingMinor: 0, closingMinor: sumOf(own) };
}

function sumOf(lines: readonly BankLine[]): number {
  return lines.reduce((sum, line) => sum + line.amountMinor, 0);
}

/** Ids of the bank lines behind each planted fact, with the items concerned. */
function plantedOf({ lines, bills }: History) {
  const groups = Map.groupBy(
    lines.filter((line) => line.planted !== undefined),
    (line) => line.planted ?? "",
  );
  const facts = [...groups].map(([fact, own]) => ({
    fact,
    bankLines: own.map((line) => line.id),
    references: [...new Set(own.flatMap((line) => line.pays ?? []).map((pay) => pay.reference))],
  }));
  const duplicate = bills.find((bill) => bill.duplicateOf !== undefined) as Bill;
  const { reference, supplier, grossMinor } = duplicate;
  const payments = lines.filter((line) =>
    line.pays?.some((p) => p.party === supplier.code && p.reference === reference),
  );
  const bankLines = payments.map((line) => line.id);
  return [
    { fact: "duplicate-bill", party: supplier.code, reference, grossMinor, bankLines },
    ...facts,
  ];
}

function cancellations({ credits }: History) {
  return credits
    .filter((credit) => credit.end === "cancelled")
    .map((credit) => ({
      invoice: credit.cancels.reference,
      creditNote: credit.reference,
      amountMinor: credit.cancels.grossMinor,
    }));
}

function habitRecord(customer: History["customers"][number]) {
  const { code, name, segment, termDays, endOfMonth, habit } = customer;
  return { party: code, name, segment, termDays, endOfMonth, ...habit };
}

function documentRecord({ file, layout, isScan, isListed, bill }: SampleDocument) {
  const { supplier, parts } = bill;
  const sum = (pick: (part: VatPart) => number) => parts.reduce((all, part) => all + pick(part), 0);
  return {
    file: `documents/${file}`,
    layout,
    isScan,
    alreadyInBills: isListed,
    expected: {
      party: supplier.code,
      supplierName: supplier.name,
      siren: supplier.siren,
      vatNumber: supplier.vatNumber,
      iban: supplier.iban,
      number: bill.reference,
      issuedOn: bill.issuedOn,
      dueOn: bill.dueOn,
      regime: bill.regime,
      netMinor: sum((part) => part.netMinor),
      vatMinor: sum((part) => part.vatMinor),
      grossMinor: bill.grossMinor,
      // A bill in reverse charge prints no rate.
      parts: bill.regime === "France" ? parts : parts.map((part) => ({ ...part, rateBps: 0 })),
    },
  };
}

import { addDays, addMonths, daysBetween, endOfMonth } from "#contract/date.ts";
import type { Figure, SourceRef } from "#contract/finding.ts";
import { type CostRow, payeeOf } from "./cost-streams.ts";
import { gradeReliability } from "./small-data.ts";

/** What a category costs more or less than in the same months a year before, and why. */
export interface CostChange {
  /** First three digits of the account. */
  category: string;
  beforeMinor: number;
  afterMinor: number;
  change: Figure;
  /** Add up to the change, to the cent. */
  parts: {
    /** Suppliers of both years: the mean amount of a document, at this year's number of them. */
    priceMinor: number;
    /** Suppliers of both years: the number of documents, at last year's mean amount. */
    volumeMinor: number;
    newMinor: number;
    lostMinor: number;
    /** Costs without a supplier: payroll, depreciation, provisions and the like. */
    otherMinor: number;
  };
  suppliers: SupplierChange[];
}

/** One supplier's part in the change of a category. */
export interface SupplierChange {
  payee: string;
  label: string;
  kind: "both" | "new" | "lost";
  beforeMinor: number;
  afterMinor: number;
  documentsBefore: number;
  documentsAfter: number;
  priceMinor: number;
  volumeMinor: number;
}

interface YearSides {
  before: CostRow[];
  after: CostRow[];
}

const SHOWN_SUPPLIERS = 8;
const SHOWN_REFS = 12;

/** The day some months before, a month's end staying one. */
function monthsBefore(asOn: string, months: number): string {
  const on = addMonths(asOn, -months);
  return endOfMonth(asOn) === asOn ? endOfMonth(on) : on;
}

/** Months that can be set against those a year before: twelve at most, 0 below thirteen known. */
function comparedMonths(asOn: string, firstOn: string): number {
  let months = 12;
  while (months > 0 && monthsBefore(asOn, 12 + months) < addDays(firstOn, -1)) months--;
  return months;
}

/**
 * Booked costs of the last twelve months against those of the twelve before, by category; with less
 * history, of the last months whose own year before is known. Price is the mean amount of a document
 * and volume the number of documents: quantities are not in the books.
 */
export function costChanges(asOn: string, rows: readonly CostRow[]): CostChange[] {
  const booked = rows.filter((row) => row.account !== undefined);
  const firstOn = booked.reduce((min, row) => (row.on < min ? row.on : min), asOn);
  // A first document late in its month still tells that month.
  const months = comparedMonths(asOn, `${firstOn.slice(0, 7)}-01`);
  if (months === 0) return [];
  const sinceOn = monthsBefore(asOn, months);
  const yearBeforeOn = monthsBefore(asOn, 12);
  const fromOn = monthsBefore(asOn, 12 + months);
  const sides = new Map<string, YearSides>();
  for (const row of booked) {
    const isAfter = row.on > sinceOn;
    if (!isAfter && (row.on <= fromOn || row.on > yearBeforeOn)) continue;
    const category = row.account?.slice(0, 3) ?? "";
    const side = sides.get(category) ?? { before: [], after: [] };
    side[isAfter ? "after" : "before"].push(row);
    sides.set(category, side);
  }
  const periodDays = daysBetween(fromOn, asOn);
  return [...sides]
    .map(([category, side]) => changeOf(category, side, periodDays))
    .sort(
      (a, b) =>
        Math.abs(b.afterMinor - b.beforeMinor) - Math.abs(a.afterMinor - a.beforeMinor) ||
        (a.category < b.category ? -1 : 1),
    );
}

function changeOf(category: string, side: YearSides, periodDays: number): CostChange {
  const named = (rows: CostRow[]) => Map.groupBy(rows.filter(isNamed), payeeOf);
  const [before, after] = [named(side.before), named(side.after)];
  const payees = [...new Set([...before.keys(), ...after.keys()])].sort();
  const suppliers = payees.map((payee) =>
    supplierChange(payee, { before: before.get(payee) ?? [], after: after.get(payee) ?? [] }),
  );
  const deltaOf = (s: SupplierChange) => s.afterMinor - s.beforeMinor;
  const sumOf = (kind: SupplierChange["kind"], of: (s: SupplierChange) => number) =>
    suppliers.reduce((sum, s) => (s.kind === kind ? sum + of(s) : sum), 0);
  const [beforeMinor, afterMinor] = [totalOf(side.before), totalOf(side.after)];
  const parts = {
    priceMinor: sumOf("both", (s) => s.priceMinor),
    volumeMinor: sumOf("both", (s) => s.volumeMinor),
    newMinor: sumOf("new", deltaOf),
    lostMinor: sumOf("lost", deltaOf),
    otherMinor:
      totalOf(side.after.filter((r) => !isNamed(r))) -
      totalOf(side.before.filter((r) => !isNamed(r))),
  };
  const shown = suppliers.toSorted((a, b) => Math.abs(deltaOf(b)) - Math.abs(deltaOf(a)));
  return {
    ...{ category, beforeMinor, afterMinor, parts },
    change: {
      ...{ value: afterMinor - beforeMinor, unit: "minor", refs: largest(side.after) },
      reliability: gradeReliability(side.before.length + side.after.length, periodDays),
    },
    suppliers: shown.slice(0, SHOWN_SUPPLIERS),
  };
}

function supplierChange(payee: string, { before, after }: YearSides): SupplierChange {
  const [beforeMinor, afterMinor] = [totalOf(before), totalOf(after)];
  const [n0, n1] = [documentsOf(before), documentsOf(after)];
  const kind = n0 === 0 ? "new" : n1 === 0 ? "lost" : "both";
  const volumeMinor = kind === "both" ? Math.round(((n1 - n0) * beforeMinor) / n0) : 0;
  return {
    ...{ payee, label: [...before, ...after].at(-1)?.label ?? payee, kind },
    ...{ beforeMinor, afterMinor, documentsBefore: n0, documentsAfter: n1, volumeMinor },
    priceMinor: kind === "both" ? afterMinor - beforeMinor - volumeMinor : 0,
  };
}

/** Costs that a supplier's bill or a bank line stands behind, and whose payee is known. */
function isNamed(row: CostRow): boolean {
  return payeeOf(row) !== "" && (row.partyId !== undefined || row.ref.kind === "bank-line");
}

/** Documents that cost; a credit note lowers the amount without being a purchase. */
function documentsOf(rows: readonly CostRow[]): number {
  const costing = rows.filter((row) => row.amountMinor > 0);
  const counted = costing.length > 0 ? costing : rows;
  return new Set(counted.map((row) => `${row.ref.kind}:${row.ref.id}`)).size;
}

function totalOf(rows: readonly CostRow[]): number {
  return rows.reduce((sum, row) => sum + row.amountMinor, 0);
}

function largest(rows: readonly CostRow[]): SourceRef[] {
  const sorted = rows.toSorted((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor));
  return sorted.slice(0, SHOWN_REFS).map((row) => row.ref);
}

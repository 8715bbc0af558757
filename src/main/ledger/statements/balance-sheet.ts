import { addMonths, endOfMonth } from "#contract/date.ts";
import type { StatementAsked, StatementRow } from "#contract/statements.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { accountLabels, partyNames } from "./account-labels.ts";
import { eraOf, type LayoutRow, layoutOf, Placer } from "./layout.ts";
import { type Position, positionAt } from "./position.ts";
import { emptyValue, netOf, type RowValue, withSums } from "./row-sums.ts";
import { fromList, moneyColumn, type StatementSheet, say, textColumn } from "./statement-sheet.ts";

/**
 * The balance sheet (bilan) on the last day of the period, with gross values, what is taken off,
 * net values, and the same day a year before.
 */
export function balanceSheet(read: ReadHandle, asked: StatementAsked): StatementSheet | Refusal {
  const now = positionAt(read, asked.toOn);
  if (now === undefined) return refuse("statements.outside-years", { date: asked.toOn });
  const before =
    asked.compareWith === "previous" ? positionAt(read, yearBefore(asked.toOn)) : undefined;
  const rows = layoutOf("balance-sheet");
  const era = eraOf(now.yearStartsOn);
  const names = { accounts: accountLabels(read), parties: partyNames(read) };
  const values = valuesOf(rows, now, names);
  const earlier = before === undefined ? undefined : valuesOf(rows, before, names);
  const view = (row: LayoutRow): StatementRow => {
    const words = era === "before" ? (row.before ?? row) : row;
    const value = values.get(row.id);
    const isHead = row.kind === "heading";
    const cut = value?.lessMinor ?? 0;
    return {
      id: row.id,
      kind: row.kind,
      cells: [
        words[asked.language],
        isHead || cut === 0 ? null : (value?.grossMinor ?? 0),
        isHead || cut === 0 ? null : cut,
        isHead ? null : netOf(value),
        ...(earlier === undefined ? [] : [isHead ? null : netOf(earlier.get(row.id))]),
      ],
      ...(value === undefined || value.parts.length === 0 ? {} : { parts: value.parts }),
    };
  };
  return {
    title: say(asked, "Bilan", "Balance sheet"),
    filter: [],
    columns: [
      textColumn("label", say(asked, "Libellé", "Label"), 6),
      moneyColumn("gross", say(asked, "Brut", "Gross")),
      moneyColumn("less", say(asked, "Amort., dépréc.", "Depreciation")),
      moneyColumn("net", say(asked, "Net", "Net")),
      ...(earlier === undefined
        ? []
        : [moneyColumn("before", say(asked, "Un an avant", "A year before"))]),
    ],
    rows: fromList(
      withoutEmptyHeads(rows.filter((row) => isShown(row, values, earlier))).map(view),
    ),
  };
}

/** The same day a year before; a month's last day stays one. */
export function yearBefore(date: string): string {
  const day = addMonths(date, -12);
  return endOfMonth(date) === date ? endOfMonth(day) : day;
}

/** Sub-headings (`…-h`) that no line follows are left out. */
function withoutEmptyHeads(rows: readonly LayoutRow[]): LayoutRow[] {
  return rows.filter((row, i) => !row.id.endsWith("-h") || rows[i + 1]?.kind === "line");
}

function isShown(
  row: LayoutRow,
  now: ReadonlyMap<string, RowValue>,
  before: ReadonlyMap<string, RowValue> | undefined,
): boolean {
  if (row.kind !== "line" || row.result) return true;
  const isSaid = (values: ReadonlyMap<string, RowValue> | undefined) => {
    const value = values?.get(row.id);
    return value !== undefined && (value.grossMinor !== 0 || value.lessMinor !== 0);
  };
  return isSaid(now) || isSaid(before);
}

/** The rows' values: assets debit positive, equity and liabilities credit positive. */
export function valuesOf(
  rows: readonly LayoutRow[],
  position: Position,
  names: { accounts: ReadonlyMap<string, string>; parties: ReadonlyMap<number, string> },
): Map<string, RowValue> {
  const lastAsset = rows.findIndex((row) => row.id === "total-assets");
  const assets = new Set(rows.slice(0, lastAsset + 1).map((row) => row.id));
  const placer = new Placer(rows);
  const values = new Map<string, RowValue>();
  for (const { account, partyId, minor } of position.standings) {
    const place = placer.place(account, minor);
    const id = place?.row.id ?? (minor > 0 ? "other-receivables" : "other-debts");
    const value = values.get(id) ?? emptyValue();
    const signed = assets.has(id) ? minor : -minor;
    if (place?.isLess === true) value.lessMinor -= signed;
    else value.grossMinor += signed;
    const party = partyId === null ? undefined : names.parties.get(partyId);
    value.parts.push({
      account,
      label: party ?? names.accounts.get(account) ?? account,
      partyId,
      minor: signed,
    });
    values.set(id, value);
  }
  values.set("result", { ...emptyValue(), grossMinor: position.resultMinor });
  return withSums(rows, values);
}

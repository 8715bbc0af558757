import type { StatementAsked, StatementRow } from "#contract/statements.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { accountLabels } from "./account-labels.ts";
import { yearBefore } from "./balance-sheet.ts";
import { budgetOver } from "./budget.ts";
import { eraOf, type LayoutRow, layoutOf, Placer } from "./layout.ts";
import { movements } from "./movements.ts";
import { yearOfDay } from "./position.ts";
import { emptyValue, type RowValue, withSums } from "./row-sums.ts";
import { fromList, moneyColumn, type StatementSheet, say, textColumn } from "./statement-sheet.ts";

/** The income statement (compte de résultat) of a period. */
export function incomeStatement(read: ReadHandle, asked: StatementAsked): StatementSheet | Refusal {
  return resultSheet(read, asked, {
    layout: "income",
    title: say(asked, "Compte de résultat", "Income statement"),
  });
}

/** The management balances (soldes intermédiaires de gestion) of a period. */
export function managementBalances(
  read: ReadHandle,
  asked: StatementAsked,
): StatementSheet | Refusal {
  return resultSheet(read, asked, {
    layout: "sig",
    title: say(asked, "Soldes intermédiaires de gestion", "Management balances"),
  });
}

function resultSheet(
  read: ReadHandle,
  asked: StatementAsked,
  of: { layout: string; title: string },
): StatementSheet | Refusal {
  const { fromOn, toOn } = asked;
  const year = yearOfDay(read, toOn);
  if (year === undefined) return refuse("statements.outside-years", { date: toOn });
  const rows = layoutOf(`${of.layout}-${eraOf(year.startsOn)}`);
  const labels = accountLabels(read);
  const values = resultValues(rows, amountsOver(read, asked), labels);
  const compared = comparedValues(read, asked, { rows, labels });
  return {
    title: of.title,
    filter: [],
    columns: [
      textColumn("label", say(asked, "Libellé", "Label"), 6),
      moneyColumn("now", periodWords(fromOn, toOn)),
      ...(compared === undefined
        ? []
        : [
            moneyColumn("compared", compared.label),
            moneyColumn("gap", say(asked, "Écart", "Difference")),
            { key: "share", label: "%", type: "percent" as const, share: 1 },
          ]),
    ],
    rows: fromList(
      rows
        .filter((row) => isShown(row, [values, compared?.values]))
        .map((row) => viewOf(row, asked, { values, compared: compared?.values })),
    ),
  };
}

function comparedValues(
  read: ReadHandle,
  asked: StatementAsked,
  { rows, labels }: { rows: readonly LayoutRow[]; labels: ReadonlyMap<string, string> },
): { label: string; values: Map<string, RowValue> } | undefined {
  if (asked.compareWith === "none") return undefined;
  if (asked.compareWith === "budget") {
    const values = resultValues(rows, budgetOver(read, asked), labels);
    return { label: say(asked, "Budget", "Budget"), values };
  }
  const span = { fromOn: yearBefore(asked.fromOn), toOn: yearBefore(asked.toOn) };
  const values = resultValues(rows, amountsOver(read, span), labels);
  return { label: periodWords(span.fromOn, span.toOn), values };
}

function amountsOver(read: ReadHandle, span: { fromOn: string; toOn: string }) {
  return new Map(
    [...movements(read, span).values()]
      .filter(({ account }) => /^[67]/.test(account))
      .map((m) => [m.account, m.creditMinor - m.debitMinor]),
  );
}

/** Values by row of amounts by account, credit positive; rows of expenses show them positive. */
export function resultValues(
  rows: readonly LayoutRow[],
  amounts: ReadonlyMap<string, number>,
  labels: ReadonlyMap<string, string>,
): Map<string, RowValue> {
  const memos = rows.filter((row) => row.kind === "memo");
  const placer = new Placer(rows.filter((row) => row.kind !== "memo"));
  const memoPlacer = new Placer(memos);
  const values = new Map<string, RowValue>();
  for (const [account, creditMinor] of amounts) {
    if (creditMinor === 0) continue;
    for (const row of [placer, memoPlacer].map((one) => one.placeOfResult(account)?.row)) {
      if (row === undefined) continue;
      const value = values.get(row.id) ?? emptyValue();
      const minor = row.credit.length > 0 ? creditMinor : -creditMinor;
      value.grossMinor += minor;
      value.parts.push({ account, label: labels.get(account) ?? account, partyId: null, minor });
      values.set(row.id, value);
    }
  }
  return withSums(rows, values);
}

function isShown(
  row: LayoutRow,
  [now, before]: readonly [Map<string, RowValue>, Map<string, RowValue> | undefined],
): boolean {
  if (row.kind !== "line" && row.kind !== "memo") return true;
  return (now.get(row.id)?.grossMinor ?? 0) !== 0 || (before?.get(row.id)?.grossMinor ?? 0) !== 0;
}

function viewOf(
  row: LayoutRow,
  asked: StatementAsked,
  of: { values: Map<string, RowValue>; compared: Map<string, RowValue> | undefined },
): StatementRow {
  const isHead = row.kind === "heading";
  const value = of.values.get(row.id);
  const now = value?.grossMinor ?? 0;
  const then = of.compared?.get(row.id)?.grossMinor ?? 0;
  const share = then === 0 ? null : Math.round(((now - then) / Math.abs(then)) * 10_000);
  return {
    id: row.id,
    kind: row.kind,
    cells: [
      row[asked.language],
      isHead ? null : now,
      ...(of.compared === undefined ? [] : isHead ? [null, null, null] : [then, now - then, share]),
    ],
    ...(value === undefined || value.parts.length === 0 ? {} : { parts: value.parts }),
  };
}

function periodWords(fromOn: string, toOn: string): string {
  const short = (date: string) => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(2, 4)}`;
  return `${short(fromOn)} – ${short(toOn)}`;
}

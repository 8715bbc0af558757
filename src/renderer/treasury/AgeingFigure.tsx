import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import type { AgedRow } from "#contract/lettering.ts";
import { go } from "#renderer/app/router.ts";
import { formatCount } from "#renderer/format.ts";
import { HeatRow } from "#renderer/ui/charts/HeatRow.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { clientWords } from "#renderer/words/clients.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { letteringWords } from "#renderer/words/lettering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./Clients.module.css";
import { ageingQuery } from "./read-risk.ts";
import { wholePercent } from "./risk-words.ts";

/** Clients drawn one by one: those that owe most; the others stand together. */
const DRAWN = 8;
const AGES = ["notDueMinor", "to30Minor", "to60Minor", "to90Minor", "over90Minor"] as const;
const NONE: readonly AgedRow[] = [];

/** What clients owe by age, those that owe most first. */
export function AgeingFigure({ asOn }: { asOn: string }) {
  const w = useWords(clientWords);
  const ages = useWords(letteringWords);
  const language = useLanguage();
  const aged = useQuery(ageingQuery(asOn));
  const { data: rows = NONE } = aged;
  const buckets = useMemo(() => bucketsOf(ages), [ages]);
  const lines = useMemo(() => linesOf(rows, w, language), [rows, w, language]);
  const table = useMemo(() => tableOf(rows, w, ages), [rows, w, ages]);
  if (aged.isError) return <ProblemNotice error={aged.error} onRetry={() => void aged.refetch()} />;
  if (aged.data === undefined) {
    return <section className={styles.skeleton} aria-busy="true" aria-label={w.loading} />;
  }
  return (
    <HeatRow
      title={w.ageingTitle(wholePercent(shareOver90(rows), language))}
      description={w.ageingDescription}
      fileName={w.ageingFile}
      table={table}
      empty={w.ageingEmpty}
      buckets={buckets}
      lines={lines}
    />
  );
}

function bucketsOf(ages: Words<typeof letteringWords>) {
  return [
    { key: "not-due", label: ages.notDue },
    { key: "to-30", label: ages.to30, isLate: true },
    { key: "to-60", label: ages.to60, isLate: true },
    { key: "to-90", label: ages.to90, isLate: true },
    { key: "over-90", label: ages.over90, isLate: true },
  ];
}

function byTotal(rows: readonly AgedRow[]): AgedRow[] {
  return rows.toSorted((a, b) => b.totalMinor - a.totalMinor || a.partyId - b.partyId);
}

function linesOf(rows: readonly AgedRow[], w: Words<typeof clientWords>, language: Language) {
  const sorted = byTotal(rows);
  // A single client left over takes no more room than the line that would stand for it.
  const alone = sorted.length <= DRAWN + 1 ? sorted : sorted.slice(0, DRAWN);
  const others = sorted.slice(alone.length);
  const lines = alone.map((row) => ({
    key: `${row.account} ${row.partyId}`,
    label: row.partyName,
    amountsMinor: AGES.map((age) => row[age]),
    open: () => go(`/entries/lettering?account=${row.account}&party=${row.partyId}`),
  }));
  if (others.length === 0) return lines;
  const sums = AGES.map((age) => others.reduce((sum, row) => sum + row[age], 0));
  const label = w.others(formatCount(others.length, language));
  return [...lines, { key: "others", label, amountsMinor: sums, open: () => go("/entries/aged") }];
}

function shareOver90(rows: readonly AgedRow[]): number {
  const whole = rows.reduce((sum, row) => sum + row.totalMinor, 0);
  return whole <= 0 ? 0 : rows.reduce((sum, row) => sum + row.over90Minor, 0) / whole;
}

function tableOf(
  rows: readonly AgedRow[],
  w: Words<typeof clientWords>,
  ages: Words<typeof letteringWords>,
): ExportedTable {
  const heads = [ages.notDue, ages.to30, ages.to60, ages.to90, ages.over90, ages.total];
  return {
    columns: [
      { label: w.client, kind: "text" },
      ...heads.map((label) => ({ label, kind: "money" as const })),
    ],
    rows: byTotal(rows).map((row) => [
      ...[row.partyName, ...AGES.map((age) => row[age]), row.totalMinor],
    ]),
  };
}

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import type { PartyPatternRow } from "#contract/treasury.ts";
import { formatCount } from "#renderer/format.ts";
import { BarChart, type BarRow } from "#renderer/ui/charts/BarChart.tsx";
import { indicatorWords } from "#renderer/words/indicators.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./ForecastScreen.module.css";
import { openInvoicesOf, patternsQuery, type Side } from "./read-patterns.ts";

/** Parties drawn: those that owe most, which leave the list below most of the screen. */
const DRAWN = 6;

/** Usual lateness of the parties with the most open, with what eight payments in ten fall within. */
export function LatenessFigure({ side }: { side: Side }) {
  const w = useWords(indicatorWords);
  const language = useLanguage();
  const { data } = useQuery(patternsQuery(side));
  const drawn = useMemo(() => (data?.parties ?? []).slice(0, DRAWN), [data]);
  const rows = useMemo(() => drawn.map((party) => barOf(party, side)), [drawn, side]);
  const table = useMemo(() => tableOf(drawn, w), [drawn, w]);
  // With fewer than two there is nothing to compare: the list says it all.
  if (rows.length < 2) return null;
  const isCustomers = side === "customer";
  return (
    <div className={styles.curve}>
      <BarChart
        title={isCustomers ? w.customersLate : w.suppliersLate}
        description={w.lateDescription(formatCount(rows.length, language))}
        fileName={isCustomers ? w.customersLateFile : w.suppliersLateFile}
        table={table}
        empty={w.noPattern}
        kind="days"
        rows={rows}
      />
    </div>
  );
}

function barOf(party: PartyPatternRow, side: Side): BarRow {
  return {
    key: String(party.partyId),
    label: party.partyName,
    value: party.p50Days,
    low: party.p10Days,
    high: party.p90Days,
    tone: party.fromPortfolio ? "muted" : "accent",
    open: () => openInvoicesOf(party.partyName, side),
  };
}

function tableOf(parties: readonly PartyPatternRow[], w: Words<typeof indicatorWords>) {
  const table: ExportedTable = {
    columns: [
      { label: w.party, kind: "text" },
      { label: w.open, kind: "money" },
      { label: w.usual, kind: "days" },
      { label: w.p10, kind: "days" },
      { label: w.p90, kind: "days" },
      { label: w.payments, kind: "number" },
    ],
    rows: parties.map((party) => [
      ...[party.partyName, party.openMinor, party.p50Days],
      ...[party.p10Days, party.p90Days, party.observations],
    ]),
  };
  return table;
}

import { useMemo } from "react";
import { addDays, daysBetween } from "#contract/date.ts";
import type { ExportedTable } from "#contract/exported-table.ts";
import { formatCount, formatDate } from "#renderer/format.ts";
import { WaterfallChart } from "#renderer/ui/charts/WaterfallChart.tsx";
import { WhaleCurve } from "#renderer/ui/charts/WhaleCurve.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { marginWords } from "#renderer/words/margins.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { openInvoicesOf } from "../read-patterns.ts";
import styles from "./Results.module.css";
import type { Margins } from "./read-margins.ts";
import type { Behind } from "./SourcesPanel.tsx";

type W = Words<typeof marginWords>;

interface MarginChartsProps {
  margins: Margins;
  open: (behind: Behind) => void;
}

/** Who brings the margin, and what moved it. */
export function MarginCharts(props: MarginChartsProps) {
  return (
    <div className={styles.charts}>
      <Whale margins={props.margins} />
      {props.margins.drivers.length > 0 && <Drivers {...props} />}
    </div>
  );
}

function Whale({ margins }: { margins: Margins }) {
  const w = useWords(marginWords);
  const language = useLanguage();
  const { clients, whale } = margins;
  const rows = useMemo(
    () =>
      clients.map(({ partyId, partyName, margin, creditMinor }) => ({
        key: String(partyId),
        label: partyName ?? w.nameless,
        amountMinor: (margin.value ?? 0) - creditMinor,
        ...(partyName !== null && { open: () => openInvoicesOf(partyName, "customer") }),
      })),
    [clients, w],
  );
  const table = useMemo<ExportedTable>(
    () => ({
      columns: [
        { label: w.client, kind: "text" },
        { label: w.amount, kind: "money" },
        { label: w.cumulative, kind: "money" },
      ],
      rows: rows.map(({ label, amountMinor }, i) => [
        ...[label, amountMinor, whale[i]?.cumulativeMinor ?? null],
      ]),
    }),
    [rows, whale, w],
  );
  return (
    <WhaleCurve
      title={w.whale}
      description={w.whaleWhat(formatCount(rows.length, language))}
      fileName={w.whaleFile}
      table={table}
      empty={w.none}
      rows={rows}
    />
  );
}

function Drivers({ margins, open }: MarginChartsProps) {
  const w = useWords(marginWords);
  const { drivers, totals, fromOn, toOn } = margins;
  const steps = useMemo(
    () =>
      drivers.map(({ part, figure }) => ({
        key: part,
        label: w[part],
        amountMinor: figure.value ?? 0,
        open: () => open({ title: w[part], subtitle: w.drivers, figure }),
      })),
    [drivers, open, w],
  );
  const openingMinor = steps.reduce((left, step) => left - step.amountMinor, totals.marginMinor);
  const table = useMemo(() => driversTable(steps, totals.marginMinor, w), [steps, totals, w]);
  const opening = useMemo(
    () => ({ label: w.before, amountMinor: openingMinor }),
    [openingMinor, w],
  );
  const beforeOn = addDays(fromOn, -1);
  const sinceOn = addDays(fromOn, -daysBetween(fromOn, toOn) - 1);
  return (
    <WaterfallChart
      title={w.drivers}
      description={w.driversWhat(formatDate(sinceOn), formatDate(beforeOn))}
      fileName={w.driversFile}
      table={table}
      empty={w.noDriver}
      opening={opening}
      steps={steps}
      closingLabel={w.after}
    />
  );
}

function driversTable(
  steps: readonly { label: string; amountMinor: number }[],
  marginMinor: number,
  w: W,
): ExportedTable {
  const moved = steps.reduce((sum, step) => sum + step.amountMinor, 0);
  return {
    columns: [
      { label: w.part, kind: "text" },
      { label: w.amount, kind: "money" },
    ],
    rows: [
      [w.before, marginMinor - moved],
      ...steps.map((step) => [step.label, step.amountMinor]),
      [w.after, marginMinor],
    ],
  };
}

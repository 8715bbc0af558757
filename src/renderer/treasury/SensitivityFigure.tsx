import { useMemo } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import { BarChart, type BarRow } from "#renderer/ui/charts/BarChart.tsx";
import { decisionWords } from "#renderer/words/decisions.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { optionName } from "./decision-sentences.ts";
import styles from "./ForecastScreen.module.css";
import type { SheetOption } from "./use-decisions.ts";

const INPUTS = {
  rate: "inputRate",
  receipts: "inputReceipts",
  payments: "inputPayments",
  delay: "inputDelay",
} as const;

/** How much each assumption moves an option's value, the heaviest first. */
export function SensitivityFigure({ option }: { option: SheetOption }) {
  const w = useWords(decisionWords);
  const rows = useMemo(
    () =>
      option.sensitivity.map(
        ({ input, lowMinor, highMinor }, i): BarRow => ({
          key: input,
          label: w[INPUTS[input]],
          value: Math.abs(highMinor - lowMinor),
          tone: i === 0 ? "accent" : "muted",
        }),
      ),
    [option, w],
  );
  const table = useMemo(
    (): ExportedTable => ({
      columns: [
        { label: w.input, kind: "text" },
        { label: w.low, kind: "money" },
        { label: w.high, kind: "money" },
        { label: w.span, kind: "money" },
      ],
      rows: option.sensitivity.map(({ input, lowMinor, highMinor }) => [
        ...[w[INPUTS[input]], lowMinor, highMinor, Math.abs(highMinor - lowMinor)],
      ]),
    }),
    [option, w],
  );
  const [heaviest] = option.sensitivity;
  if (heaviest === undefined) return null;
  return (
    <div className={styles.curve}>
      <BarChart
        title={w.sensitivity(optionName(option, w), w[INPUTS[heaviest.input]])}
        description={w.sensitivityWhat}
        fileName={w.sensitivityFile}
        table={table}
        empty={w.empty}
        kind="money"
        rows={rows}
      />
    </div>
  );
}

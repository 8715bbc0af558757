import { useMemo } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import { WaterfallChart } from "#renderer/ui/charts/WaterfallChart.tsx";
import { useWords } from "#renderer/words/use-words.ts";
import { varianceWords } from "#renderer/words/variance.ts";
import styles from "./Results.module.css";
import type { Behind } from "./SourcesPanel.tsx";
import type { Variance } from "./VarianceSheets.tsx";

interface VarianceBridgeProps {
  variance: Variance;
  open: (behind: Behind) => void;
}

/** From the budget's result to the actual one; each effect opens on its accounts. */
export function VarianceBridge({ variance, open }: VarianceBridgeProps) {
  const w = useWords(varianceWords);
  const { budgetMinor, actualMinor, bridge } = variance;
  const steps = useMemo(
    () =>
      bridge.map(({ part, figure }) => ({
        ...{ key: part, label: w[part], amountMinor: figure.value ?? 0 },
        open: () => open({ title: w[part], subtitle: w.bridge, figure }),
      })),
    [bridge, open, w],
  );
  const table = useMemo<ExportedTable>(
    () => ({
      columns: [
        { label: w.part, kind: "text" },
        { label: w.amount, kind: "money" },
      ],
      rows: [
        [w.budget, budgetMinor],
        ...steps.map((step) => [step.label, step.amountMinor]),
        [w.actual, actualMinor],
      ],
    }),
    [steps, budgetMinor, actualMinor, w],
  );
  const opening = useMemo(() => ({ label: w.budget, amountMinor: budgetMinor }), [budgetMinor, w]);
  return (
    <div className={styles.wide}>
      <WaterfallChart
        title={w.bridge}
        description={w.bridgeWhat}
        fileName={w.bridgeFile}
        table={table}
        empty={w.noGap}
        opening={opening}
        steps={steps}
        closingLabel={w.actual}
      />
    </div>
  );
}

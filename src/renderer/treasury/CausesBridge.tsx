import { useMemo } from "react";
import { addDays } from "#contract/date.ts";
import type { Causes } from "#contract/treasury-causes.ts";
import { formatDate } from "#renderer/format.ts";
import { BarChart } from "#renderer/ui/charts/BarChart.tsx";
import { WaterfallChart } from "#renderer/ui/charts/WaterfallChart.tsx";
import { useStable } from "#renderer/ui/use-stable.ts";
import { causeWords } from "#renderer/words/causes.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { bridgeTable, type MoveRow } from "./read-causes.ts";

interface BridgeProps {
  found: Causes;
  open: (row: Pick<MoveRow, "factor">) => void;
}

/** What leads from one figure to the other: cash as a bridge, DSO as bars of days. */
export function CausesBridge(props: BridgeProps) {
  const w = useWords(causeWords);
  const { found } = props;
  const open = useStable(props.open);
  const table = useMemo(() => bridgeTable(found, w), [found, w]);
  const steps = useMemo(
    () =>
      found.bridge.map((step) => ({
        ...{ key: step.factor, label: w[step.factor], value: step.figure.value ?? 0 },
        open: () => open(step),
      })),
    [found, w, open],
  );
  const cash = useMemo(() => {
    const moving = steps.filter(({ value }) => value !== 0);
    return {
      opening: {
        label: w.balanceOn(formatDate(found.fromOn)),
        amountMinor: found.opening?.value ?? 0,
      },
      steps: moving.map(({ value, ...step }) => ({ ...step, amountMinor: value })),
    };
  }, [found, steps, w]);
  if (found.kpi === "dso") {
    return (
      <BarChart
        title={w.dsoBridge}
        description={w.dsoDescription}
        fileName={w.dsoFile}
        table={table}
        empty={w.noMove}
        kind="days"
        rows={steps}
      />
    );
  }
  return (
    <WaterfallChart
      title={w.cashBridge}
      description={w.cashDescription(formatDate(addDays(found.fromOn, 1)), formatDate(found.toOn))}
      fileName={w.cashFile}
      table={table}
      empty={w.noMove}
      height={240}
      {...cash}
      closingLabel={w.balanceOn(formatDate(found.toOn))}
    />
  );
}

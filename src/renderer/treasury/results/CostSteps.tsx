import { useMemo } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import type { CostDriftReport, CostLevelRow, CostMoveRow } from "#contract/treasury-cost-drift.ts";
import { go } from "#renderer/app/router.ts";
import { formatMoney } from "#renderer/format.ts";
import { StepChart, type StepPoint } from "#renderer/ui/charts/StepChart.tsx";
import { costWords } from "#renderer/words/costs.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { sourceAddress } from "../source-address.ts";
import styles from "./Results.module.css";
import { rhythmWords } from "./rhythm-words.ts";

interface CostStepsProps {
  costs: CostDriftReport;
  streamKey: string | undefined;
}

/** The levels of one recurring cost since it began, each change marked. */
export function CostSteps({ costs, streamKey }: CostStepsProps) {
  const w = useWords(costWords);
  const language = useLanguage();
  const stream = costs.streams.find((one) => one.streamKey === streamKey);
  const moves = useMemo(
    () =>
      costs.moves
        .filter((move) => move.streamKey === streamKey)
        .toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    [costs, streamKey],
  );
  const points = useMemo(() => (stream ? levelsOf(stream, moves) : []), [stream, moves]);
  const steps = useMemo(
    () =>
      moves.map(({ kind, on, beforeMinor, afterMinor }) => ({
        ...{ key: on, on, label: w[kind], changeMinor: afterMinor - beforeMinor },
      })),
    [moves, w],
  );
  const payments = useMemo(
    () =>
      (stream?.hits ?? []).map(({ on, amountMinor, ref }) => ({
        ...{ on, amountMinor },
        open: ref === null ? undefined : () => go(sourceAddress(ref)),
      })),
    [stream],
  );
  const table = useMemo<ExportedTable>(
    () => ({
      columns: [
        { label: w.on, kind: "date" },
        { label: w.paid, kind: "money" },
        { label: w.level, kind: "money" },
      ],
      rows: (stream?.hits ?? []).map(({ on, amountMinor }) => [
        ...[on, amountMinor, points.findLast((level) => level.on <= on)?.amountMinor ?? null],
      ]),
    }),
    [stream, points, w],
  );
  if (stream === undefined) return null;
  const yearly = formatMoney(stream.yearly.value ?? 0, language);
  return (
    <div className={styles.wide}>
      <StepChart
        title={w.steps([stream.supplier, stream.account].filter(Boolean).join(" · "))}
        description={w.stepsWhat(rhythmWords(stream.periodDays, w, language), yearly)}
        fileName={w.stepsFile}
        table={table}
        empty={w.noStream}
        points={points}
        payments={payments}
        steps={steps}
        toOn={costs.asOn}
      />
    </div>
  );
}

/** From its first payment, a cost stands at a level until each move. */
function levelsOf(stream: CostLevelRow, moves: readonly CostMoveRow[]): StepPoint[] {
  const first = moves[0]?.beforeMinor ?? stream.amountMinor;
  return [
    { on: stream.firstOn, amountMinor: first },
    ...moves.map(({ on, afterMinor }) => ({ on, amountMinor: afterMinor })),
  ];
}

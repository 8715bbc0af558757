import type { Forecast } from "#contract/treasury.ts";
import { go } from "#renderer/app/router.ts";
import { formatDay, formatMovement } from "#renderer/format.ts";
import { Figure } from "#renderer/ui/Figure.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { flowLabel } from "./flow-label.ts";
import styles from "./HomeScreen.module.css";
import { heaviestFlow } from "./read-forecast.ts";
import type { usePosition } from "./use-forecast.ts";

interface PositionFiguresProps {
  position: ReturnType<typeof usePosition>["data"];
  forecast: Forecast | undefined;
}

/** The two figures of the day, then what is owed either way. */
export function PositionFigures({ position, forecast }: PositionFiguresProps) {
  const w = useWords(treasuryWords);
  if (position === undefined) return <FiguresSkeleton />;
  return (
    <section aria-label={w.balanceNow}>
      <div className={styles.figures}>
        <Figure
          size="large"
          label={w.balanceNow}
          amountMinor={position.balanceMinor}
          onExplain={() => go("/bank")}
        />
        {forecast === undefined ? <FigureSkeleton /> : <Lowest forecast={forecast} />}
      </div>
      <div className={styles.small}>
        <Figure
          label={w.receivable}
          amountMinor={position.receivableMinor}
          onExplain={() => go("/sales?state=open")}
        />
        <Figure
          label={w.lateReceivable}
          amountMinor={position.lateReceivableMinor}
          onExplain={() => go("/sales?state=late")}
        />
        <Figure
          label={w.payable}
          amountMinor={position.payableMinor}
          onExplain={() => go("/purchases?state=open")}
        />
      </div>
    </section>
  );
}

function Lowest({ forecast }: { forecast: Forecast }) {
  const w = useWords(treasuryWords);
  const language = useLanguage();
  const { lowest, floorMinor } = forecast;
  const heaviest = heaviestFlow(forecast);
  return (
    <div className={styles.figure}>
      <Figure
        size="large"
        label={w.lowest(90, formatDay(lowest.on, language, forecast.asOn))}
        amountMinor={lowest.balanceMinor}
        onExplain={() => go(`/treasury?day=${lowest.on}`)}
      />
      <span className={styles.dim}>
        <StateChip {...levelOf(lowest.balanceMinor, floorMinor, w)} />{" "}
        {heaviest !== undefined &&
          w.lowestBecause(
            flowLabel(heaviest, w),
            formatMovement(heaviest.amountMinor, language),
            formatDay(heaviest.on, language, forecast.asOn),
          )}
      </span>
    </div>
  );
}

function levelOf(
  minor: number,
  floorMinor: number,
  w: { underZero: string; underFloor: string; aboveFloor: string },
) {
  if (minor < 0) return { word: w.underZero, tone: "alert" as const };
  if (minor < floorMinor) return { word: w.underFloor, tone: "wait" as const };
  return { word: w.aboveFloor, tone: "done" as const };
}

function FiguresSkeleton() {
  const w = useWords(treasuryWords);
  return (
    <section aria-busy="true" aria-label={w.loading}>
      <div className={styles.figures}>
        <FigureSkeleton />
        <FigureSkeleton />
      </div>
      <div className={styles.small}>
        <div className={styles.skeleton} style={{ width: "26rem", height: "1.5rem" }} />
      </div>
    </section>
  );
}

function FigureSkeleton() {
  return <div className={styles.skeleton} style={{ width: "14rem", height: "3.25rem" }} />;
}

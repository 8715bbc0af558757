import { go } from "#renderer/app/router.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { formatDay } from "#renderer/format.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { ForecastFigure } from "./ForecastFigure.tsx";
import styles from "./HomeScreen.module.css";
import { Narrative } from "./Narrative.tsx";
import { PositionFigures } from "./PositionFigures.tsx";
import { Proofs } from "./Proofs.tsx";
import { ToDoList } from "./ToDoList.tsx";
import { useForecast, usePosition } from "./use-forecast.ts";

/** The owner's page: what is in the bank, how low it goes, what to do. */
export function HomeScreen() {
  const w = useWords(treasuryWords);
  const language = useLanguage();
  const company = useBookStatus().data?.company?.name;
  const position = usePosition();
  const forecast = useForecast();
  const asOn = position.data?.asOn;
  const hasNoBank = position.data?.asOn === null;
  return (
    <>
      <PageHead
        title={w.home}
        period={asOn ? w.balanceOn(formatDay(asOn, language, "0000")) : company}
      />
      <div className={styles.page}>
        <div className={styles.main}>
          {position.isError && (
            <ProblemNotice error={position.error} onRetry={() => void position.refetch()} />
          )}
          {hasNoBank && (
            <EmptyState
              sentence={w.noBank}
              action={{ label: w.importStatement, run: () => go("/import") }}
            />
          )}
          {!hasNoBank && !position.isError && (
            <PositionFigures position={position.data} forecast={forecast.data} />
          )}
          {asOn && <Narrative isReady={!forecast.isPending} />}
          {!hasNoBank && (
            <section aria-labelledby="forecast-title">
              <h2 id="forecast-title" className={styles.heading}>
                {w.forecast90}
              </h2>
              <ForecastFigure query={forecast} height={240} />
              {forecast.isSuccess && <a href="#/treasury">{w.openForecast}</a>}
            </section>
          )}
        </div>
        <div className={styles.side}>
          <ToDoList position={position.data} />
          <Proofs />
        </div>
      </div>
    </>
  );
}

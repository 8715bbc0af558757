import { useQuery } from "@tanstack/react-query";
import type { YearState } from "#contract/closing.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { closingWords } from "#renderer/words/closing.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { AllocateResult } from "./AllocateResult.tsx";
import { Checklist } from "./Checklist.tsx";
import styles from "./Closing.module.css";
import { OpenNext } from "./OpenNext.tsx";
import { Periods } from "./Periods.tsx";

/** Each fiscal year, newest first: its months, what must be seen, its closing and its result. */
export function ClosingScreen(_: ScreenProps) {
  const w = useWords(closingWords);
  const years = useQuery({
    queryKey: ["closing", "years"],
    queryFn: ({ signal }) => office.closing.listYears({}, { signal }),
  });
  const rows = years.data ?? [];
  return (
    <>
      <PageHead title={w.title} />
      <div className={styles.page}>
        {years.isError && (
          <ProblemNotice error={years.error} onRetry={() => void years.refetch()} />
        )}
        {rows.length > 0 && <OpenNext lastEndsOn={rows.at(-1)!.endsOn} />}
        {rows.toReversed().map((year) => (
          <Year
            key={year.fiscalYearId}
            year={year}
            previous={rows.find((one) => one.endsOn < year.startsOn && isJustBefore(one, year))}
          />
        ))}
      </div>
    </>
  );
}

function isJustBefore(one: YearState, year: YearState): boolean {
  const days = Date.parse(year.startsOn) - Date.parse(one.endsOn);
  return days === 86_400_000;
}

function Year({ year, previous }: { year: YearState; previous: YearState | undefined }) {
  const w = useWords(closingWords);
  const language = useLanguage();
  const name = year.endsOn.slice(0, 4);
  const titleId = `year-${year.fiscalYearId}`;
  return (
    <section className={styles.year} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId}>{w.year(name)}</h2>
        <span className={styles.dim}>
          {w.from(formatDate(year.startsOn), formatDate(year.endsOn))}
        </span>
        <StateChip
          word={year.isClosed ? w.closed : w.running}
          tone={year.isClosed ? "done" : "accent"}
        />
        <a href="#/entries/balance">
          {w.result} {formatMoney(year.resultMinor, language)}
        </a>
        {year.openingEntryId !== null && (
          <a href={`#/entries?entry=${year.openingEntryId}`}>{w.seeOpening}</a>
        )}
      </div>
      <Periods periods={year.periods} isYearClosed={year.isClosed} />
      {previous?.isClosed === true && <AllocateResult year={year} />}
      {!year.isClosed && <Checklist year={year} />}
    </section>
  );
}

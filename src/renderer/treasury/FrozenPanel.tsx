import { useQuery } from "@tanstack/react-query";
import type { FrozenWeek } from "#contract/treasury-frozen.ts";
import { formatAmount, formatDate, formatMoney, formatShare } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { scenarioWords } from "#renderer/words/scenarios.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Scenarios.module.css";

/** A frozen forecast beside what came, week by week, with its measured error. */
export function FrozenPanel({ frozenId, onClose }: { frozenId: number; onClose: () => void }) {
  const w = useWords(scenarioWords);
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ["treasury", "frozen", frozenId],
    queryFn: ({ signal }) => office.treasury.compareFrozen({ frozenId }, { signal }),
  });
  const title = data === undefined ? w.frozen : w.asOn(formatDate(data.frozen.asOn));
  return (
    <DetailPanel
      title={title}
      subtitle={data?.frozen.scenario || w.none}
      onClose={onClose}
      takesFocus={true}
    >
      {error !== null && <ProblemNotice error={error} />}
      {data !== undefined && data.weeks.length === 0 && <p className={styles.dim}>{w.noWeek}</p>}
      {data !== undefined && data.weeks.length > 0 && (
        <>
          <p>
            {w.wape(
              percent(data.wape.receipts, language),
              percent(data.wape.payments, language),
              formatMoney(data.wape.balanceErrorMinor ?? 0, language),
            )}
          </p>
          <Weeks weeks={data.weeks} />
        </>
      )}
      {data !== undefined && (
        <p className={styles.digest}>
          {w.digest} {data.frozen.contentHash}
        </p>
      )}
    </DetailPanel>
  );
}

function Weeks({ weeks }: { weeks: readonly FrozenWeek[] }) {
  const w = useWords(scenarioWords);
  const language = useLanguage();
  const cells = (week: FrozenWeek) =>
    [week.receipts, week.payments, week.balance].flatMap((pair) => [
      pair.forecastMinor,
      pair.actualMinor,
    ]);
  return (
    <div className={styles.wide}>
      <table className={styles.parts}>
        <thead>
          <tr>
            {[
              w.week1,
              w.forecastIn,
              w.cameIn,
              w.forecastOut,
              w.cameIn,
              w.forecastBalance,
              w.cameIn,
            ].map((head, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns have the same head.
              <th key={i} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.fromOn}>
              <th scope="row">{formatDate(week.fromOn)}</th>
              {cells(week).map((minor, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells keep their place.
                <td key={i}>{formatAmount(minor, language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function percent(share: number | null, language: Language): string {
  if (share === null) return "–";
  return formatShare(share, language);
}

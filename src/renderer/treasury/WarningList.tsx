import { formatDate, formatMoney } from "#renderer/format.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { warningWords } from "#renderer/words/warnings.ts";
import styles from "./Clients.module.css";
import { placeOf, type Warning, warningSentence } from "./warning-sentence.ts";

/** The alerts in sentences, by falling stake; each leads to the rows behind it. */
export function WarningList({ alerts }: { alerts: readonly Warning[] }) {
  const w = useWords(warningWords);
  const language = useLanguage();
  if (alerts.length === 0) return <EmptyState sentence={w.noAlert} />;
  return (
    <ol className={styles.alerts} aria-label={w.alerts}>
      {alerts.map((alert) => {
        const place = placeOf(alert, w);
        return (
          <li key={`${alert.kind} ${alert.partyId}`}>
            <a href={place.address}>
              <span className={styles.stake}>
                <b>{formatMoney(alert.impact.value ?? 0, language)}</b>
                <span className={styles.dim}>{w[`${alert.kind}-stake`]}</span>
              </span>
              <span className={styles.said}>
                <span>{warningSentence(alert, w, language)}</span>
                <span className={styles.dim}>
                  {w[alert.kind]} · {w.since(formatDate(alert.sinceOn))} ·{" "}
                  {w.measured(
                    alert.impact.reliability.grade,
                    String(alert.impact.reliability.observations),
                  )}
                </span>
              </span>
              <span className={styles.opens}>{place.label}</span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

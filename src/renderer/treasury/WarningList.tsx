import { go } from "#renderer/app/router.ts";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { warningWords } from "#renderer/words/warnings.ts";
import styles from "./Clients.module.css";
import { placeOf, type Warning, warningSentence } from "./warning-sentence.ts";

interface WarningListProps {
  alerts: readonly Warning[];
  /** No detector had anything to look at. */
  isUnread: boolean;
}

/** The alerts in sentences, by falling stake; each leads to the rows behind it. */
export function WarningList({ alerts, isUnread }: WarningListProps) {
  const w = useWords(warningWords);
  const language = useLanguage();
  if (alerts.length === 0) {
    const step = { label: w.import, run: () => go("/import") };
    return (
      <div className={styles.plain}>
        {isUnread ? (
          <EmptyState sentence={w.nothingRead} action={step} />
        ) : (
          <EmptyState sentence={w.noAlert} />
        )}
      </div>
    );
  }
  return (
    <ol className={styles.alerts} aria-label={w.alerts}>
      {alerts.map((alert) => {
        const place = placeOf(alert, w);
        return (
          <li key={`${alert.kind} ${alert.partyId} ${alert.refs[0]?.id}`}>
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

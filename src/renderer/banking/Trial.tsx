import type { RuleTrial } from "#contract/automation.ts";
import { formatCount, formatDate, formatMoney } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { ruleWords } from "#renderer/words/rules.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Banking.module.css";

/** What a rule would do on the lines of the book, in a sentence and by example. */
export function Trial({ trial }: { trial: RuleTrial }) {
  const w = useWords(ruleWords);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  return (
    <section aria-label={w.trial}>
      <p role="status">
        <strong>{w.wouldChange(trial.changed, count(trial.changed))}</strong>{" "}
        {w.wouldTake(count(trial.newly))}{" "}
        {trial.against > 0 && w.wouldContradict(count(trial.against))}{" "}
        <span className={styles.dim}>{w.tried(count(trial.looked))}</span>
      </p>
      <ul className={styles.found}>
        {trial.examples.map((one) => (
          <li key={one.bankLineId}>
            <a href={`#/bank?line=${one.bankLineId}`}>{one.label}</a>{" "}
            <span className={styles.dim}>
              {formatDate(one.bookedOn)} · {formatMoney(one.amountMinor, language)} ·{" "}
              {w.fromTo(one.before ?? w.nothing, one.after ?? w.nothing)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

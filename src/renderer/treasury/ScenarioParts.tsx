import type { ComparedScenario, ScenarioDifference } from "#contract/treasury-plan.ts";
import { formatMovement } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { scenarioWords } from "#renderer/words/scenarios.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Scenarios.module.css";

/** What each assumption adds at 30, 60, 90 days and at the lowest point, and their sum. */
export function ScenarioParts({ scenario }: { scenario: ComparedScenario }) {
  const w = useWords(scenarioWords);
  const language = useLanguage();
  const cells = (difference: ScenarioDifference) =>
    (["d30", "d60", "d90", "lowest"] as const).map((key) => {
      const minor = difference[key];
      return <td key={key}>{minor === null ? "" : formatMovement(minor, language)}</td>;
    });
  return (
    <>
      <h3 className={styles.heading}>{w.parts}</h3>
      <table className={styles.parts}>
        <thead>
          <tr>
            <td />
            <th scope="col">{w.in30}</th>
            <th scope="col">{w.in60}</th>
            <th scope="col">{w.in90}</th>
            <th scope="col">{w.lowest}</th>
          </tr>
        </thead>
        <tbody>
          {scenario.parts.map(({ assumption, difference }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the order.
            <tr key={i}>
              <th scope="row">{w[assumption.kind]}</th>
              {cells(difference)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.total}</th>
            {cells(scenario.difference)}
          </tr>
        </tfoot>
      </table>
      <p className={styles.dim}>{w.partsWhy}</p>
    </>
  );
}

import type { Chance, Stress, StressFinding } from "#contract/treasury-stress.ts";
import { formatCount, formatDate, formatShortMoney } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { stressWords } from "#renderer/words/stress.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { GradeChip } from "./GradeChip.tsx";
import { chanceWords, giveWords } from "./read-stress.ts";
import styles from "./Sections.module.css";

/** The chances to be below the floor, and the cash that would keep above it. */
export function StressRisks({ data, finding }: { data: Stress; finding: StressFinding }) {
  const w = useWords(stressWords);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  const money = (minor: number | null) => formatShortMoney(minor ?? 0, language);
  const { buffer, worst } = finding;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{w.risks}</h2>
      <table className={styles.facts}>
        <thead>
          <tr>
            <td />
            <th scope="col">{w.thatDay}</th>
            <th scope="col">{w.soFar}</th>
          </tr>
        </thead>
        <tbody>
          {finding.risks.map((risk) => (
            <tr key={risk.days}>
              <th scope="row">{w.at(count(risk.days), formatDate(risk.on))}</th>
              <ChanceCell chance={risk.onDay} />
              <ChanceCell chance={risk.soFar} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.dim}>{w.riskNote(count(data.runs))}</p>
      <p>{buffer.value === 0 ? w.noBuffer : w.buffer(money(buffer.value))}</p>
      <p>{w.worst(money(worst.value))}</p>
      <GradeChip {...data.reliability} />
    </section>
  );
}

function ChanceCell({ chance }: { chance: Chance }) {
  const w = useWords(stressWords);
  const language = useLanguage();
  return (
    <td>
      {chanceWords(chance, w, language)}
      <span className={styles.give}>{giveWords(chance, w, language)}</span>
    </td>
  );
}

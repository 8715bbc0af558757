import { formatCount, formatDate } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { analysisWords } from "#renderer/words/analyses.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { sourceWords } from "#renderer/words/sources.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { changeText, figureName, figureText } from "./figure-words.ts";
import { SourceList } from "./results/SourceList.tsx";
import styles from "./Scenarios.module.css";
import type { Change } from "./use-analyses.ts";

const FEW_OBSERVATIONS = 3;
const MOST_SOURCES = 12;

/** One figure that moved: from what to what, how far to believe it, and the rows behind it. */
export function ChangePanel({ change, onClose }: { change: Change; onClose: () => void }) {
  const w = useWords(analysisWords);
  const sources = useWords(sourceWords);
  const language = useLanguage();
  const { unit, refs, name, reliability } = change;
  const told = (value: number | null) =>
    value === null ? w.absent : figureText(value, unit, language);
  const { grade, observations } = reliability;
  const isFew = name !== null && observations < FEW_OBSERVATIONS;
  const believed = isFew ? sources.reliabilityFromAll : sources.reliability;
  return (
    <DetailPanel
      title={figureName(change.key, language)}
      subtitle={name ?? w[change.engine]}
      onClose={onClose}
      takesFocus={true}
    >
      <div className={styles.form}>
        <p>{w.compared(formatDate(change.fromOn), formatDate(change.toOn))}</p>
        <table className={styles.parts}>
          <tbody>
            <tr>
              <th scope="row">{w.from}</th>
              <td>{told(change.from)}</td>
            </tr>
            <tr>
              <th scope="row">{w.to}</th>
              <td>{told(change.to)}</td>
            </tr>
            <tr>
              <th scope="row">{w.by}</th>
              <td>{changeText(change, language)}</td>
            </tr>
          </tbody>
        </table>
        <p className={styles.dim}>{believed(grade, formatCount(observations, language))}</p>
        <h3 className={styles.heading}>{sources.sources}</h3>
        {refs.length === 0 ? (
          <p className={styles.dim}>{w.noRows}</p>
        ) : (
          <SourceList refs={refs.slice(0, MOST_SOURCES)} />
        )}
      </div>
    </DetailPanel>
  );
}

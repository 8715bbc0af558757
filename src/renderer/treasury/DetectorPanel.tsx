import type { z } from "zod";
import type { detectorSchema } from "#contract/treasury-warnings.ts";
import { formatCount } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { warningWords } from "#renderer/words/warnings.ts";
import styles from "./Clients.module.css";
import { detectorMeaning } from "./detector-words.ts";
import { wholePercent } from "./risk-words.ts";
import { decimal } from "./warning-sentence.ts";

interface PanelProps {
  detector: z.infer<typeof detectorSchema>;
  onClose: () => void;
}

/** One detector: what it looks at, how it is judged, and its measured record. */
export function DetectorPanel({ detector, onClose }: PanelProps) {
  const w = useWords(warningWords);
  const language = useLanguage();
  const count = (value: number) => formatCount(value, language);
  const rate = (share: number | null) => (share === null ? "–" : wholePercent(share, language));
  const rows = [
    [w.judged, count(detector.alerts)],
    [w.hits, count(detector.hits)],
    [w.hitRate, rate(detector.hitRate)],
    [w.cases, count(detector.observations)],
    [w.baseRate, rate(detector.baseRate)],
    [w.lift, detector.lift === null ? "–" : w.times(decimal(detector.lift, language))],
  ];
  return (
    <DetailPanel
      title={w[detector.name]}
      subtitle={detectorMeaning(detector, w, language)}
      takesFocus
      onClose={onClose}
    >
      <h3 className={styles.part}>{w.looksAt}</h3>
      <p>{w[`${detector.name}-looks`]}</p>
      <h3 className={styles.part}>{w.record}</h3>
      <table className={styles.sums} aria-label={w.record}>
        <tbody>
          {rows.map(([label, said]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.dim}>{w.horizon(count(detector.horizonDays))}</p>
      <p className={styles.dim}>{w.baseWhy}</p>
      <p className={styles.dim}>{w.stateWhy}</p>
    </DetailPanel>
  );
}

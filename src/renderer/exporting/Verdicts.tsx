import type { FecCheck } from "#contract/fec.ts";
import { formatCount } from "#renderer/format.ts";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";
import { Findings } from "./Findings.tsx";

/** The two verdicts on a FEC and what was found, each with its line and its source. */
export function Verdicts({ check }: { check: FecCheck }) {
  const w = useWords(exportWords);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  const levels = [
    { name: w.official, verdict: check.official },
    { name: w.law, verdict: check.law },
  ];
  return (
    <>
      <dl className={styles.verdicts}>
        {levels.map(({ name, verdict }) => (
          <div key={name}>
            <dt className={styles.dim}>{name}</dt>
            <dd>
              <StateChip
                word={verdict.conforming ? w.conforming : w.notConforming}
                tone={verdict.conforming ? "done" : "alert"}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.dim}>{w.read(count(check.lines), count(check.entries))}</p>
      <Findings check={check} />
      <p className={styles.dim}>{w.binds}</p>
    </>
  );
}

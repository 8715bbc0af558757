import type { FecCheck } from "#contract/exports.ts";
import { formatCount } from "#renderer/format.ts";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";

/** The two verdicts on a FEC and what was found, each with its line and its source. */
export function Verdicts({ check }: { check: FecCheck }) {
  const w = useWords(exportWords);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  const levels = [
    { name: w.official, verdict: check.official },
    { name: w.law, verdict: check.law },
  ];
  const findings = levels.flatMap((level) => level.verdict.findings);
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
      {findings.length === 0 ? <p className={styles.dim}>{w.noFinding}</p> : null}
      {findings.length > 0 && (
        <table className={styles.findings}>
          <caption className="unseen">{w.findings}</caption>
          <thead>
            <tr>
              <th scope="col">{w.rule}</th>
              <th scope="col">{w.line}</th>
              <th scope="col">{w.times}</th>
              <th scope="col">{w.source}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map((f) => (
              <tr key={`${f.rule} ${f.column ?? ""}`}>
                <td>{f[language]}</td>
                <td>{f.line === undefined ? "–" : count(f.line)}</td>
                <td>{count(f.count)}</td>
                <td>{f.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.dim}>{w.binds}</p>
    </>
  );
}

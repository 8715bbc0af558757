import type { ImportReport } from "#contract/procedure.ts";
import { formatCount, formatMoney } from "#renderer/format.ts";
import { rowSentence } from "#renderer/ui/row-sentence.ts";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { importWords } from "#renderer/words/importing.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Import.module.css";

/** What an import did or would do: counts, refused rows with line and reason, and remarks. */
export function Report({ report }: { report: ImportReport }) {
  const w = useWords(importWords);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  const counts = [
    [w.found, count(report.found)],
    [w.added, count(report.added)],
    [w.already, count(report.already)],
    [w.refused, count(report.refused.length)],
    [w.inBook, count(report.inBook.rows)],
    [w.total, formatMoney(report.inBook.totalMinor, language)],
  ] as const;
  return (
    <>
      <StateChip
        word={report.preview ? w.preview : w.done}
        tone={report.preview ? "wait" : "done"}
      />
      <dl className={styles.counts} aria-label={w.report(report.fileName)}>
        {counts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Sentences title={w.refusedRows} rows={report.refused} />
      <Sentences title={w.notes} rows={report.notes} />
      {report.mapping !== undefined && <Columns mapping={report.mapping} />}
    </>
  );
}

function Sentences(props: {
  title: string;
  rows: readonly { code: string; facts: Record<string, unknown> }[];
}) {
  const language = useLanguage();
  const { title, rows } = props;
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.rows}>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report's rows never move.
          <li key={i}>{rowSentence(row, language)}</li>
        ))}
      </ul>
    </section>
  );
}

function Columns({ mapping }: { mapping: Record<string, string> }) {
  const w = useWords(importWords);
  const used = Object.values(mapping).filter((header) => header !== "");
  return (
    <p className={styles.dim}>
      {w.columns} : {used.join(" · ")}
    </p>
  );
}

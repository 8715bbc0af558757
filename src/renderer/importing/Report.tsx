import type { ImportReport } from "#contract/procedure.ts";
import { type RefusalCode, refusalSentence, refusals } from "#contract/refusals.ts";
import { formatCount, formatMoney } from "#renderer/format.ts";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { frenchSpaces } from "#renderer/words/french-spaces.ts";
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
          <li key={i}>{sentenceOf(row, language)}</li>
        ))}
      </ul>
    </section>
  );
}

/** A row's sentence; a code that this version does not know is shown as it is. */
function sentenceOf(
  row: { code: string; facts: Record<string, unknown> },
  language: "fr" | "en",
): string {
  if (!Object.hasOwn(refusals, row.code)) return row.code;
  const sentence = refusalSentence(row.code as RefusalCode, row.facts, language);
  return language === "fr" ? frenchSpaces(sentence) : sentence;
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

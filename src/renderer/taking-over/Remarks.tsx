import type { TakeOverReport } from "#contract/fec.ts";
import { type RefusalCode, refusalSentence, refusals } from "#contract/refusals.ts";
import { formatCount } from "#renderer/format.ts";
import { fecWords } from "#renderer/words/fec.ts";
import { frenchSpaces } from "#renderer/words/french-spaces.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./TakeOver.module.css";

type Row = TakeOverReport["refused"][number];

/** Lines of a file that are refused or doubtful, each with the office's sentence. */
export function Remarks(props: { title: string; rows: readonly Row[]; count: number }) {
  const w = useWords(fecWords);
  const language = useLanguage();
  const { title, rows, count } = props;
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {count > rows.length && (
        <p className={styles.dim}>{w.shownFirst(formatCount(rows.length, language))}</p>
      )}
      <ul className={styles.rows}>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report's rows never move.
          <li key={i}>{sentenceOf(row, language)}</li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf({ code, facts }: Row, language: "fr" | "en"): string {
  if (!Object.hasOwn(refusals, code)) return code;
  const sentence = refusalSentence(code as RefusalCode, facts, language);
  return language === "fr" ? frenchSpaces(sentence) : sentence;
}

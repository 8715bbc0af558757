import type { WhyMoved } from "#contract/treasury-memory.ts";
import { formatDate } from "#renderer/format.ts";
import { analysisWords } from "#renderer/words/analyses.ts";
import { causeWords } from "#renderer/words/causes.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { movedSentence, namedSentence, signedValue } from "./read-causes.ts";
import styles from "./Sections.module.css";

/** Parts told before "the rest". */
const MOST_PARTS = 3;

/** Why cash and collection days are not what they were: the parts of each move, then the odd ones. */
export function WhyChanged({ why }: { why: readonly WhyMoved[] }) {
  const w = useWords(analysisWords);
  return (
    <section className={styles.why} aria-label={w.why}>
      <h2 className={styles.heading}>{w.why}</h2>
      {why.map((one) => (
        <Why key={one.kpi} why={one} />
      ))}
    </section>
  );
}

function Why({ why }: { why: WhyMoved }) {
  const w = useWords(analysisWords);
  const causes = useWords(causeWords);
  const language = useLanguage();
  const { kpi, fromOn, toOn, bridge, named } = why;
  const said = movedSentence(why, causes, language);
  if (said === undefined) return null;
  const parts = bridge
    .toSorted((a, b) => Math.abs(b.figure.value ?? 0) - Math.abs(a.figure.value ?? 0))
    .slice(0, MOST_PARTS)
    .map(({ factor, figure }) => `${causes[factor]} ${signedValue(figure, causes, language)}`);
  const address = `#/treasury/causes?kpi=${kpi}&from=${fromOn}&to=${toOn}`;
  return (
    <>
      <h3>{kpi === "cash" ? w.inBank : w.receiptDelay}</h3>
      <p>{said}</p>
      <ul className={styles.list}>
        {parts.length > 0 && <li>{w.mostly(parts.join(", "), bridge.length > parts.length)}</li>}
        {named.map((one) => {
          const told = namedSentence(one, causes, language);
          return <li key={told}>{told}</li>;
        })}
      </ul>
      <p>
        <a href={address}>{w.allParts(formatDate(fromOn), formatDate(toOn))}</a>
      </p>
    </>
  );
}

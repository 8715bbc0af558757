import type { Causes } from "#contract/treasury-causes.ts";
import { causeWords } from "#renderer/words/causes.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { GradeChip } from "./GradeChip.tsx";
import { namedSentence } from "./read-causes.ts";
import styles from "./Sections.module.css";

/** What moved more than chance would, each said by how it is known. */
export function NamedCauses({ found }: { found: Causes }) {
  const w = useWords(causeWords);
  const language = useLanguage();
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{w.named}</h2>
      {found.named.length === 0 && <p className={styles.dim}>{w.noneNamed}</p>}
      <ul className={styles.list}>
        {found.named.map((named) => {
          const told = namedSentence(named, w, language);
          return (
            <li key={told}>
              <span>{told}</span>
              <GradeChip {...named.figure.reliability} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

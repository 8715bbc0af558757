import { formatInstant } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { bookWords } from "#renderer/words/book.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./ActionPanel.module.css";
import { actionWords } from "./action-words.ts";
import { factRows } from "./fact-rows.ts";
import type { Action } from "./JournalScreen.tsx";

/** One action: who, when, and what the book held before and after. */
export function ActionPanel({ action, onClose }: { action: Action; onClose: () => void }) {
  const w = useWords(bookWords);
  const language = useLanguage();
  return (
    <DetailPanel
      title={actionWords(action.command, language)}
      subtitle={`${formatInstant(action.atMs, language)} · ${action.person} · ${action.subject}`}
      onClose={onClose}
    >
      <Facts title={w.before} recorded={action.before} />
      <Facts title={w.after} recorded={action.after} />
    </DetailPanel>
  );
}

function Facts({ title, recorded }: { title: string; recorded: string | null }) {
  const w = useWords(bookWords);
  return (
    <section className={styles.facts}>
      <h3>{title}</h3>
      {recorded === null ? (
        <p className={styles.dim}>{w.nothing}</p>
      ) : (
        <dl>
          {factRows(recorded).map((fact) => (
            <div key={fact.name}>
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

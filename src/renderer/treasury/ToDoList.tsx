import { formatCount } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./HomeScreen.module.css";
import type { usePosition } from "./use-forecast.ts";

/** What waits for a person, each with its count and the place where it is done. */
export function ToDoList({ position }: { position: ReturnType<typeof usePosition>["data"] }) {
  const w = useWords(treasuryWords);
  const language = useLanguage();
  const waiting = (position === undefined ? [] : itemsOf(position)).filter((one) => one.count > 0);
  return (
    <section aria-labelledby="to-do-title" aria-busy={position === undefined}>
      <h2 id="to-do-title" className={styles.heading}>
        {w.toDo}
      </h2>
      {position !== undefined && waiting.length === 0 && (
        <p className={styles.dim}>{w.nothingToDo}</p>
      )}
      {position === undefined && <div className={styles.skeleton} style={{ height: "8.5rem" }} />}
      {waiting.length > 0 && (
        <ul className={styles.list}>
          {waiting.map((one) => (
            <li key={one.id}>
              <a href={`#${one.path}`}>
                <b>{formatCount(one.count, language)}</b>
                <span>{w[one.id](one.count)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function itemsOf(position: NonNullable<ReturnType<typeof usePosition>["data"]>) {
  return [
    { id: "suggested", count: position.suggested, path: "/bank?state=suggested" },
    { id: "toMatch", count: position.toMatch, path: "/bank" },
    { id: "toReview", count: position.toReview, path: "/purchases?view=documents" },
    { id: "lateInvoices", count: position.lateInvoices, path: "/sales?state=late" },
    { id: "drafts", count: position.drafts, path: "/entries" },
  ] as const;
}

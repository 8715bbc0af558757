import styles from "#renderer/ledger/LedgerViews.module.css";
import { exportWords } from "#renderer/words/exporting.ts";
import { packWords } from "#renderer/words/pack.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** What leaves the book: files for anyone, and the exchange with the accountant. */
export function ExportViews({ current }: { current: "files" | "pack" }) {
  const w = useWords(exportWords);
  const { title: pack } = useWords(packWords);
  const views = [
    { id: "files", address: "#/exports", label: w.files },
    { id: "pack", address: "#/exports/pack", label: pack },
  ];
  return (
    <nav className={styles.views} aria-label={w.title}>
      {views.map((view) => (
        <a
          key={view.id}
          href={view.address}
          aria-current={view.id === current ? "page" : undefined}
        >
          {view.label}
        </a>
      ))}
    </nav>
  );
}

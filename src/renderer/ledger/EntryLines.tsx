import type { Entry } from "#contract/ledger.ts";
import { formatAmount, formatDate } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./EntryPanel.module.css";

type Line = Entry["lines"][number];

interface EntryLinesProps {
  lines: readonly Line[];
  /** Said above already: a line with the same label does not repeat it. */
  entryLabel: string;
}

/** The lines of one entry, each account leading to its general ledger, with both totals. */
export function EntryLines({ lines, entryLabel }: EntryLinesProps) {
  const w = useWords(ledgerWords);
  const ui = useWords(uiWords);
  const language = useLanguage();
  const amount = (minor: number) => (minor === 0 ? "" : formatAmount(minor, language));
  const total = (side: "debitMinor" | "creditMinor") =>
    formatAmount(
      lines.reduce((sum, line) => sum + line[side], 0),
      language,
    );
  return (
    <table className={styles.lines}>
      <caption className="unseen">{w.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{w.account}</th>
          <th scope="col">{w.lettering}</th>
          <th scope="col" className={styles.amount}>
            {w.debit}
          </th>
          <th scope="col" className={styles.amount}>
            {w.credit}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <a href={`#/entries/account/${line.account}`}>{line.account}</a> {line.accountLabel}
              <span className={styles.sub}>{subOf(line, entryLabel, w.dueOn)}</span>
            </th>
            <td>{line.letter}</td>
            <td className={styles.amount}>{amount(line.debitMinor)}</td>
            <td className={styles.amount}>{amount(line.creditMinor)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {ui.total}
          </th>
          <td className={styles.amount}>{total("debitMinor")}</td>
          <td className={styles.amount}>{total("creditMinor")}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function subOf(line: Line, entryLabel: string, dueOn: (on: string) => string): string {
  const label = line.label === entryLabel ? undefined : line.label;
  const isNamed = label?.startsWith(line.partyName ?? "") === true;
  const party = isNamed ? undefined : line.partyName;
  const due = line.dueOn === null ? undefined : dueOn(formatDate(line.dueOn));
  return [party, label, due].filter(Boolean).join(" · ");
}

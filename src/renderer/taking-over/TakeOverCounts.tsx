import type { TakeOverReport } from "#contract/fec.ts";
import { formatCount, formatDate, formatMoney } from "#renderer/format.ts";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { fecWords } from "#renderer/words/fec.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./TakeOver.module.css";

/** The year of a file and what comes with it, in figures. */
export function TakeOverCounts({ report }: { report: TakeOverReport }) {
  const w = useWords(fecWords);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  const money = (minor: number) => formatMoney(minor, language);
  const { entries, year } = report;
  const figures = [
    [w.found, count(entries.found)],
    [w.added, count(entries.added)],
    [w.already, count(entries.already)],
    [w.refused, count(entries.refused)],
    [w.debit, money(report.debitMinor)],
    [w.credit, money(report.creditMinor)],
    [w.newAccounts, count(report.newAccounts)],
    [w.newJournals, count(report.newJournals)],
    [w.newParties, count(report.newParties)],
    [w.letters, count(report.letters)],
  ] as const;
  return (
    <>
      <div className={styles.head}>
        <StateChip
          word={report.preview ? w.preview : w.done}
          tone={report.preview ? "wait" : "done"}
        />
        <span>
          {w.year(formatDate(year.startsOn), formatDate(year.endsOn))}
          {year.isNew ? ` (${w.newYear})` : ""}
        </span>
      </div>
      <dl className={styles.counts}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

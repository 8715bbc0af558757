import { Button } from "@mantine/core";
import type { YearAhead, YearMonthRow } from "#contract/treasury-year.ts";
import { formatMonth, formatMovement, formatRate } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { yearWords } from "#renderer/words/year-ahead.ts";
import styles from "./ForecastScreen.module.css";

const LAYERS = ["schedule", "open", "recurring", "business", "drafts"] as const;

interface MonthPanelProps {
  month: YearMonthRow;
  /** Of the whole year: those due in the month are shown. */
  drafts: YearAhead["drafts"];
  /** Left out where the daily forecast does not reach. */
  onSeeDays?: ((fromOn: string) => void) | undefined;
  onClose: () => void;
}

/** What a month ahead is made of, and the drafts and quotes that count in it. */
export function MonthPanel({ month, drafts, onSeeDays, onClose }: MonthPanelProps) {
  const w = useWords(yearWords);
  const language = useLanguage();
  const rate = (share: number) => formatRate(Math.round(share * 100) * 100, language);
  const due = drafts.filter(({ dueOn }) => dueOn >= month.fromOn && dueOn <= month.toOn);
  const rows = [
    ...LAYERS.filter((key) => month.layers[key] !== 0).map((key) => {
      return { label: w[key], minor: month.layers[key] };
    }),
    { label: w.change, minor: month.closingMinor - month.openingMinor },
  ];
  return (
    <DetailPanel title={formatMonth(month.toOn, language)} subtitle={w.madeOf} onClose={onClose}>
      <ul className={styles.flows}>
        {rows.map(({ label, minor }) => (
          <li key={label}>
            <span>{label}</span>
            <span className={styles.amount}>{formatMovement(minor, language)}</span>
          </li>
        ))}
        {due.map((draft) => (
          <li key={`${draft.kind} ${draft.id}`}>
            <a
              href={
                draft.kind === "draft" ? "#/entries/drafts" : `#/sales/quotes?quote=${draft.id}`
              }
            >
              {w.draftShare(draft.label, rate(draft.share))}
            </a>
            <span className={styles.amount}>{formatMovement(draft.amountMinor, language)}</span>
          </li>
        ))}
      </ul>
      {onSeeDays !== undefined && (
        <Button variant="default" mt="sm" onClick={() => onSeeDays(month.fromOn)}>
          {w.seeDays}
        </Button>
      )}
    </DetailPanel>
  );
}

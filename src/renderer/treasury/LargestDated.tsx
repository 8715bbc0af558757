import { useMemo } from "react";
import type { Forecast } from "#contract/treasury.ts";
import { formatDay, formatShortMoney } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { yearWords } from "#renderer/words/year-ahead.ts";
import styles from "./ForecastScreen.module.css";
import { largestDated } from "./read-forecast.ts";

const TOLD = 3;

/** The largest movements that a schedule dates; each opens its day. */
export function LargestDated(props: { forecast: Forecast; open: (on: string) => void }) {
  const w = useWords(yearWords);
  const language = useLanguage();
  const told = useMemo(() => largestDated(props.forecast, TOLD), [props.forecast]);
  if (told.length === 0) return null;
  return (
    <p className={styles.dated}>
      <span>{w.largest}</span>
      {told.map(({ on, label, amountMinor }) => (
        <button key={`${on} ${label}`} type="button" onClick={() => props.open(on)}>
          {formatDay(on, language)} · {label} <b>{formatShortMoney(amountMinor, language)}</b>
        </button>
      ))}
    </p>
  );
}

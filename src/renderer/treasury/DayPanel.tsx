import { formatDay, formatMoney, formatMovement } from "#renderer/format.ts";
import { originAddress, originWords } from "#renderer/ledger/origin.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./ForecastScreen.module.css";
import { flowLabel } from "./flow-label.ts";
import type { Flow, ForecastDay } from "./read-forecast.ts";

/** The movements that a forecast day counts, each with its layer and its sources. */
export function DayPanel({ day, onClose }: { day: ForecastDay; onClose: () => void }) {
  const w = useWords(treasuryWords);
  const language = useLanguage();
  const balance = formatMoney(day.balanceMinor, language);
  return (
    <DetailPanel
      title={formatDay(day.on, language, "0000")}
      subtitle={`${w.balanceNow} ${balance}`}
      onClose={onClose}
    >
      {day.flows.length === 0 && <p>{w.noFlow}</p>}
      <ul className={styles.flows}>
        {day.flows.map((flow, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two true flows of a day may be identical.
          <FlowItem key={`${at} ${flow.label}`} flow={flow} />
        ))}
      </ul>
    </DetailPanel>
  );
}

const MOST_SOURCES = 12;

function FlowItem({ flow }: { flow: Flow }) {
  const w = useWords(treasuryWords);
  const ledger = useWords(ledgerWords);
  const language = useLanguage();
  const layer = {
    schedule: w.schedule,
    open: w.open,
    recurring: w.recurring,
    "run-rate": w.runRateLayer,
  }[flow.layer];
  const sources = flow.refs.slice(0, MOST_SOURCES).flatMap((ref) => {
    const address = originAddress(ref.kind, ref.id);
    return address === undefined ? [] : [{ ...ref, address }];
  });
  return (
    <li>
      <span>{flowLabel(flow, w)}</span>
      <span className={styles.amount}>{formatMovement(flow.amountMinor, language)}</span>
      <span className={styles.sources}>
        <StateChip word={layer} tone={flow.layer === "open" ? "accent" : "neutral"} />
        {sources.map((ref, at) => (
          <a key={`${ref.kind} ${ref.id}`} href={ref.address}>
            {originWords(ref.kind, ledger)}
            {sources.length > 1 && ` ${at + 1}`}
          </a>
        ))}
      </span>
    </li>
  );
}

import { useState } from "react";
import { type SourceRef, sourceRefSchema } from "#contract/finding.ts";
import { formatCount, formatDay, formatMoney, formatMovement } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./ForecastScreen.module.css";
import { flowLabel } from "./flow-label.ts";
import type { Flow, ForecastDay } from "./read-forecast.ts";
import { SourceList } from "./results/SourceList.tsx";

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
  const language = useLanguage();
  const layer = {
    schedule: w.schedule,
    open: w.open,
    recurring: w.recurring,
    "run-rate": w.runRateLayer,
  }[flow.layer];
  return (
    <li>
      <span>{flowLabel(flow, w)}</span>
      <span className={styles.amount}>{formatMovement(flow.amountMinor, language)}</span>
      <span className={styles.sources}>
        <StateChip word={layer} tone={flow.layer === "open" ? "accent" : "neutral"} />
      </span>
      <Sources refs={flow.refs.flatMap(rowOf)} />
    </li>
  );
}

/** The schedule has no row to open. */
function rowOf({ kind, id }: Flow["refs"][number]): SourceRef[] {
  const ref = sourceRefSchema.safeParse({ kind, id: String(id) });
  return ref.success && kind !== "schedule" ? [ref.data] : [];
}

/** The rows behind a flow, read by name once they are asked for; a single one is told at once. */
function Sources({ refs }: { refs: readonly SourceRef[] }) {
  const w = useWords(treasuryWords);
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  if (refs.length === 0) return null;
  const shown = refs.slice(0, MOST_SOURCES);
  const left = refs.length - shown.length;
  if (refs.length === 1) return <SourceList refs={shown} />;
  return (
    <details className={styles.behind} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{w.behindFlow(formatCount(refs.length, language))}</summary>
      {isOpen && <SourceList refs={shown} />}
      {isOpen && left > 0 && <p>{w.moreBehind(formatCount(left, language))}</p>}
    </details>
  );
}

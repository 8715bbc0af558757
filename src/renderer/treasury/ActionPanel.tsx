import { Button } from "@mantine/core";
import type { Figure } from "#contract/finding.ts";
import { formatCount, formatMoney } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { actionWords } from "#renderer/words/actions.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./Clients.module.css";
import { NoteReminder } from "./NoteReminder.tsx";
import { goToInvoicesOf } from "./read-risk.ts";
import { wholePercent } from "./risk-words.ts";
import type { ClientAction } from "./use-actions.ts";

type W = Words<typeof actionWords>;

interface ActionPanelProps {
  action: ClientAction;
  /** The day of the analysis. */
  asOn: string;
  onClose: () => void;
}

/** One reminder: the figures that it rests on, how far its effect is an assumption, and its doing. */
export function ActionPanel({ action, asOn, onClose }: ActionPanelProps) {
  const w = useWords(actionWords);
  const language = useLanguage();
  const money = (minor: number) => formatMoney(minor, language);
  const rows = [
    ...action.why.map(({ code, figure }) => [wordOf(code, w), told(figure, w, language)]),
    [w.time, formatCount(action.minutes, language)],
    [w.perMinute, money(action.minorPerMinute)],
  ];
  const { grade, observations } = action.expected.reliability;
  const name = action.partyName ?? "";
  return (
    <DetailPanel
      title={name}
      subtitle={w.inShort(w[action.kind], String(action.minutes))}
      onClose={onClose}
      actions={
        <Button variant="default" onClick={() => goToInvoicesOf(name)}>
          {w.seeInvoices}
        </Button>
      }
    >
      <h3 className={styles.part}>{w.why}</h3>
      <table className={styles.sums} aria-label={w.why}>
        <tbody>
          {rows.map(([label, said]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.expectedNet}</th>
            <td>{money(action.expected.value ?? 0)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.dim}>{w.reliability(grade, formatCount(observations, language))}</p>
      {action.effect === "hypothesis" && <p className={styles.dim}>{w.isHypothesis}</p>}
      <NoteReminder action={action} asOn={asOn} onNoted={onClose} />
      <p className={styles.dim}>{w.nothingActs}</p>
    </DetailPanel>
  );
}

function wordOf(code: string, w: W): string {
  return w[`why-${code}` as "why-open"] ?? code;
}

function told({ value, unit }: Figure, w: W, language: Language): string {
  const known = value ?? 0;
  if (unit === "minor") return formatMoney(known, language);
  if (unit === "share") return wholePercent(known, language);
  return unit === "days" ? w.days(formatCount(known, language)) : formatCount(known, language);
}

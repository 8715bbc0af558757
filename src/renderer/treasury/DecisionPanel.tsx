import { Button, TextInput } from "@mantine/core";
import { formatCount, formatDate, formatMovement } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { decisionWords } from "#renderer/words/decisions.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { DecisionForm } from "./DecisionForm.tsx";
import { type Choice, withInvoice } from "./decision-choice.ts";
import { breakEvenSentence, optionName, ratesSentence } from "./decision-sentences.ts";
import { InvoiceChoice } from "./InvoiceChoice.tsx";
import styles from "./Scenarios.module.css";
import type { SheetOption } from "./use-decisions.ts";

interface PanelProps {
  choice: Choice;
  /** What was found of it: two options for a lease, none while the sheet is weighed. */
  options: readonly SheetOption[];
  onChange: (to: Choice) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** Flows shown of an option; a loan of many years goes on alike. */
const MOST_FLOWS = 14;

/** One choice: its figures to type, and what they make of it. */
export function DecisionPanel({ choice, options, onChange, onRemove, onClose }: PanelProps) {
  const w = useWords(decisionWords);
  const kind = w[choice.template.kind];
  const isRenamed = choice.name !== "" && !choice.name.startsWith(kind);
  return (
    <DetailPanel
      title={choice.name || kind}
      {...(isRenamed ? { subtitle: kind } : {})}
      onClose={onClose}
      takesFocus={true}
      actions={
        <Button variant="default" onClick={onRemove}>
          {w.remove}
        </Button>
      }
    >
      <div className={styles.form}>
        <TextInput
          label={w.name}
          value={choice.name}
          onChange={(event) => onChange({ ...choice, name: event.currentTarget.value })}
        />
        {(choice.template.kind === "collect" || choice.template.kind === "factor") && (
          <InvoiceChoice onTake={(taken) => onChange(withInvoice(choice, taken, kind))} />
        )}
        <DecisionForm
          template={choice.template}
          onChange={(template) => onChange({ ...choice, template })}
        />
      </div>
      {options.map((option) => (
        <Findings key={option.kind} option={option} isNamed={options.length > 1} />
      ))}
    </DetailPanel>
  );
}

function Findings({ option, isNamed }: { option: SheetOption; isNamed: boolean }) {
  const w = useWords(decisionWords);
  const language = useLanguage();
  const shown = option.flows
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(0, MOST_FLOWS);
  const left = option.flows.length - shown.length;
  return (
    <section className={styles.form}>
      <h3 className={styles.heading}>{isNamed ? optionName(option, w) : w.breakEven}</h3>
      <p>{breakEvenSentence(option, w, language)}</p>
      <p>{ratesSentence(option, w, language)}</p>
      <p>
        {w.discountedPayback}{" "}
        {option.discountedPaybackOn === null ? w.never : formatDate(option.discountedPaybackOn)}
      </p>
      <h3 className={styles.heading}>{w.flows}</h3>
      <table className={styles.parts}>
        <thead>
          <tr>
            <th scope="col">{w.date}</th>
            <th scope="col">{w.amount}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((flow, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two flows of a day may be the same.
            <tr key={i}>
              <th scope="row">{formatDate(flow.on)}</th>
              <td>{formatMovement(flow.amountMinor, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className={styles.dim}>{w.flowsMore(formatCount(left, language))}</p>}
    </section>
  );
}

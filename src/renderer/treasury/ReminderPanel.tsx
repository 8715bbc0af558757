import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Reminder } from "#contract/treasury-reminders.ts";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { actionWords } from "#renderer/words/actions.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Clients.module.css";
import { wholePercent } from "./risk-words.ts";

interface ReminderPanelProps {
  reminder: Reminder;
  onClose: () => void;
}

/** A reminder that was made: its invoices, and what became of each. */
export function ReminderPanel({ reminder, onClose }: ReminderPanelProps) {
  const w = useWords(actionWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const { reminderId, kind, doneOn, partyName, invoices } = reminder;
  const forget = async () => {
    try {
      await office.treasury.forgetReminder({ reminderId });
      notify(w.forgotten);
      onClose();
      await client.invalidateQueries({ queryKey: ["treasury"] });
    } catch (caught) {
      setProblem(caught);
    }
  };
  const words = {
    waiting: (on: string) => w.outcomeWaiting(formatDate(on)),
    paid: () => w.outcomePaid,
    unpaid: () => w.outcomeUnpaid,
  };
  return (
    <DetailPanel
      title={partyName}
      subtitle={`${w[kind]} · ${formatDate(doneOn)} · ${reminder.person}`}
      takesFocus
      onClose={onClose}
      actions={
        <Button variant="default" onClick={() => void forget()}>
          {w.forget}
        </Button>
      }
    >
      <table className={styles.sums} aria-label={w.invoices}>
        <tbody>
          {invoices.map((one) => (
            <tr key={one.invoiceId}>
              <th scope="row">
                <a href={`#/sales?invoice=${one.invoiceId}`}>{one.number}</a>
                <br />
                <small>
                  {words[one.outcome](one.deadlineOn)} ·{" "}
                  {w.chanceBefore(wholePercent(one.paidShareBefore, language))}
                </small>
              </th>
              <td>{formatMoney(one.openMinor, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problem !== undefined && <ProblemNotice error={problem} />}
    </DetailPanel>
  );
}

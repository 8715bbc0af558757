import { Button, NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { reminderKindSchema } from "#contract/treasury-reminders.ts";
import { formatCount } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { actionWords } from "#renderer/words/actions.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Clients.module.css";
import type { ClientAction } from "./use-actions.ts";

interface NoteReminderProps {
  action: ClientAction;
  /** The day that is offered first. */
  asOn: string;
  onNoted: () => void;
}

/** Says that a reminder was made, so that its effect is measured. */
export function NoteReminder({ action, asOn, onNoted }: NoteReminderProps) {
  const w = useWords(actionWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [kind, setKind] = useState(action.kind);
  const [doneOn, setDoneOn] = useState(asOn);
  const [problem, setProblem] = useState<unknown>();
  const note = async () => {
    setProblem(undefined);
    const invoiceIds = action.refs.map((ref) => Number(ref.id));
    try {
      const asked = { partyId: action.partyId, kind, doneOn, invoiceIds };
      const { invoices } = await office.treasury.noteReminder(asked);
      notify(invoices === 1 ? w.notedOne : w.noted(formatCount(invoices, language)));
      onNoted();
      await client.invalidateQueries({ queryKey: ["treasury"] });
    } catch (caught) {
      setProblem(caught);
    }
  };
  return (
    <section aria-label={w.done} className={styles.note}>
      <h3 className={styles.part}>{w.done}</h3>
      <p className={styles.dim}>{w.doneWhy}</p>
      <NativeSelect
        label={w.doneKind}
        value={kind}
        data={reminderKindSchema.options.map((value) => ({ value, label: w[value] }))}
        onChange={(event) => setKind(reminderKindSchema.parse(event.currentTarget.value))}
      />
      <DateInput label={w.doneOn} date={doneOn} onChange={(on) => on && setDoneOn(on)} />
      <Button onClick={() => void note()}>{w.note}</Button>
      {problem !== undefined && <ProblemNotice error={problem} />}
    </section>
  );
}

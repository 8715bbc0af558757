import { useState } from "react";
import type { Reminder } from "#contract/treasury-reminders.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatCount, formatMoney } from "#renderer/format.ts";
import { FigureInput } from "#renderer/ui/FigureInput.tsx";
import { actionWords } from "#renderer/words/actions.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { ActionEffects } from "./ActionEffects.tsx";
import { ActionList } from "./ActionList.tsx";
import { ActionPanel } from "./ActionPanel.tsx";
import { AnswerPage } from "./AnswerPage.tsx";
import styles from "./Clients.module.css";
import { PaymentsOut } from "./PaymentsOut.tsx";
import { ReminderList } from "./ReminderList.tsx";
import { ReminderPanel } from "./ReminderPanel.tsx";
import { type Actions, useActions } from "./use-actions.ts";

const USUAL_MINUTES = 60;
const MOST_MINUTES = 10_000;

/** What to do first: reminders within the minutes typed, then payments in their legal order. */
export function ActionsScreen(_: ScreenProps) {
  const w = useWords(actionWords);
  const budget = useMinutes();
  const query = useActions(budget.minutes);
  const [openedId, setOpenedId] = useState<number>();
  const [reminder, setReminder] = useState<Reminder>();
  const opened = query.data?.actions.find((one) => one.partyId === openedId);
  const open = (to: { partyId?: number; reminder?: Reminder }) => {
    setOpenedId(to.partyId);
    setReminder(to.reminder);
  };
  const close = () => open({});
  return (
    <AnswerPage
      {...{ view: "actions", title: w.title, on: w.on, loading: w.loading, query }}
      detail={
        reminder !== undefined ? (
          <ReminderPanel key={reminder.reminderId} reminder={reminder} onClose={close} />
        ) : (
          opened &&
          query.data && (
            <ActionPanel
              key={opened.partyId}
              action={opened}
              asOn={query.data.asOn}
              onClose={close}
            />
          )
        )
      }
    >
      {(data) => (
        <>
          <div className={styles.budget}>
            <FigureInput
              label={w.minutes}
              value={budget.typed}
              unit={w.minutesUnit}
              error={budget.isWrong ? w.minutesError : undefined}
              onChange={budget.type}
            />
            <Summary actions={data} />
          </div>
          <ActionList actions={data.actions} open={(partyId) => open({ partyId })} close={close} />
          <PaymentsOut payments={data.payments} />
          <ActionEffects effects={data.effects} />
          <ReminderList onOpen={(to) => open({ reminder: to })} onBack={close} />
        </>
      )}
    </AnswerPage>
  );
}

/** The minutes typed; the last that make sense are those asked for. */
function useMinutes() {
  const [typed, setTyped] = useState<number | undefined>(USUAL_MINUTES);
  const [minutes, setMinutes] = useState(USUAL_MINUTES);
  const isRight = (value: number) => value >= 0 && value <= MOST_MINUTES;
  const type = (value: number | undefined) => {
    setTyped(value);
    if (value !== undefined && isRight(value)) setMinutes(value);
  };
  return { typed, minutes, type, isWrong: typed !== undefined && !isRight(typed) };
}

function Summary({ actions: { actions, leftOut, ...told } }: { actions: Actions }) {
  const w = useWords(actionWords);
  const language = useLanguage();
  const minutes = formatCount(told.minutes, language);
  const used = formatCount(told.usedMinutes, language);
  const sum = actions.reduce((total, one) => total + (one.expected.value ?? 0), 0);
  const expected = formatMoney(sum, language);
  const count = formatCount(actions.length, language);
  return (
    <div aria-live="polite">
      <p>
        {actions.length === 0 && w.chosenNone(minutes)}
        {actions.length === 1 && w.chosenOne(used, minutes, expected)}
        {actions.length > 1 && w.chosen(count, used, minutes, expected)}{" "}
        {leftOut > 0 && w.leftOut(formatCount(leftOut, language))}
      </p>
      <p className={styles.dim}>{w.nothingActs}</p>
    </div>
  );
}

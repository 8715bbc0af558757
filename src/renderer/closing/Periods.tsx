import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { YearState } from "#contract/closing.ts";
import { formatMonth, formatShortMonth } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { closingWords } from "#renderer/words/closing.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Closing.module.css";

type State = YearState["periods"][number]["state"];

/** The months of a year with their locks, and what locks, lifts or closes them. */
export function Periods(props: { periods: YearState["periods"]; isYearClosed: boolean }) {
  const { periods } = props;
  const w = useWords(closingWords);
  const language = useLanguage();
  const words: Record<State, string> = { open: w.open, locked: w.locked, closed: w.monthClosed };
  return (
    <>
      <ol className={styles.months} aria-label={w.months}>
        {periods.map(({ month, state }) => (
          <li key={month} data-state={state}>
            <span>{formatShortMonth(month, language)}</span>
            <span className={styles.state}>{words[state]}</span>
          </li>
        ))}
      </ol>
      {!props.isYearClosed && <SetPeriods periods={periods} />}
    </>
  );
}

function SetPeriods({ periods }: { periods: YearState["periods"] }) {
  const w = useWords(closingWords);
  const language = useLanguage();
  const client = useQueryClient();
  const firstOpen = periods.find((p) => p.state === "open") ?? periods.at(-1);
  const [chosen, setChosen] = useState<string>();
  const [isAsking, setIsAsking] = useState(false);
  const month = chosen ?? firstOpen?.month ?? "";
  const set = useMutation({
    mutationFn: (state: State) => office.closing.setPeriods({ month, state }),
    onSuccess: async () => {
      // What was just locked stays chosen, so that it can be lifted at once.
      setChosen(month);
      await client.invalidateQueries();
    },
  });
  return (
    <>
      <div className={styles.actions}>
        <NativeSelect
          label={w.untilMonth}
          value={month}
          data={periods.map((p) => ({ value: p.month, label: formatMonth(p.month, language) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => set.mutate("locked")}>
          {w.lock}
        </Button>
        <Button variant="default" onClick={() => set.mutate("open")}>
          {w.unlock}
        </Button>
        <Button variant="default" onClick={() => setIsAsking(true)}>
          {w.closeMonths}
        </Button>
      </div>
      {set.isError && <ProblemNotice error={set.error} />}
      <ConfirmDialog
        isOpen={isAsking}
        title={w.closeMonthsTitle(month === "" ? "" : formatMonth(month, language))}
        verb={w.closeYearVerb}
        isFinal
        isDestructive
        onConfirm={async () => {
          await set.mutateAsync("closed");
        }}
        onClose={() => setIsAsking(false)}
      >
        {w.closeMonthsWhat}
      </ConfirmDialog>
    </>
  );
}

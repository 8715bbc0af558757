import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type AccrualKind, accrualKindSchema } from "#contract/entry.ts";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { enteringWords } from "#renderer/words/entering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Entering.module.css";

/** Prepaid and accrued amounts: a draft at the period's end that reverses itself the day after. */
export function Accrual() {
  const w = useWords(enteringWords);
  const client = useQueryClient();
  const [kind, setKind] = useState<AccrualKind>("prepaid-expense");
  const [account, setAccount] = useState("616");
  const [label, setLabel] = useState("");
  const [netMinor, setNetMinor] = useState<number>();
  const [rate, setRate] = useState("0");
  const [periodEndsOn, setPeriodEndsOn] = useState(`${todayHere().slice(0, 4)}-12-31`);
  const make = useMutation({
    mutationFn: () => {
      const rateBps = Math.round(Number(rate.replace(",", ".")) * 100) || 0;
      const asked = { kind, account, label, netMinor: netMinor ?? 0, rateBps, periodEndsOn };
      return office.entry.accrue(asked);
    },
    onSuccess: async () => {
      notify(w.draftMade);
      await client.invalidateQueries();
    },
  });
  return (
    <section>
      <h2>{w.accrual}</h2>
      <div className={styles.form}>
        <NativeSelect
          label={w.kind}
          value={kind}
          data={accrualKindSchema.options.map((value) => ({ value, label: w[value] }))}
          onChange={(event) => setKind(accrualKindSchema.parse(event.currentTarget.value))}
        />
        <TextInput
          label={w.account}
          value={account}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
        <TextInput
          label={w.label}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <MoneyInput label={w.net} amountMinor={netMinor} onChange={setNetMinor} />
        <TextInput
          label={w.vatRate}
          value={rate}
          onChange={(event) => setRate(event.currentTarget.value)}
        />
        <DateInput
          label={w.periodEnd}
          date={periodEndsOn}
          onChange={(date) => date && setPeriodEndsOn(date)}
        />
        <Button disabled={label === "" || !netMinor} onClick={() => make.mutate()}>
          {w.makeDraft}
        </Button>
      </div>
      {make.isError && <ProblemNotice error={make.error} />}
    </section>
  );
}

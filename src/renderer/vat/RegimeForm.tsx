import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { VatRegime } from "#contract/vat.ts";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { vatWords } from "#renderer/words/vat.ts";
import styles from "./Vat.module.css";

const REGIMES = ["ca3-month", "ca3-quarter", "ca12", "none"] as const;

/** How the company declares VAT, from a date on. */
export function RegimeForm() {
  const w = useWords(vatWords);
  const client = useQueryClient();
  const [asked, setAsked] = useState<VatRegime>({
    fromOn: `${todayHere().slice(0, 4)}-01-01`,
    regime: "ca3-month",
    salesOnDebits: false,
    boughtOnDebits: true,
    coefficientBps: 10_000,
  });
  const change = (to: Partial<VatRegime>) => setAsked((now) => ({ ...now, ...to }));
  const keep = useMutation({
    mutationFn: () => office.vat.setRegime(asked),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <section className={styles.form} aria-label={w.regime}>
      <p className={styles.dim}>{w.regimeWhy}</p>
      <div className={styles.row}>
        <NativeSelect
          label={w.regime}
          value={asked.regime}
          data={REGIMES.map((value) => ({ value, label: w[value] }))}
          onChange={(event) => change({ regime: event.currentTarget.value as VatRegime["regime"] })}
        />
        <DateInput
          label={w.regimeFrom}
          date={asked.fromOn}
          onChange={(fromOn) => fromOn && change({ fromOn })}
        />
        <TextInput
          type="number"
          min={0}
          max={100}
          label={w.coefficient}
          value={asked.coefficientBps / 100}
          onChange={(event) =>
            change({ coefficientBps: Math.round(Number(event.currentTarget.value) * 100) })
          }
        />
      </div>
      <Checkbox
        label={w.salesOnDebits}
        checked={asked.salesOnDebits}
        onChange={(event) => change({ salesOnDebits: event.currentTarget.checked })}
      />
      <Checkbox
        label={w.boughtOnDebits}
        checked={asked.boughtOnDebits}
        onChange={(event) => change({ boughtOnDebits: event.currentTarget.checked })}
      />
      {keep.isError && <ProblemNotice error={keep.error} />}
      <div>
        <Button loading={keep.isPending} onClick={() => keep.mutate()}>
          {w.keepRegime}
        </Button>
      </div>
    </section>
  );
}

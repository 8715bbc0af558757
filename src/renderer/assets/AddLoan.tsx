import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Loan } from "#contract/assets.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { assetWords } from "#renderer/words/assets.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Assets.module.css";

type Draft = Pick<Loan, "label" | "account" | "firstOn" | "every" | "kind"> & {
  principalMinor: number | undefined;
  insuranceMinor: number | undefined;
  rate: string;
  instalments: string;
};

const EMPTY: Draft = {
  ...{ label: "", account: "164", firstOn: todayHere(), every: "month", kind: "annuity" },
  ...{ principalMinor: undefined, insuranceMinor: undefined, rate: "", instalments: "60" },
};

/** Enters a loan by its terms. */
export function AddLoan() {
  const w = useWords(assetWords);
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>();
  const add = async () => {
    if (draft === undefined) return;
    const { rate, instalments, principalMinor = 0, insuranceMinor = 0, ...rest } = draft;
    await office.assets.addLoan({
      ...{ ...rest, principalMinor, insuranceMinor },
      rateBps: Math.round(Number(rate.replace(",", ".")) * 100) || 0,
      instalments: Number(instalments) || 0,
    });
    await client.invalidateQueries();
  };
  return (
    <>
      <Button variant="default" onClick={() => setDraft(EMPTY)}>
        {w.addLoan}
      </Button>
      <ConfirmDialog
        isOpen={draft !== undefined}
        title={w.addLoan}
        verb={w.addVerb}
        onConfirm={add}
        onClose={() => setDraft(undefined)}
      >
        {draft !== undefined && (
          <Fields draft={draft} onChange={(to) => setDraft({ ...draft, ...to })} />
        )}
      </ConfirmDialog>
    </>
  );
}

function Fields({ draft, onChange }: { draft: Draft; onChange: (to: Partial<Draft>) => void }) {
  const w = useWords(assetWords);
  const text = (key: "label" | "account" | "rate" | "instalments", label: string) => (
    <TextInput
      label={label}
      value={draft[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <div className={styles.fields}>
      {text("label", w.label)}
      {text("account", w.account)}
      <MoneyInput
        label={w.principal}
        amountMinor={draft.principalMinor}
        onChange={(principalMinor) => onChange({ principalMinor })}
      />
      {text("rate", w.rate)}
      <DateInput
        label={w.firstOn}
        date={draft.firstOn}
        onChange={(firstOn) => firstOn && onChange({ firstOn })}
      />
      {text("instalments", w.instalments)}
      <NativeSelect
        label={w.every}
        value={draft.every}
        data={[
          { value: "month", label: w.month },
          { value: "quarter", label: w.quarter },
          { value: "year", label: w.eachYear },
        ]}
        onChange={(event) => onChange({ every: event.currentTarget.value as Draft["every"] })}
      />
      <NativeSelect
        label={w.kind}
        value={draft.kind}
        data={[
          { value: "annuity", label: w.annuity },
          { value: "principal", label: w.constantPrincipal },
          { value: "bullet", label: w.bullet },
        ]}
        onChange={(event) => onChange({ kind: event.currentTarget.value as Draft["kind"] })}
      />
      <MoneyInput
        label={w.insurance}
        amountMinor={draft.insuranceMinor}
        onChange={(insuranceMinor) => onChange({ insuranceMinor })}
      />
    </div>
  );
}

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AssetCandidate } from "#contract/assets.ts";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { assetWords } from "#renderer/words/assets.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Assets.module.css";

interface Draft {
  label: string;
  account: string;
  costMinor: number | undefined;
  residualMinor: number | undefined;
  boughtOn: string;
  inServiceOn: string;
  method: "linear" | "declining" | "none";
  months: string;
  lineId?: number;
}

const EMPTY: Draft = {
  label: "",
  account: "2183",
  costMinor: undefined,
  residualMinor: undefined,
  boughtOn: todayHere(),
  inServiceOn: todayHere(),
  method: "linear",
  months: "36",
};

/** Enters an asset, from a purchase of the ledger or typed. */
export function AddAsset() {
  const w = useWords(assetWords);
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>();
  const add = async () => {
    if (draft === undefined) return;
    const { months, costMinor = 0, residualMinor = 0, ...rest } = draft;
    await office.assets.add({ ...rest, costMinor, residualMinor, months: Number(months) || 0 });
    notify(w.added);
    await client.invalidateQueries();
  };
  return (
    <>
      <Button variant="default" onClick={() => setDraft(EMPTY)}>
        {w.add}
      </Button>
      <ConfirmDialog
        isOpen={draft !== undefined}
        title={w.add}
        verb={w.addVerb}
        onConfirm={add}
        onClose={() => setDraft(undefined)}
      >
        {draft !== undefined && (
          <>
            <Candidates onPick={(line) => setDraft({ ...draft, ...fromLine(line) })} />
            <Fields draft={draft} onChange={(to) => setDraft({ ...draft, ...to })} />
          </>
        )}
      </ConfirmDialog>
    </>
  );
}

function fromLine({
  lineId,
  account,
  label,
  datedOn,
  amountMinor,
}: AssetCandidate): Partial<Draft> {
  return {
    lineId,
    account,
    label,
    boughtOn: datedOn,
    inServiceOn: datedOn,
    costMinor: amountMinor,
  };
}

function Candidates({ onPick }: { onPick: (line: AssetCandidate) => void }) {
  const w = useWords(assetWords);
  const language = useLanguage();
  const { data = [] } = useQuery({
    queryKey: ["assets", "candidates"],
    queryFn: ({ signal }) => office.assets.candidates({}, { signal }),
  });
  if (data.length === 0) return null;
  return (
    <NativeSelect
      label={w.candidates(data.length)}
      data={[
        { value: "", label: "–" },
        ...data.map((line) => ({
          value: String(line.lineId),
          label: `${formatDate(line.datedOn)} ${line.account} ${line.label} ${formatMoney(line.amountMinor, language)}`,
        })),
      ]}
      onChange={(event) => {
        const line = data.find((one) => String(one.lineId) === event.currentTarget.value);
        if (line !== undefined) onPick(line);
      }}
    />
  );
}

function Fields({ draft, onChange }: { draft: Draft; onChange: (to: Partial<Draft>) => void }) {
  const w = useWords(assetWords);
  return (
    <div className={styles.fields}>
      <TextInput
        label={w.label}
        value={draft.label}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      <TextInput
        label={w.account}
        value={draft.account}
        onChange={(event) => onChange({ account: event.currentTarget.value })}
      />
      <MoneyInput
        label={w.cost}
        amountMinor={draft.costMinor}
        onChange={(costMinor) => onChange({ costMinor })}
      />
      <MoneyInput
        label={w.residual}
        amountMinor={draft.residualMinor}
        onChange={(residualMinor) => onChange({ residualMinor })}
      />
      <DateInput
        label={w.boughtOn}
        date={draft.boughtOn}
        onChange={(boughtOn) => boughtOn && onChange({ boughtOn })}
      />
      <DateInput
        label={w.inServiceOn}
        date={draft.inServiceOn}
        onChange={(inServiceOn) => inServiceOn && onChange({ inServiceOn })}
      />
      <NativeSelect
        label={w.method}
        value={draft.method}
        data={(["linear", "declining", "none"] as const).map((value) => ({
          value,
          label: w[value],
        }))}
        onChange={(event) => onChange({ method: event.currentTarget.value as Draft["method"] })}
      />
      <TextInput
        label={w.months}
        value={draft.months}
        onChange={(event) => onChange({ months: event.currentTarget.value })}
      />
    </div>
  );
}

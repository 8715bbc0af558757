import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { assetWords } from "#renderer/words/assets.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Assets.module.css";

type Kind = "stock" | "provision";

/** Brings a stock or a provision to the value that the inventory found. */
export function Inventory() {
  const w = useWords(assetWords);
  const titleId = useId();
  return (
    <section className={styles.inventory} aria-labelledby={titleId}>
      <h2 id={titleId}>{w.inventory}</h2>
      <Value kind="stock" account="370" />
      <Value kind="provision" account="1511" />
    </section>
  );
}

function Value({ kind, account: usual }: { kind: Kind; account: string }) {
  const w = useWords(assetWords);
  const client = useQueryClient();
  const [account, setAccount] = useState(usual);
  const [valueMinor, setValueMinor] = useState<number>();
  const [datedOn, setDatedOn] = useState(todayHere());
  const [problem, setProblem] = useState<unknown>();
  const record = async () => {
    setProblem(undefined);
    const asked = { account, valueMinor: valueMinor ?? 0, datedOn };
    const done =
      kind === "stock"
        ? await office.assets.recordStock(asked)
        : await office.assets.recordProvision({ ...asked, label: w.provision });
    notify(done.entryId === null ? w.already : w.recorded);
    await client.invalidateQueries();
  };
  return (
    <fieldset className={styles.value}>
      <legend>{w[kind]}</legend>
      <div className={styles.row}>
        <TextInput
          label={w.account}
          value={account}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
        <MoneyInput label={w.value} amountMinor={valueMinor} onChange={setValueMinor} />
        <DateInput label={w.on} date={datedOn} onChange={(date) => date && setDatedOn(date)} />
        <Button variant="default" onClick={() => void record().catch(setProblem)}>
          {w.record}
        </Button>
      </div>
      {problem !== undefined && <ProblemNotice error={problem} />}
    </fieldset>
  );
}

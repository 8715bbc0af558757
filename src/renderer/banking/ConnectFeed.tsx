import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { BankAccount } from "#contract/banking.ts";
import { SecretInput } from "#renderer/book/SecretInput.tsx";
import { formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Connections.module.css";

/** Login and key of an account: tried first, kept only once the bank has shown this IBAN. */
export function ConnectFeed({ account, onEnd }: { account: BankAccount; onEnd: () => void }) {
  const w = useWords(bankWords);
  const ui = useWords(uiWords);
  const client = useQueryClient();
  const [login, setLogin] = useState("");
  const [secret, setSecret] = useState("");
  const [sinceOn, setSinceOn] = useState<string | undefined>(`${todayHere().slice(0, 4)}-01-01`);
  const key = { provider: "qonto" as const, login, secret };
  const trial = useMutation({ mutationFn: () => office.banking.testFeed(key) });
  const keep = useMutation({
    mutationFn: (since: string) =>
      office.banking.connectFeed({ ...key, bankAccountId: account.id, sinceOn: since }),
    onSuccess: async () => {
      await client.invalidateQueries();
      onEnd();
    },
  });
  const found = trial.data?.find((one) => one.bankAccountId === account.id);
  const isReady = login.trim() !== "" && secret !== "" && sinceOn !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    if (found === undefined) trial.mutate();
    else keep.mutate(sinceOn);
  };
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    trial.reset();
  };
  if (account.iban === null) return <p className={styles.dim}>{w.noIban}</p>;
  return (
    <form className={styles.form} onSubmit={submit} aria-label={w.connectTitle(account.name)}>
      <h3>{w.connectTitle(account.name)}</h3>
      <p className={styles.dim}>{w.connectWhat}</p>
      <TextInput
        label={w.feedLogin}
        value={login}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        onChange={(event) => change(setLogin)(event.currentTarget.value)}
      />
      <SecretInput label={w.feedSecret} secret={secret} isNew onChange={change(setSecret)} />
      <DateInput label={w.feedSince} date={sinceOn} onChange={setSinceOn} />
      {(trial.isError || keep.isError) && <ProblemNotice error={trial.error ?? keep.error} />}
      <p role="status" className={styles.found}>
        {trial.isSuccess && <Opened found={found} />}
      </p>
      <div className={styles.actions}>
        <Button type="submit" disabled={!isReady} loading={trial.isPending || keep.isPending}>
          {found === undefined ? w.testKey : w.connectNow}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {ui.cancel}
        </Button>
      </div>
    </form>
  );
}

function Opened({ found }: { found: { name: string; balanceMinor: number } | undefined }) {
  const w = useWords(bankWords);
  const language = useLanguage();
  if (found === undefined) return w.keyOpensOther;
  return w.keyOpens(found.name, formatMoney(found.balanceMinor, language));
}

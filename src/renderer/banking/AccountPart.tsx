import { Autocomplete, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { office } from "#renderer/office.ts";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Banking.module.css";
import type { Part } from "./split.ts";

/** A part on an account: all that is left unless told less; on 40 or 41 with its party. */
export function AccountPart(props: { leftMinor: number; onAdd: (part: Part) => Promise<void> }) {
  const w = useWords(bankWords);
  const [account, setAccount] = useState("");
  const [party, setParty] = useState("");
  const [amountMinor, setAmountMinor] = useState<number | undefined>(props.leftMinor);
  const accounts = useAccounts(account);
  const parties = useParties(party);
  const hasParty = /^4[01]/.test(account);
  const add = () => {
    if (amountMinor === undefined) return;
    const named = hasParty && party !== "" ? { party } : {};
    const name = [account, named.party].filter(Boolean).join(" ");
    void props.onAdd({ kind: "account", account, ...named, name, amountMinor });
  };
  return (
    <>
      <Autocomplete
        label={w.file}
        value={account}
        data={accounts}
        onChange={(value) => setAccount(value.split(" ")[0] ?? "")}
      />
      {hasParty && (
        <Autocomplete label={w.partParty} value={party} data={parties} onChange={setParty} />
      )}
      {account.length >= 3 && (
        <MoneyInput label={w.partAmount} amountMinor={amountMinor} onChange={setAmountMinor} />
      )}
      <div className={styles.actions}>
        <Button
          variant="default"
          disabled={account.length < 3 || amountMinor === undefined || amountMinor === 0}
          onClick={add}
        >
          {amountMinor === props.leftMinor ? w.fileNow : w.addPart}
        </Button>
      </div>
    </>
  );
}

/** Accounts of the newest year by number or name, as `627 Services bancaires`. */
function useAccounts(search: string): string[] {
  const { data } = useQuery({
    queryKey: ["ledger", "accounts", search],
    queryFn: async ({ signal }) => {
      const year = (await office.ledger.listYears({}, { signal })).at(-1);
      if (year === undefined) return [];
      const input = { fiscalYearId: year.id, search, limit: 20 };
      return office.ledger.listAccounts(input, { signal });
    },
    enabled: search.length >= 1,
  });
  return (data ?? []).map((a) => `${a.number} ${a.label}`);
}

function useParties(search: string): string[] {
  const { data } = useQuery({
    queryKey: ["ledger", "parties", search],
    queryFn: ({ signal }) => office.ledger.listParties({ search, limit: 20 }, { signal }),
    enabled: search.length >= 1,
  });
  return [...new Set((data ?? []).map((p) => p.name))];
}

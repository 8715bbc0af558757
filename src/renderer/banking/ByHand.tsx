import { Autocomplete, Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import type { OpenItemRow } from "#contract/reconciliation.ts";
import { useCommands } from "#renderer/app/commands.ts";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Banking.module.css";

const MOST_FOUND = 6;

/** Explains a line by hand: with any open item, or on an account. */
export function ByHand(props: {
  onPick: (item: OpenItemRow) => Promise<void>;
  onFile: (account: string) => Promise<void>;
}) {
  const w = useWords(bankWords);
  const [account, setAccount] = useState("");
  const accounts = useAccounts(account);
  return (
    <div className={styles["by-hand"]}>
      <FindItem onPick={props.onPick} />
      <Autocomplete
        label={w.file}
        value={account}
        data={accounts}
        onChange={(value) => setAccount(value.split(" ")[0] ?? "")}
      />
      <div className={styles.actions}>
        <Button
          variant="default"
          disabled={account.length < 3}
          onClick={() => void props.onFile(account)}
        >
          {w.fileNow}
        </Button>
      </div>
    </div>
  );
}

function FindItem({ onPick }: { onPick: (item: OpenItemRow) => Promise<void> }) {
  const w = useWords(bankWords);
  const language = useLanguage();
  const [search, setSearch] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useCommands(
    useMemo(
      () => [{ id: "bank.search", label: w.findItem, run: () => field.current?.focus() }],
      [w],
    ),
  );
  const found = useQuery({
    queryKey: ["reconciliation", "items", search],
    queryFn: ({ signal }) =>
      office.reconciliation.searchItems({ search, limit: MOST_FOUND }, { signal }),
    enabled: search.length >= 2,
  });
  return (
    <>
      <TextInput
        ref={field}
        label={w.findItem}
        placeholder={w.findHint}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ul className={styles.found}>
        {(found.data ?? []).map((item) => (
          <li key={`${item.itemKind} ${item.itemId}`}>
            <Button variant="subtle" size="compact-sm" onClick={() => void onPick(item)}>
              {w.matchWith(item.reference)}
            </Button>{" "}
            <span className={styles.dim}>
              {item.partyName} · {formatMoney(item.openMinor, language)} ·{" "}
              {w.dueOn(formatDate(item.dueOn))}
            </span>
          </li>
        ))}
      </ul>
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

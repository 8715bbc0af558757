import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BankAccount } from "#contract/banking.ts";
import type { BankStatementAsked, StatementRow } from "#contract/statements.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { EntryPanel } from "#renderer/ledger/EntryPanel.tsx";
import { office } from "#renderer/office.ts";
import { Exports } from "#renderer/statements/Exports.tsx";
import { StatementTable } from "#renderer/statements/StatementTable.tsx";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { BankViews } from "./BankViews.tsx";
import styles from "./Connections.module.css";

/** The reconciliation statement of an account on a day, from the ledger's balance to the bank's. */
export function BankStatementScreen(_: ScreenProps) {
  const w = useWords(bankWords);
  const language = useLanguage();
  const [entryId, setEntryId] = useState<number>();
  const [chosen, setChosen] = useKept<{ id?: number; on?: string }>("bank-statement", {});
  const { data: accounts } = useQuery({
    queryKey: ["banking", "accounts"],
    queryFn: ({ signal }) => office.banking.listAccounts({}, { signal }),
  });
  const account = accounts?.find((one) => one.id === chosen.id) ?? accounts?.[0];
  const asked = account && {
    bankAccountId: account.id,
    onDate: chosen.on ?? account.statedOn ?? todayHere(),
    language,
  };
  const choose = (to: typeof chosen) => {
    setEntryId(undefined);
    setChosen({ ...chosen, ...to });
  };
  const open = (row: StatementRow) => {
    if (row.bankLineId !== undefined) go(`/bank?line=${row.bankLineId}`);
    else if (row.entryId !== undefined) setEntryId(row.entryId);
    else if (row.account !== undefined) go(`/entries/account/${row.account}`);
  };
  return (
    <>
      <PageHead title={w.statement}>
        <BankViews current="statement" />
        {asked && <Choice accounts={accounts ?? []} asked={asked} onChange={choose} />}
      </PageHead>
      {asked === undefined ? (
        accounts && <p className={styles.page}>{w.noAccount}</p>
      ) : (
        <ListDetail
          list={
            <StatementTable
              label={w.statement}
              asked={asked}
              ask={(page, signal) => office.statements.getBank({ ...asked, ...page }, { signal })}
              onOpen={open}
              onBack={() => setEntryId(undefined)}
            />
          }
          detail={
            entryId !== undefined && (
              <EntryPanel entryId={entryId} onClose={() => setEntryId(undefined)} />
            )
          }
        />
      )}
    </>
  );
}

interface ChoiceProps {
  accounts: readonly BankAccount[];
  asked: BankStatementAsked;
  onChange: (to: { id?: number; on?: string }) => void;
}

function Choice({ accounts, asked, onChange }: ChoiceProps) {
  const w = useWords(bankWords);
  return (
    <>
      <NativeSelect
        aria-label={w.account}
        value={String(asked.bankAccountId)}
        data={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(event) => onChange({ id: Number(event.currentTarget.value) })}
      />
      <DateInput
        label={w.onDay}
        isLabelHidden
        date={asked.onDate}
        onChange={(on) => on && onChange({ on })}
      />
      <Exports write={(format) => office.statements.exportBank({ ...asked, format })} />
    </>
  );
}

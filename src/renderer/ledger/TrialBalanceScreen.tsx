import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { z } from "zod";
import type { balanceRowSchema } from "#contract/ledger.ts";
import { go } from "#renderer/app/router.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { withoutAccents } from "#renderer/app/without-accents.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { LedgerViews } from "./LedgerViews.tsx";
import { OpenAccount } from "./OpenAccount.tsx";
import { YearSelect } from "./YearSelect.tsx";

type BalanceRow = z.infer<typeof balanceRowSchema>;

/** The trial balance of a year; each account opens on its lines. */
export function TrialBalanceScreen() {
  const w = useWords(ledgerWords);
  const language = useLanguage();
  const years = useBookStatus().data?.years ?? [];
  const [chosen, setChosen] = useKept<number | undefined>("balance-year", undefined);
  const [search, setSearch] = useKept("balance-search", "");
  const yearId = years.some((year) => year.id === chosen) ? chosen : years.at(-1)?.id;
  const query = useQuery({
    queryKey: ["ledger", "trialBalance", yearId],
    queryFn: ({ signal }) => office.ledger.trialBalance({ fiscalYearId: yearId ?? 0 }, { signal }),
    enabled: yearId !== undefined,
  });
  const rows = useMemo(() => keptRows(query.data?.rows ?? [], search), [query.data, search]);
  const columns = useMemo(() => columnsOf(w, rows), [w, rows]);
  const gap = query.data === undefined ? 0 : query.data.debitMinor - query.data.creditMinor;
  return (
    <>
      <PageHead
        title={w.trialBalance}
        period={
          query.data &&
          (gap === 0
            ? w.isBalanced(formatMoney(query.data.debitMinor, language))
            : w.isUnbalanced(formatMoney(gap, language)))
        }
      >
        <LedgerViews current="balance" />
        <YearSelect years={years} yearId={yearId} onChange={setChosen} />
        <TextInput
          type="search"
          aria-label={w.accountSearch}
          placeholder={w.accountSearch}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <OpenAccount />
      </PageHead>
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <DataTable
          label={w.trialBalance}
          tableId={`balance-${yearId}`}
          columns={columns}
          source={{
            queryKey: ["ledger", "balanceRows", yearId, query.dataUpdatedAt, search],
            fetchPage: async () => {
              if (query.data !== undefined) return { rows };
              const read = await query.refetch({ cancelRefetch: false });
              return { rows: keptRows(read.data?.rows ?? [], search) };
            },
          }}
          rowKey={(row) => row.account}
          empty={{ sentence: w.emptyBalance }}
          onOpen={(row) => go(`/entries/account/${row.account}?year=${yearId}`)}
        />
      )}
    </>
  );
}

/** Accounts whose number begins with the words, or whose name holds them. */
function keptRows(rows: readonly BalanceRow[], search: string): BalanceRow[] {
  const wanted = withoutAccents(search);
  return rows.filter(
    (row) => row.account.startsWith(wanted) || withoutAccents(row.label).includes(wanted),
  );
}

function columnsOf(
  w: Words<typeof ledgerWords>,
  rows: readonly BalanceRow[],
): Column<BalanceRow>[] {
  const money = (key: "openingMinor" | "debitMinor" | "creditMinor" | "balanceMinor") => ({
    key,
    type: "money" as const,
    value: (row: BalanceRow) => row[key],
    totalMinor: rows.reduce((sum, row) => sum + row[key], 0),
  });
  return [
    {
      key: "account",
      label: w.account,
      type: "text",
      minRem: 6,
      share: 0,
      value: (r) => r.account,
    },
    { key: "label", label: w.label, type: "text", value: (row) => row.label },
    { ...money("openingMinor"), label: w.opening, minRem: 9 },
    { ...money("debitMinor"), label: w.debit, minRem: 9 },
    { ...money("creditMinor"), label: w.credit, minRem: 9 },
    { ...money("balanceMinor"), label: w.balance, minRem: 9 },
  ];
}

import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Loan } from "#contract/assets.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { LedgerViews } from "#renderer/ledger/LedgerViews.tsx";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { assetWords } from "#renderer/words/assets.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { AddLoan } from "./AddLoan.tsx";
import styles from "./Assets.module.css";
import { Inventory } from "./Inventory.tsx";
import { LoanPanel } from "./LoanPanel.tsx";

/** The loans with their tables, accrued interest, and the inventory entries of a year's end. */
export function LoansScreen(_: ScreenProps) {
  const w = useWords(assetWords);
  const asOn = todayHere();
  const [openedId, setOpenedId] = useState<number>();
  const query = useQuery({
    queryKey: ["assets", "loans", asOn],
    queryFn: ({ signal }) => office.assets.listLoans({ asOn }, { signal }),
  });
  const columns = useMemo(() => columnsOf(w), [w]);
  const opened = query.data?.find((loan) => loan.loanId === openedId);
  return (
    <>
      <PageHead title={w.loans}>
        <LedgerViews current="loans" />
        <div className={styles.row}>
          <AddLoan />
          <Accrue />
        </div>
      </PageHead>
      {query.isError && <ProblemNotice error={query.error} />}
      <ListDetail
        list={
          <div className={styles.stacked}>
            <DataTable
              label={w.loansList}
              tableId="loans"
              columns={columns}
              source={{
                queryKey: ["assets", "loanRows", query.dataUpdatedAt],
                fetchPage: async () => ({
                  rows: query.data ?? (await query.refetch({ cancelRefetch: false })).data ?? [],
                }),
              }}
              rowKey={(row) => String(row.loanId)}
              empty={{ sentence: w.noLoans }}
              onOpen={(row) => setOpenedId(row.loanId)}
              onBack={() => setOpenedId(undefined)}
            />
            <Inventory />
          </div>
        }
        detail={opened && <LoanPanel loan={opened} onClose={() => setOpenedId(undefined)} />}
      />
    </>
  );
}

function Accrue() {
  const w = useWords(assetWords);
  const client = useQueryClient();
  const years = useBookStatus().data?.years ?? [];
  const [problem, setProblem] = useState<unknown>();
  const accrue = (fiscalYearId: number) => {
    office.assets.accrueLoans({ fiscalYearId }).then(({ amountMinor }) => {
      notify(amountMinor === 0 ? w.already : w.recorded);
      return client.invalidateQueries();
    }, setProblem);
  };
  return (
    <>
      {years.slice(0, -1).map((year) => (
        <Button key={year.id} variant="default" onClick={() => accrue(year.id)}>
          {w.accrue(year.endsOn.slice(0, 4))}
        </Button>
      ))}
      {problem !== undefined && <ProblemNotice error={problem} />}
    </>
  );
}

function columnsOf(w: Words<typeof assetWords>): Column<Loan>[] {
  return [
    {
      key: "account",
      label: w.account,
      type: "text",
      minRem: 5,
      share: 0,
      value: (r) => r.account,
    },
    { key: "label", label: w.label, type: "text", share: 2, value: (row) => row.label },
    { key: "principal", label: w.principal, type: "money", value: (row) => row.principalMinor },
    { key: "left", label: w.left, type: "money", value: (row) => row.leftMinor },
    { key: "nextOn", label: w.nextOn, type: "date", value: (row) => row.nextOn },
    { key: "toPost", label: w.toPost, type: "number", value: (row) => row.toPost },
  ];
}

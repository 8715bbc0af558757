import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { BankAccount } from "#contract/banking.ts";
import { addDays } from "#contract/date.ts";
import type { DailyBalance } from "#contract/treasury.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { BankViews } from "#renderer/banking/BankViews.tsx";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { BalanceCurve } from "#renderer/ui/BalanceCurve.tsx";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { cashWords } from "#renderer/words/cash.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./Cash.module.css";

type Basis = "booking" | "value";

/** Days drawn in the curve above the table: one year. */
const CURVE_DAYS = 366;

/** What each account holds at the end of each day, and the money between two accounts. */
export function CashScreen(_: ScreenProps) {
  const b = useWords(bankWords);
  const w = useWords(cashWords);
  const [basis, setBasis] = useKept<Basis>("cash-basis", "booking");
  const { data: accounts } = useQuery({
    queryKey: ["banking", "accounts"],
    queryFn: ({ signal }) => office.banking.listAccounts({}, { signal }),
  });
  const columns = useMemo(() => columnsOf(w, accounts ?? []), [w, accounts]);
  return (
    <>
      <PageHead title={b.cash}>
        <BankViews current="cash" />
        <NativeSelect
          aria-label={w.basis}
          value={basis}
          data={[
            { value: "booking", label: w.booking },
            { value: "value", label: w.value },
          ]}
          onChange={(event) => setBasis(event.currentTarget.value as Basis)}
        />
      </PageHead>
      <div className={styles.page}>
        <Curve basis={basis} />
        <InTransit />
        {accounts !== undefined && (
          <DataTable
            label={b.cash}
            tableId="cash"
            columns={columns}
            source={{
              queryKey: ["treasury", "daily", basis],
              fetchPage: (after: string | undefined, limit, signal) =>
                office.treasury.dailyBalances(
                  { basis, limit, ...(after === undefined ? {} : { after }) },
                  { signal },
                ),
            }}
            rowKey={(row) => row.on}
            empty={{
              sentence: w.empty,
              action: { label: b.importFiles, run: () => go("/import") },
            }}
            onOpen={(row) => go(`/bank?day=${row.on}`)}
          />
        )}
      </div>
    </>
  );
}

function columnsOf(
  w: Words<typeof cashWords>,
  accounts: readonly BankAccount[],
): Column<DailyBalance>[] {
  return [
    { key: "on", label: w.day, type: "date", value: (row) => row.on },
    ...accounts.map(
      ({ id, name }): Column<DailyBalance> => ({
        ...{ key: `account-${id}`, label: name, type: "money", minRem: 12 },
        value: (row) => row.balances.find((one) => one.bankAccountId === id)?.minor,
      }),
    ),
    { key: "total", label: w.total, type: "money", minRem: 9, value: (row) => row.totalMinor },
    { key: "lines", label: w.lines, type: "number", value: (row) => row.lines },
    { key: "seen", label: w.seen, type: "money", minRem: 9, value: (row) => row.seenMinor },
  ];
}

function Curve({ basis }: { basis: Basis }) {
  const w = useWords(cashWords);
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["treasury", "daily-curve", basis],
    queryFn: ({ signal }) =>
      office.treasury.dailyBalances({ basis, limit: CURVE_DAYS }, { signal }),
  });
  const rows = data?.rows ?? [];
  const [last] = rows;
  if (last === undefined) return null;
  const points = rows.toReversed().map((row) => ({ on: row.on, balanceMinor: row.totalMinor }));
  const label = w.curve(formatMoney(last.totalMinor, language), formatDate(last.on));
  return (
    <div className={styles.curve}>
      <BalanceCurve label={label} points={points} todayOn={addDays(last.on, 1)} height={160} />
    </div>
  );
}

/** Own transfers that are on their way; each opens its entry. */
function InTransit() {
  const w = useWords(cashWords);
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["treasury", "transit"],
    queryFn: ({ signal }) => office.treasury.transit({}, { signal }),
  });
  if (data === undefined) return null;
  if (data.length === 0) return <p className={styles.dim}>{w.noTransit}</p>;
  return (
    <section aria-label={w.transit}>
      <h2 className={styles.heading}>{w.transit}</h2>
      <ul className={styles.transit}>
        {data.map((one) => (
          <li key={`${one.entryId} ${one.minor}`}>
            {formatDate(one.datedOn)} · <a href={`#/entries?entry=${one.entryId}`}>{one.label}</a> ·{" "}
            {formatMoney(one.minor, language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useMemo } from "react";
import { go } from "#renderer/app/router.ts";
import { formatMonth } from "#renderer/format.ts";
import type { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { varianceWords } from "#renderer/words/variance.ts";
import type { Words } from "#renderer/words/words.ts";
import { Sheet } from "./Sheet.tsx";

type W = Words<typeof varianceWords>;

export type Variance = Awaited<ReturnType<typeof office.treasury.variance>>;
type Account = Variance["accounts"][number];
type Part = Account["parts"][number]["part"];
type Timing = Variance["timings"][number];

interface VarianceSheetsProps {
  variance: Variance;
  version: number;
  close: () => void;
}

/** Each account's gap with its parts, then what only changed months; Enter opens the ledger. */
export function VarianceSheets({ variance, version, close }: VarianceSheetsProps) {
  const w = useWords(varianceWords);
  const language = useLanguage();
  const accounts = useMemo(() => accountColumns(variance, w), [variance, w]);
  const timings = useMemo(() => timingColumns(variance, w, language), [variance, w, language]);
  const shared = {
    version: [variance.fromMonth, variance.toMonth, version],
    onOpen: (row: { account: string }) => go(`/entries/account/${row.account}`),
    onBack: close,
  };
  return (
    <>
      <Sheet
        {...shared}
        title={w.accounts}
        note={w.accountsWhat}
        tableId="variance-accounts"
        columns={accounts}
        rows={variance.accounts}
        rowKey={(row) => row.account}
        empty={w.noAccount}
        hasTotal
      />
      <Sheet
        {...shared}
        title={w.timings}
        note={w.timingsWhat}
        tableId="variance-timings"
        columns={timings}
        rows={variance.timings}
        rowKey={(row) => `${row.account} ${row.plannedMonth} ${row.actualMonth}`}
        empty={w.noTiming}
      />
    </>
  );
}

function accountColumns({ accounts }: Variance, w: W): Column<Account>[] {
  const money = (key: string, label: string, value: (row: Account) => number): Column<Account> => ({
    ...{ key, label, type: "money", minRem: 6.5, value },
    totalMinor: accounts.reduce((sum, row) => sum + value(row), 0),
  });
  const has = new Set(accounts.flatMap((row) => row.parts.map(({ part }) => part)));
  return [
    {
      ...{ key: "account", label: w.account, type: "text" },
      value: (row) => `${row.account} ${row.label}`,
    },
    money("budget", w.budget, (row) => row.budgetMinor),
    money("actual", w.actual, (row) => row.actualMinor),
    money("gap", w.gap, (row) => row.actualMinor - row.budgetMinor),
    ...PARTS.filter((part) => has.has(part)).map((part) => ({
      ...money(part, w[part], (row) => partOf(row, part)),
      minRem: 6,
    })),
  ];
}

const PARTS: readonly Part[] = [
  ...(["timing", "volume", "mix", "price", "cost", "activity"] as const),
  ...(["efficiency", "spending", "new", "lost", "unsplit"] as const),
];

function partOf({ parts }: Account, part: Part): number {
  return parts.find((one) => one.part === part)?.amountMinor ?? 0;
}

function timingColumns({ accounts }: Variance, w: W, language: Language): Column<Timing>[] {
  const labels = new Map(accounts.map(({ account, label }) => [account, label]));
  const month = (key: string, label: string, of: (row: Timing) => string): Column<Timing> => ({
    ...{ key, label, type: "text", minRem: 9, share: 0 },
    value: (row) => formatMonth(of(row), language),
  });
  return [
    {
      ...{ key: "account", label: w.account, type: "text" },
      value: (row) => `${row.account} ${labels.get(row.account) ?? ""}`,
    },
    month("planned", w.plannedIn, (row) => row.plannedMonth),
    month("came", w.cameIn, (row) => row.actualMonth),
    { key: "amount", label: w.amount, type: "money", value: (row) => row.amountMinor },
  ];
}

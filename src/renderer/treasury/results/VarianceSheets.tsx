import { useMemo } from "react";
import { go } from "#renderer/app/router.ts";
import { formatMonth } from "#renderer/format.ts";
import type { office } from "#renderer/office.ts";
import { useCategoryTitle } from "#renderer/ui/category-title.ts";
import type { Column } from "#renderer/ui/column.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { varianceWords } from "#renderer/words/variance.ts";
import type { Words } from "#renderer/words/words.ts";
import { Sheet } from "./Sheet.tsx";
import type { Behind } from "./SourcesPanel.tsx";

type W = Words<typeof varianceWords>;

export type Variance = Awaited<ReturnType<typeof office.treasury.variance>>;
type Account = Variance["accounts"][number];
type Part = Account["parts"][number]["part"];
type Timing = Variance["timings"][number];
type Category = Variance["categories"][number];

interface VarianceSheetsProps {
  variance: Variance;
  version: number;
  open: (behind: Behind) => void;
  close: () => void;
}

/**
 * Each category's gap, each account's with its parts, then what only changed months; Enter opens
 * the ledger, or the accounts that stand together.
 */
export function VarianceSheets({ variance, version, open, close }: VarianceSheetsProps) {
  const w = useWords(varianceWords);
  const language = useLanguage();
  const title = useCategoryTitle();
  const name = useMemo(() => accountNames(variance, title), [variance, title]);
  const categories = useMemo(() => categoryColumns(variance, w, title), [variance, w, title]);
  const accounts = useMemo(() => accountColumns(variance, w, name), [variance, w, name]);
  const timings = useMemo(() => timingColumns(w, language, name), [w, language, name]);
  const openCategory = ({ category, figure }: Category) =>
    open({ title: title(category), subtitle: w.gap, figure });
  const shared = {
    version: [variance.fromMonth, variance.toMonth, version, language],
    onOpen: ({ account }: { account: string }) => {
      const whole = variance.accounts.find((row) => row.account === account && row.isCategory);
      const found = variance.categories.find((one) => one.category === whole?.category);
      if (found === undefined) go(`/entries/account/${account}`);
      else openCategory(found);
    },
    onBack: close,
  };
  return (
    <>
      <Sheet
        {...shared}
        title={w.categories}
        note={w.categoriesWhat}
        tableId="variance-categories"
        columns={categories}
        rows={variance.categories}
        rowKey={(row) => row.category}
        onOpen={openCategory}
        empty={w.noAccount}
        hasTotal
      />
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

/** An account with its label, or the category that its accounts stand together for. */
function accountNames({ accounts }: Variance, title: (category: string) => string) {
  const names = new Map(
    accounts.map(({ account, label, isCategory, category }) => [
      account,
      isCategory ? title(category) : `${account} ${label}`.trim(),
    ]),
  );
  return (account: string) => names.get(account) ?? account;
}

function categoryColumns(
  { categories }: Variance,
  w: W,
  title: (category: string) => string,
): Column<Category>[] {
  const money = (
    key: string,
    label: string,
    value: (row: Category) => number,
  ): Column<Category> => ({
    ...{ key, label, type: "money", minRem: 6.5, value },
    totalMinor: categories.reduce((sum, row) => sum + value(row), 0),
  });
  return [
    {
      ...{ key: "category", label: w.category, type: "text" },
      value: (row) => title(row.category),
    },
    money("budget", w.budget, (row) => row.budgetMinor),
    money("actual", w.actual, (row) => row.actualMinor),
    money("gap", w.gap, (row) => row.actualMinor - row.budgetMinor),
  ];
}

function accountColumns(
  { accounts }: Variance,
  w: W,
  name: (account: string) => string,
): Column<Account>[] {
  const money = (key: string, label: string, value: (row: Account) => number): Column<Account> => ({
    ...{ key, label, type: "money", minRem: 6.5, value },
    totalMinor: accounts.reduce((sum, row) => sum + value(row), 0),
  });
  const has = new Set(accounts.flatMap((row) => row.parts.map(({ part }) => part)));
  return [
    {
      ...{ key: "account", label: w.account, type: "text" },
      value: (row) => name(row.account),
    },
    money("budget", w.budget, (row) => row.budgetMinor),
    money("actual", w.actual, (row) => row.actualMinor),
    money("gap", w.gap, (row) => row.actualMinor - row.budgetMinor),
    ...PARTS.filter((part) => has.has(part)).map((part) => ({
      ...money(part, w[part], (row) => partOf(row, part)),
      minRem: 6.75,
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

function timingColumns(
  w: W,
  language: Language,
  name: (account: string) => string,
): Column<Timing>[] {
  const month = (key: string, label: string, of: (row: Timing) => string): Column<Timing> => ({
    ...{ key, label, type: "text", minRem: 9, share: 0 },
    value: (row) => formatMonth(of(row), language),
  });
  return [
    {
      ...{ key: "account", label: w.account, type: "text" },
      value: (row) => name(row.account),
    },
    month("planned", w.plannedIn, (row) => row.plannedMonth),
    month("came", w.cameIn, (row) => row.actualMonth),
    { key: "amount", label: w.amount, type: "money", value: (row) => row.amountMinor },
  ];
}

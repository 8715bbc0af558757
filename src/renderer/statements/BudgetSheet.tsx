import { Fragment, type KeyboardEvent } from "react";
import type { BudgetLine } from "#contract/statements.ts";
import { formatAmount, formatMonth } from "#renderer/format.ts";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { budgetGroupWords } from "#renderer/words/budget-groups.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Statements.module.css";

interface SheetProps {
  accounts: readonly string[];
  months: readonly string[];
  amount: (account: string, month: string) => number | undefined;
  onChange: (line: BudgetLine) => void;
}

/**
 * The budget by category (two figures of the chart), then account, with a column a month; Enter and
 * the arrows move down and up a column. Sums at each category, the result at the foot.
 */
export function BudgetSheet(props: SheetProps) {
  const { accounts, months, amount } = props;
  const w = useWords(statementWords);
  const groupWords = useWords(budgetGroupWords);
  const language = useLanguage();
  const groups = [...Map.groupBy(accounts, (account) => account.slice(0, 2))];
  const sum = (of: readonly string[], month: string, sign = (_: string) => 1) =>
    of.reduce((total, account) => total + sign(account) * (amount(account, month) ?? 0), 0);
  const result = (month: string) => sum(accounts, month, (a) => (a.startsWith("7") ? 1 : -1));
  return (
    <div className={styles.scroll}>
      <table className={styles.budget} onKeyDown={moveInColumn}>
        <thead>
          <tr>
            <th scope="col">{w.account}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {formatMonth(month, language)}
              </th>
            ))}
            <th scope="col">{w.total}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(([group, own]) => (
            <Fragment key={group}>
              <SumRow
                title={`${group} ${groupWords[group as "60"] ?? ""}`}
                minors={months.map((month) => sum(own, month))}
              />
              {own.map((account) => (
                <AccountRow key={account} {...props} account={account} />
              ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <SumRow title={w.budgetResult} minors={months.map(result)} />
        </tfoot>
      </table>
    </div>
  );
}

function AccountRow({ account, months, amount, onChange }: SheetProps & { account: string }) {
  const language = useLanguage();
  const total = months.reduce((sum, month) => sum + (amount(account, month) ?? 0), 0);
  return (
    <tr>
      <th scope="row">{account}</th>
      {months.map((month) => (
        <td key={month}>
          <MoneyInput
            label={`${account} ${formatMonth(month, language)}`}
            isLabelHidden
            amountMinor={amount(account, month)}
            onChange={(minor) => onChange({ account, month, amountMinor: minor ?? 0 })}
          />
        </td>
      ))}
      <td className={styles.amount}>{formatAmount(total, language)}</td>
    </tr>
  );
}

function SumRow({ title, minors }: { title: string; minors: readonly number[] }) {
  const language = useLanguage();
  return (
    <tr className={styles.group}>
      <th scope="row">{title}</th>
      {[...minors, minors.reduce((a, minor) => a + minor, 0)].map((minor, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sum is its column.
        <td key={i} className={styles.amount}>
          {minor === 0 ? "–" : formatAmount(minor, language)}
        </td>
      ))}
    </tr>
  );
}

/** Enter and the arrows go to the field above or below; rows of sums are passed over. */
function moveInColumn(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const cell = (event.target as HTMLElement).closest("td");
  const row = cell?.parentElement;
  if (step === undefined || cell === null || !(row instanceof HTMLTableRowElement)) return;
  const { rows } = event.currentTarget;
  const at = event.key === "Enter" && event.shiftKey ? -1 : step;
  for (let i = row.rowIndex + at; i > 0 && i < rows.length; i += at) {
    const field = rows[i]?.cells[cell.cellIndex]?.querySelector("input");
    if (!field) continue;
    event.preventDefault();
    field.focus();
    return;
  }
}

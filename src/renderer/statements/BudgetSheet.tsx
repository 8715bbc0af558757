import { type FocusEvent, Fragment, type KeyboardEvent, useRef, useState } from "react";
import type { BudgetLine } from "#contract/budget.ts";
import { formatAmount, formatMonth } from "#renderer/format.ts";
import { useCategoryTitle } from "#renderer/ui/category-title.ts";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { budgetWords } from "#renderer/words/budget.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { type BudgetGroup, type BudgetItem, itemKey, itemName } from "./budget-groups.ts";
import styles from "./Statements.module.css";

interface SheetProps {
  groups: readonly BudgetGroup[];
  /** Categories that have left the rules. */
  gone: ReadonlySet<string>;
  months: readonly string[];
  amount: (item: BudgetItem, month: string) => number | undefined;
  /** Names of accounts by their number. */
  labels: ReadonlyMap<string, string>;
  onChange: (line: BudgetLine) => void;
}

/**
 * The budget by category, the category's own amount, then its accounts, with a column a month;
 * Enter and the arrows move down and up a column. Sums at each category, the result at the foot.
 */
export function BudgetSheet(props: SheetProps) {
  const { groups, gone, months, amount } = props;
  const w = useWords(budgetWords);
  const language = useLanguage();
  const title = useCategoryTitle();
  const sum = ({ items }: BudgetGroup, month: string) =>
    items.reduce((total, item) => total + (amount(item, month) ?? 0), 0);
  const result = (month: string) =>
    groups.reduce((total, group) => total + group.sign * sum(group, month), 0);
  return (
    <div className={styles.scroll}>
      <table className={styles.budget} onKeyDown={moveInColumn}>
        <thead>
          <tr>
            <th scope="col">{w.item}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {formatMonth(month, language)}
              </th>
            ))}
            <th scope="col">{w.total}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.category}>
              <SumRow
                title={title(group.category)}
                {...(gone.has(group.category) && { note: w.goneCategory })}
                minors={months.map((month) => sum(group, month))}
              />
              {group.items.map((item) => (
                <ItemRow key={itemKey(item)} {...props} item={item} />
              ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <SumRow title={w.result} minors={months.map(result)} />
        </tfoot>
      </table>
    </div>
  );
}

function ItemRow(props: SheetProps & { item: BudgetItem }) {
  const { item, months, amount, labels, onChange } = props;
  const w = useWords(budgetWords);
  const language = useLanguage();
  const total = months.reduce((sum, month) => sum + (amount(item, month) ?? 0), 0);
  return (
    <tr>
      <th scope="row">
        {"account" in item ? `${item.account} ${labels.get(item.account) ?? ""}` : w.wholeCategory}
      </th>
      {months.map((month) => {
        const known = amount(item, month);
        return (
          <AmountCell
            key={`${month} ${known}`}
            label={`${itemName(item)} ${formatMonth(month, language)}`}
            known={known}
            onKeep={(amountMinor) => onChange({ ...item, month, amountMinor })}
          />
        );
      })}
      <td className={styles.amount}>{formatAmount(total, language)}</td>
    </tr>
  );
}

interface AmountCellProps {
  label: string;
  known: number | undefined;
  onKeep: (amountMinor: number) => void;
}

/** An amount that is kept once its field is left; what cannot be read is not. */
function AmountCell({ label, known, onKeep }: AmountCellProps) {
  const [typed, setTyped] = useState(known);
  const last = useRef(known);
  const type = (amountMinor: number | undefined) => {
    last.current = amountMinor;
    setTyped(amountMinor);
  };
  const keep = (event: FocusEvent<HTMLTableCellElement>) => {
    const { value } = event.target as unknown as HTMLInputElement;
    // The field tells nothing where it refuses its text, as where it is empty.
    const isRefused = last.current === undefined && value.trim() !== "";
    if (!isRefused && (last.current ?? 0) !== (known ?? 0)) onKeep(last.current ?? 0);
  };
  return (
    <td onBlur={keep}>
      <MoneyInput label={label} isLabelHidden amountMinor={typed} onChange={type} />
    </td>
  );
}

interface SumRowProps {
  title: string;
  note?: string;
  minors: readonly number[];
}

function SumRow({ title, note, minors }: SumRowProps) {
  const language = useLanguage();
  return (
    <tr className={styles.group}>
      <th scope="row">
        {title}
        {note !== undefined && <small> {note}</small>}
      </th>
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

import { Autocomplete } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { BudgetLine } from "#contract/budget.ts";
import { useResultLabels } from "#renderer/ledger/use-result-labels.ts";
import { office } from "#renderer/office.ts";
import { useCategoryTitle } from "#renderer/ui/category-title.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { budgetWords } from "#renderer/words/budget.ts";
import { budgetGroupWords } from "#renderer/words/budget-groups.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { BudgetSheet } from "./BudgetSheet.tsx";
import {
  type BudgetItem,
  type Category,
  groupsOf,
  itemKey,
  itemsOf,
  readItem,
} from "./budget-groups.ts";
import styles from "./Statements.module.css";

interface BudgetGridProps {
  year: string;
  lines: readonly BudgetLine[];
  categories: readonly Category[];
}

/** Amounts by account or category and month; each is kept as soon as its cell is left. */
export function BudgetGrid({ year, lines, categories }: BudgetGridProps) {
  const w = useWords(budgetWords);
  const client = useQueryClient();
  const [added, setAdded] = useState<readonly BudgetItem[]>([]);
  const keep = useMutation({
    mutationFn: (line: BudgetLine) => office.statements.setBudget({ lines: [line] }),
    onSuccess: () => client.invalidateQueries(),
  });
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`);
  const groups = useMemo(
    () => groupsOf(itemsOf(lines, added), categories),
    [lines, added, categories],
  );
  const amounts = useMemo(
    () => new Map(lines.map((line) => [`${itemKey(line)} ${line.month}`, line.amountMinor])),
    [lines],
  );
  const amount = (item: BudgetItem, month: string) => amounts.get(`${itemKey(item)} ${month}`);
  const labels = useResultLabels();
  const gone = new Set(categories.filter((one) => !one.isInRules).map((one) => one.name));
  return (
    <>
      {keep.isError && <ProblemNotice error={keep.error} />}
      {groups.length === 0 && <p className={styles.dim}>{w.noBudget}</p>}
      {groups.length > 0 && (
        <BudgetSheet
          {...{ groups, gone, months, amount, labels }}
          onChange={(line) => {
            // A row whose last amount is taken away stays while the person is at it.
            setAdded((before) => [...before, line]);
            keep.mutate(line);
          }}
        />
      )}
      <AddItem categories={categories} onAdd={(item) => setAdded([...added, item])} />
    </>
  );
}

interface AddItemProps {
  categories: readonly Category[];
  onAdd: (item: BudgetItem) => void;
}

function AddItem({ categories, onAdd }: AddItemProps) {
  const w = useWords(budgetWords);
  const classes = Object.keys(useWords(budgetGroupWords));
  const title = useCategoryTitle();
  const [text, setText] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const named = categories.filter((one) => one.isInRules);
  const add = (typed: string) => {
    const item = readItem(typed, named);
    setIsWrong(item === undefined && typed !== "");
    if (item === undefined) return;
    onAdd(item);
    setText("");
  };
  return (
    <Autocomplete
      className={styles.add ?? ""}
      label={w.addItem}
      description={w.addItemWhy}
      value={text}
      data={[...named.map((one) => one.name), ...classes.map(title)]}
      limit={8}
      error={isWrong ? w.noItem : undefined}
      onChange={(typed) => {
        setIsWrong(false);
        setText(typed);
      }}
      onOptionSubmit={add}
      onKeyDown={(event) => event.key === "Enter" && add(text)}
    />
  );
}

import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import type { CategoryEdit, NamedCategory } from "#contract/budget-category.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { budgetWords } from "#renderer/words/budget.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Category } from "./budget-groups.ts";
import styles from "./Statements.module.css";

interface CategoriesPanelProps {
  categories: readonly Category[];
  onClose: () => void;
}

/** The categories of the budget, as `rules.yaml` has them; each is saved by itself. */
export function CategoriesPanel({ categories, onClose }: CategoriesPanelProps) {
  const w = useWords(budgetWords);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const newName = useRef<HTMLInputElement>(null);
  const own = categories.filter((one) => one.isInRules);
  const save = async (edit: CategoryEdit): Promise<boolean> => {
    setProblem(undefined);
    try {
      await office.statements.editBudgetCategory({ edit });
      await client.invalidateQueries();
      notify(w.categorySaved);
      return true;
    } catch (caught) {
      setProblem(caught);
      return false;
    }
  };
  const remove = async (place: number) => {
    if (await save({ kind: "remove", place })) newName.current?.focus();
  };
  return (
    <DetailPanel title={w.categories} subtitle={w.categoriesWhy} takesFocus onClose={onClose}>
      {problem !== undefined && <ProblemNotice error={problem} />}
      {own.length === 0 && <p className={styles.dim}>{w.noCategory}</p>}
      {own.map((one, place) => (
        <CategoryForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a category is its place in the file.
          key={`${place} of ${own.length}`}
          title={one.name}
          first={one}
          onSave={(category) => save({ kind: "replace", place, category })}
          onRemove={() => void remove(place)}
        />
      ))}
      <CategoryForm
        title={w.newCategory}
        nameRef={newName}
        onSave={(category) => save({ kind: "add", category })}
      />
    </DetailPanel>
  );
}

interface CategoryFormProps {
  title: string;
  /** Undefined for a category to add. */
  first?: NamedCategory;
  nameRef?: RefObject<HTMLInputElement | null>;
  onSave: (category: NamedCategory) => Promise<boolean>;
  onRemove?: () => void;
}

function CategoryForm({ title, first, nameRef, onSave, onRemove }: CategoryFormProps) {
  const w = useWords(budgetWords);
  const known = first?.accounts.join(", ") ?? "";
  const [name, setName] = useState(first?.name ?? "");
  const [accounts, setAccounts] = useState(known);
  const isChanged = name !== (first?.name ?? "") || accounts !== known;
  const isWhole = name.trim() !== "" && accounts.trim() !== "";
  const submit = async (form: HTMLFormElement) => {
    const list = accounts.split(/[\s,;]+/).filter(Boolean);
    if (!(await onSave({ name: name.trim(), accounts: list }))) return;
    setName(first === undefined ? "" : name.trim());
    setAccounts(first === undefined ? "" : list.join(", "));
    form.querySelector("input")?.focus();
  };
  return (
    <form
      className={styles.category}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {first === undefined && <h3 className={styles.heading}>{title}</h3>}
      <TextInput
        ref={nameRef}
        label={w.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={w.accounts}
        {...(first === undefined && { description: w.accountsWhy })}
        value={accounts}
        onChange={(event) => setAccounts(event.currentTarget.value)}
      />
      <div className={styles.deeds}>
        <Button type="submit" size="xs" disabled={!isChanged || !isWhole}>
          {first === undefined ? w.add : w.save}
        </Button>
        {onRemove !== undefined && (
          <Button size="xs" variant="default" onClick={onRemove}>
            {w.remove}
          </Button>
        )}
      </div>
    </form>
  );
}

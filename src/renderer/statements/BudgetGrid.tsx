import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BudgetLine } from "#contract/statements.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { BudgetSheet } from "./BudgetSheet.tsx";
import styles from "./Statements.module.css";

interface BudgetGridProps {
  year: string;
  lines: readonly BudgetLine[];
}

/** Amounts by account and month; each is kept as soon as its cell is left. */
export function BudgetGrid({ year, lines }: BudgetGridProps) {
  const w = useWords(statementWords);
  const client = useQueryClient();
  const [added, setAdded] = useState<readonly string[]>([]);
  const keep = useMutation({
    mutationFn: (line: BudgetLine) => office.statements.setBudget({ lines: [line] }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["statements"] }),
  });
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`);
  const accounts = [...new Set([...lines.map((line) => line.account), ...added])].toSorted();
  const amount = (account: string, month: string) =>
    lines.find((line) => line.account === account && line.month === month)?.amountMinor;
  return (
    <>
      {keep.isError && <ProblemNotice error={keep.error} />}
      {accounts.length === 0 && <p className={styles.dim}>{w.noBudget}</p>}
      {accounts.length > 0 && (
        <BudgetSheet {...{ accounts, months, amount }} onChange={(line) => keep.mutate(line)} />
      )}
      <AddAccount onAdd={(account) => setAdded([...added, account])} />
    </>
  );
}

function AddAccount({ onAdd }: { onAdd: (account: string) => void }) {
  const w = useWords(statementWords);
  const [text, setText] = useState("");
  return (
    <TextInput
      className={styles.add ?? ""}
      label={w.addAccount}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !/^[67]\d{1,9}$/.test(text)) return;
        onAdd(text);
        setText("");
      }}
    />
  );
}

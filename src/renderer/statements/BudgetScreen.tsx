import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { rowSentence } from "#renderer/ui/row-sentence.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { BudgetGrid } from "./BudgetGrid.tsx";
import styles from "./Statements.module.css";
import { StatementViews } from "./StatementViews.tsx";

/** The budget of a year by account and month: typed, read from a file, or made from the actuals. */
export function BudgetScreen(_: ScreenProps) {
  const w = useWords(statementWords);
  const client = useQueryClient();
  const years = useBookStatus().data?.years ?? [];
  const [chosen, setChosen] = useState<string>();
  const last = years.at(-1)?.endsOn.slice(0, 4) ?? "2026";
  const year = chosen ?? last;
  const months = { fromMonth: `${year}-01`, toMonth: `${year}-12` };
  const lines = useQuery({
    queryKey: ["statements", "budget", year],
    queryFn: ({ signal }) => office.statements.listBudget(months, { signal }),
  });
  const read = useMutation({
    mutationFn: (file: File) => office.statements.importBudget({ file }),
    onSuccess: async ({ lines: count, refused }) => {
      notify(w.imported(count, refused.length));
      await client.invalidateQueries();
    },
  });
  const offered = [...years.map((one) => one.endsOn.slice(0, 4)), String(Number(last) + 1)];
  return (
    <>
      <PageHead title={w.budget}>
        <StatementViews current="budget" />
        <NativeSelect
          aria-label={w.budgetYear}
          value={year}
          data={offered}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <FromActual year={year} />
      </PageHead>
      <div className={styles.page}>
        <p className={styles.dim}>{w.budgetWhy}</p>
        {lines.isError && <ProblemNotice error={lines.error} />}
        {lines.data !== undefined && <BudgetGrid key={year} year={year} lines={lines.data} />}
        <DropZone
          hint={w.importBudget}
          accept=".csv,.txt,.xlsx"
          onFiles={([first]) => first && read.mutate(first)}
        />
        {read.isError && <ProblemNotice error={read.error} />}
        {read.data !== undefined && read.data.refused.length > 0 && (
          <RefusedRows file={read.variables.name} rows={read.data.refused} />
        )}
      </div>
    </>
  );
}

function RefusedRows(props: {
  file: string;
  rows: readonly { code: string; facts: Record<string, unknown> }[];
}) {
  const w = useWords(statementWords);
  const language = useLanguage();
  return (
    <section aria-label={w.refusedIn(props.file)}>
      <h2 className={styles.heading}>{w.refusedIn(props.file)}</h2>
      <ul>
        {props.rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report's rows never move.
          <li key={i}>{rowSentence(row, language)}</li>
        ))}
      </ul>
    </section>
  );
}

function FromActual({ year }: { year: string }) {
  const w = useWords(statementWords);
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [growth, setGrowth] = useState("0");
  const make = async () => {
    const growthBps = Math.round(Number(growth.replace(",", ".")) * 100) || 0;
    await office.statements.budgetFromActual({ year: Number(year), growthBps });
    await client.invalidateQueries();
  };
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {w.fromActual}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={w.fromActualTitle(year)}
        verb={w.fromActualVerb}
        onConfirm={make}
        onClose={() => setIsAsking(false)}
      >
        <TextInput
          label={w.growth}
          value={growth}
          onChange={(event) => setGrowth(event.currentTarget.value)}
        />
        <p>{w.fromActualWhy}</p>
      </ConfirmDialog>
    </>
  );
}

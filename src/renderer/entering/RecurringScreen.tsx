import { CloseButton } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatDate } from "#renderer/format.ts";
import { LedgerViews } from "#renderer/ledger/LedgerViews.tsx";
import { office } from "#renderer/office.ts";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { enteringWords } from "#renderer/words/entering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { Accrual } from "./Accrual.tsx";
import styles from "./Entering.module.css";
import { Repeat } from "./Repeat.tsx";

/** Templates, what repeats of them, and accruals: drafts that make themselves. */
export function RecurringScreen(_: ScreenProps) {
  const w = useWords(enteringWords);
  return (
    <>
      <PageHead title={w.recurring}>
        <LedgerViews current="recurring" />
      </PageHead>
      <div className={styles.page}>
        <Recurring />
        <Templates />
        <Accrual />
      </div>
    </>
  );
}

function Recurring() {
  const w = useWords(enteringWords);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const query = useQuery({
    queryKey: ["entry", "recurring"],
    queryFn: ({ signal }) => office.entry.listRecurring({}, { signal }),
  });
  const rows = query.data ?? [];
  const every = { month: w.month1, quarter: w.quarter, year: w.year };
  const remove = (recurringId: number) => {
    office.entry
      .deleteRecurring({ recurringId })
      .then(() => client.invalidateQueries({ queryKey: ["entry"] }), setProblem);
  };
  return (
    <section>
      <h2>{w.recurring}</h2>
      {query.isSuccess && rows.length === 0 && <p className={styles.dim}>{w.noRecurring}</p>}
      <ul className={styles.kept}>
        {rows.map((row) => (
          <li key={row.recurringId}>
            <b>{row.name}</b>
            <span>{every[row.every]}</span>
            <span>
              {formatDate(row.firstOn)}
              {row.lastOn !== null && ` – ${formatDate(row.lastOn)}`}
            </span>
            {row.reverses && <span>{w.reverses}</span>}
            <CloseButton
              size="sm"
              aria-label={w.remove(row.name)}
              onClick={() => remove(row.recurringId)}
            />
          </li>
        ))}
      </ul>
      {problem !== undefined && <ProblemNotice error={problem} />}
    </section>
  );
}

function Templates() {
  const w = useWords(enteringWords);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const query = useQuery({
    queryKey: ["entry", "templates"],
    queryFn: ({ signal }) => office.entry.listTemplates({}, { signal }),
  });
  const rows = query.data ?? [];
  const remove = (templateId: number) => {
    office.entry
      .deleteTemplate({ templateId })
      .then(() => client.invalidateQueries({ queryKey: ["entry"] }), setProblem);
  };
  return (
    <section>
      <h2>{w.templates}</h2>
      {query.isSuccess && rows.length === 0 && <p className={styles.dim}>{w.noTemplates}</p>}
      <ul className={styles.kept}>
        {rows.map((row) => (
          <li key={row.templateId}>
            <b>{row.name}</b>
            <span>{row.entry.label}</span>
            <CloseButton
              size="sm"
              aria-label={w.remove(row.name)}
              onClick={() => remove(row.templateId)}
            />
          </li>
        ))}
      </ul>
      {problem !== undefined && <ProblemNotice error={problem} />}
      {rows.length > 0 && <Repeat templates={rows} />}
    </section>
  );
}

import { useMemo, useState } from "react";
import type { z } from "zod";
import type { actionSchema } from "#contract/book.ts";
import { formatInstant } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { bookWords } from "#renderer/words/book.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { ActionPanel } from "./ActionPanel.tsx";
import { actionWords } from "./action-words.ts";
import { ChainSeals } from "./ChainSeals.tsx";
import { CheckResults } from "./CheckResults.tsx";
import { useVerification } from "./use-verification.ts";

export type Action = z.infer<typeof actionSchema>;

/** The journal of actions: who did what and when, sealed by two chains that anyone can re-check. */
export function JournalScreen() {
  const w = useWords(bookWords);
  const language = useLanguage();
  const { found, run } = useVerification(w.verifying);
  const [opened, setOpened] = useState<Action>();
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  return (
    <>
      <PageHead
        title={w.journal}
        action={{ label: w.verify, run: () => run.mutate(), isDisabled: run.isPending }}
      >
        <ChainSeals found={found} />
        {found !== undefined && <CheckResults checks={found.checks} />}
      </PageHead>
      {run.isError && <ProblemNotice error={run.error} onRetry={() => run.mutate()} />}
      <ListDetail
        list={
          <DataTable
            label={w.journal}
            tableId="journal"
            columns={columns}
            source={{
              queryKey: ["book", "actions"],
              fetchPage: (after: string | undefined, limit, signal) =>
                office.book.listActions({ limit, ...(after && { after }) }, { signal }),
            }}
            rowKey={(row) => String(row.id)}
            empty={{ sentence: w.noActions }}
            onActive={(row) => opened !== undefined && setOpened(row)}
            onOpen={setOpened}
            onBack={() => setOpened(undefined)}
          />
        }
        detail={
          opened && (
            <ActionPanel key={opened.id} action={opened} onClose={() => setOpened(undefined)} />
          )
        }
      />
    </>
  );
}

function columnsOf(w: Words<typeof bookWords>, language: Language): Column<Action>[] {
  return [
    {
      key: "atMs",
      label: w.when,
      type: "text",
      minRem: 9,
      share: 0,
      value: (row) => formatInstant(row.atMs, language),
    },
    { key: "person", label: w.who, type: "text", minRem: 6, share: 0, value: (row) => row.person },
    {
      key: "command",
      label: w.what,
      type: "text",
      share: 2,
      value: (row) => actionWords(row.command, language),
    },
    { key: "subject", label: w.subject, type: "text", value: (row) => row.subject },
  ];
}

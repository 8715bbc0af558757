import { useMemo } from "react";
import type { KeptAnalysis } from "#contract/treasury-memory.ts";
import { formatInstant } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { analysisWords } from "#renderer/words/analyses.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import type { Engine } from "./kept-engines.ts";
import styles from "./Scenarios.module.css";

type W = Words<typeof analysisWords>;

/** The analyses that are kept, newest first; Enter shows what changed in that engine. */
export function KeptAnalyses({ onOpen }: { onOpen: (engine: Engine) => void }) {
  const w = useWords(analysisWords);
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  return (
    <>
      <h2 className={styles.heading}>{w.kept}</h2>
      <div className={styles.sheet}>
        <DataTable
          label={w.kept}
          tableId="kept-analyses"
          columns={columns}
          source={{
            queryKey: ["treasury", "analyses", "kept"],
            fetchPage: (after: string | undefined, limit, signal) =>
              office.treasury.analyses({ limit, ...(after && { after }) }, { signal }),
          }}
          rowKey={(row) => String(row.analysisId)}
          empty={{ sentence: w.nothingKept }}
          onOpen={(row) => onOpen(row.engine as Engine)}
        />
      </div>
    </>
  );
}

function columnsOf(w: W, language: Language): Column<KeptAnalysis>[] {
  return [
    {
      ...{ key: "engine", label: w.engine, type: "text", share: 1 },
      value: (row) => w[row.engine as Engine],
    },
    { key: "asOn", label: w.asOn, type: "date", value: (row) => row.asOn },
    {
      ...{ key: "at", label: w.at, type: "text", minRem: 9, share: 0 },
      value: (row) => formatInstant(row.atMs, language),
    },
    { key: "person", label: w.person, type: "text", share: 1, value: (row) => row.person },
    {
      ...{ key: "digest", label: w.digest, type: "text", share: 1 },
      value: (row) => row.inputsSha256.slice(0, 16),
    },
  ];
}

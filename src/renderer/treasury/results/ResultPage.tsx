import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { resultWords } from "#renderer/words/results.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Results.module.css";
import { type Behind, SourcesPanel } from "./SourcesPanel.tsx";

interface ResultPageProps<Data> {
  query: UseQueryResult<Data>;
  behind: Behind | undefined;
  onClose: () => void;
  children: (data: Data) => ReactNode;
}

/** The body of a view: its answer, or why there is none, beside the figure that is open. */
export function ResultPage<Data>({ query, behind, onClose, children }: ResultPageProps<Data>) {
  const w = useWords(resultWords);
  const { data, error, refetch } = query;
  return (
    <ListDetail
      list={
        <div className={styles.page}>
          {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
          {data === undefined && error === null && (
            <section className={styles.skeleton} aria-busy="true" aria-label={w.loading} />
          )}
          {data !== undefined && children(data)}
        </div>
      }
      detail={
        behind && (
          <SourcesPanel
            key={`${behind.title} ${behind.subtitle}`}
            behind={behind}
            onClose={onClose}
          />
        )
      }
    />
  );
}

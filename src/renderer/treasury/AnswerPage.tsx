import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDate } from "#renderer/format.ts";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import styles from "./Clients.module.css";
import { type TreasuryView, TreasuryViews } from "./TreasuryViews.tsx";

interface AnswerPageProps<Data> {
  view: TreasuryView;
  title: string;
  /** Says the day of the answer beside the title. */
  on: (day: string) => string;
  /** What goes on while the answer is on the way, for screen readers. */
  loading: string;
  query: UseQueryResult<Data>;
  detail: ReactNode;
  children: (data: Data) => ReactNode;
}

/** A view that is one dated answer: its head, its waiting or its problem, its list and detail. */
export function AnswerPage<Data extends { asOn: string }>(props: AnswerPageProps<Data>) {
  const { query, title, detail } = props;
  const { data } = query;
  return (
    <>
      <PageHead title={title} period={data && props.on(formatDate(data.asOn))}>
        <TreasuryViews current={props.view} />
      </PageHead>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {data === undefined && !query.isError && (
        <section className={styles.skeleton} aria-busy="true" aria-label={props.loading} />
      )}
      {data !== undefined && (
        <ListDetail
          list={<div className={styles.stacked}>{props.children(data)}</div>}
          detail={detail}
        />
      )}
    </>
  );
}

import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { indexRows, type RowIndex } from "./row-index.ts";

/** One page of a list read by keyset; `next` is undefined on the last one. */
export interface Page<Row, Cursor> {
  rows: readonly Row[];
  next?: Cursor | undefined;
  /** Rows in the whole list, when the office knows them without counting. */
  total?: number | undefined;
}

/** Where a table's rows come from. */
export interface PageSource<Row, Cursor> {
  queryKey: QueryKey;
  /** Reads the page after `cursor` (the first when undefined), at most `limit` rows. */
  fetchPage: (
    cursor: Cursor | undefined,
    limit: number,
    signal: AbortSignal,
  ) => Promise<Page<Row, Cursor>>;
}

/** Rows as far as they are known, and how to get more. */
export interface TablePages<Row> {
  rows: RowIndex<Row>;
  /** Rows to lay out: the known total, else what is loaded plus room for the next ones. */
  count: number;
  isCountKnown: boolean;
  isFirstLoad: boolean;
  error: unknown;
  retry: () => void;
  /** Asks for what is missing up to a row; called with the last row in view. */
  reach: (lastIndex: number) => void;
}

const PAGE_ROWS = 500;
const AHEAD_ROWS = 150;
const ROOM_ROWS = 30;

/** Reads a list page by page as it is scrolled, never more than 500 rows a call. */
export function useTablePages<Row, Cursor>(source: PageSource<Row, Cursor>): TablePages<Row> {
  const query = useInfiniteQuery({
    queryKey: source.queryKey,
    queryFn: ({ pageParam, signal }) =>
      source.fetchPage(pageParam as Cursor | undefined, PAGE_ROWS, signal),
    initialPageParam: undefined as Cursor | undefined,
    getNextPageParam: (last: Page<Row, Cursor>) => last.next,
    // Comparing a hundred thousand rows at every page would cost more than drawing them.
    structuralSharing: false,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => indexRows((pages ?? []).map((page) => page.rows)), [pages]);
  const { hasNextPage } = query;
  const loaded = rows.length;
  const total = pages?.[0]?.total;
  const room = hasNextPage ? loaded + ROOM_ROWS : loaded;
  const count = hasNextPage ? Math.max(total ?? room, loaded) : loaded;
  return {
    rows,
    count,
    isCountKnown: !hasNextPage || total !== undefined,
    isFirstLoad: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    reach: (lastIndex) => {
      const isNear = lastIndex >= loaded - AHEAD_ROWS;
      if (isNear && hasNextPage && !query.isFetching && !query.isError) void query.fetchNextPage();
    },
  };
}

/** Keeps asking until the rows in view are there. */
export function useReach<Row>(pages: TablePages<Row>, lastIndex: number): void {
  const { reach } = pages;
  useEffect(() => reach(lastIndex));
}

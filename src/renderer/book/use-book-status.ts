import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { BookStatus } from "#contract/book.ts";
import { office } from "#renderer/office.ts";

export const statusKey = ["book", "status"] as const;

/** Which book is open, its company and its fiscal years. */
export function useBookStatus(): UseQueryResult<BookStatus> {
  return useQuery({
    queryKey: statusKey,
    queryFn: ({ signal }) => office.book.status({}, { signal }),
  });
}

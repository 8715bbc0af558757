import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { statusKey } from "./use-book-status.ts";

/** Forgets all that was read from one book and looks again which one is open. */
export function useBookChange(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    client.removeQueries({ predicate: (query) => query.queryKey[1] !== statusKey[1] });
    await client.invalidateQueries({ queryKey: statusKey });
  }, [client]);
}

import { useQuery } from "@tanstack/react-query";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { office } from "#renderer/office.ts";

const NONE: ReadonlyMap<string, string> = new Map();

/** The names of the accounts of expenses and income, as the last fiscal year has them. */
export function useResultLabels(): ReadonlyMap<string, string> {
  const fiscalYearId = useBookStatus().data?.years?.at(-1)?.id;
  const { data } = useQuery({
    queryKey: ["ledger", "result-labels", fiscalYearId],
    queryFn: async ({ signal }) => {
      const asked = { fiscalYearId: fiscalYearId ?? 0, limit: 2_000 };
      const found = await Promise.all(
        ["6", "7"].map((search) => office.ledger.listAccounts({ ...asked, search }, { signal })),
      );
      return new Map(found.flat().map(({ number, label }) => [number, label]));
    },
    enabled: fiscalYearId !== undefined,
  });
  return data ?? NONE;
}

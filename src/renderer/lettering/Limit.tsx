import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { office } from "#renderer/office.ts";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { letteringWords } from "#renderer/words/lettering.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** The difference that lettering may write off to 658 or 758. */
export function Limit() {
  const w = useWords(letteringWords);
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ["lettering", "settings"],
    queryFn: ({ signal }) => office.lettering.settings({}, { signal }),
  });
  const set = useMutation({
    mutationFn: (limitMinor: number) => office.lettering.setLimit({ limitMinor }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["lettering", "settings"] }),
  });
  return (
    <MoneyInput
      label={w.limit}
      amountMinor={data?.limitMinor}
      onChange={(minor) => minor !== undefined && minor >= 0 && set.mutate(minor)}
    />
  );
}

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { addDays, addMonths } from "#contract/date.ts";
import { office } from "#renderer/office.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { closingWords } from "#renderer/words/closing.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** Opens the twelve months that follow the last fiscal year. */
export function OpenNext({ lastEndsOn }: { lastEndsOn: string }) {
  const w = useWords(closingWords);
  const client = useQueryClient();
  const startsOn = addDays(lastEndsOn, 1);
  const endsOn = addDays(addMonths(startsOn, 12), -1);
  const open = useMutation({
    mutationFn: () => office.ledger.openYear({ startsOn, endsOn }),
    onSuccess: async () => {
      notify(w.nextOpened);
      await client.invalidateQueries();
    },
  });
  return (
    <div>
      <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
        {w.openNext(endsOn.slice(0, 4))}
      </Button>
      {open.isError && <ProblemNotice error={open.error} />}
    </div>
  );
}

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { YearState } from "#contract/closing.ts";
import { formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { closingWords } from "#renderer/words/closing.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Closing.module.css";

/** The result of the closed year, allocated in the year of the meeting; gone once it is done. */
export function AllocateResult({ year }: { year: YearState }) {
  const { fiscalYearId } = year;
  const proposal = useQuery({
    queryKey: ["closing", "allocation", fiscalYearId],
    queryFn: ({ signal }) => office.closing.proposeAllocation({ fiscalYearId }, { signal }),
  });
  if (proposal.data === undefined || proposal.data.resultMinor === 0) return null;
  return <Allocation year={year} proposal={proposal.data} />;
}

function Allocation(props: {
  year: YearState;
  proposal: { resultMinor: number; lossesMinor: number; legalReserveMinor: number };
}) {
  const { year, proposal } = props;
  const w = useWords(closingWords);
  const language = useLanguage();
  const [heldOn, setHeldOn] = useState<string | undefined>(`${year.startsOn.slice(0, 4)}-06-30`);
  const [legal, setLegal] = useState<number | undefined>(proposal.legalReserveMinor);
  const [other, setOther] = useState<number>();
  const [dividends, setDividends] = useState<number>();
  const parts = {
    legalReserveMinor: legal ?? 0,
    otherReservesMinor: other ?? 0,
    dividendsMinor: dividends ?? 0,
  };
  const allocate = useAllocate(year.fiscalYearId);
  const carriedMinor =
    proposal.resultMinor -
    parts.legalReserveMinor -
    parts.otherReservesMinor -
    parts.dividendsMinor;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (heldOn !== undefined) allocate.mutate({ heldOn, ...parts });
  };
  return (
    <form className={styles.allocation} onSubmit={submit} aria-label={w.allocate}>
      <h3>
        {w.allocate} : {formatMoney(proposal.resultMinor, language)}
      </h3>
      <div className={styles.fields}>
        <DateInput label={w.heldOn} date={heldOn} onChange={setHeldOn} bounds={year} />
        <MoneyInput
          label={w.legalReserve}
          amountMinor={legal}
          onChange={setLegal}
          description={w.legalReserveHint(formatMoney(proposal.legalReserveMinor, language))}
        />
        <MoneyInput label={w.otherReserves} amountMinor={other} onChange={setOther} />
        <MoneyInput label={w.dividends} amountMinor={dividends} onChange={setDividends} />
      </div>
      {allocate.isError && <ProblemNotice error={allocate.error} />}
      <div className={styles.actions}>
        <span>
          {w.carried} : {formatMoney(carriedMinor, language)}
        </span>
        <Button type="submit" loading={allocate.isPending} disabled={heldOn === undefined}>
          {w.allocateVerb}
        </Button>
      </div>
    </form>
  );
}

interface AllocationParts {
  heldOn: string;
  legalReserveMinor: number;
  otherReservesMinor: number;
  dividendsMinor: number;
}

function useAllocate(fiscalYearId: number) {
  const w = useWords(closingWords);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (parts: AllocationParts) =>
      office.closing.allocateResult({ fiscalYearId, ...parts }),
    onSuccess: async () => {
      notify(w.allocated);
      await client.invalidateQueries();
    },
  });
}

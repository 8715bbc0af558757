import { Autocomplete } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { decisionWords } from "#renderer/words/decisions.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./Scenarios.module.css";

/** What the book says of an open invoice, as a choice is told. */
export interface TakenInvoice {
  number: string;
  openMinor: number;
  /**
   * The day that the forecast expects, or its due date where the forecast leaves it out; null where
   * it is hardly ever paid.
   */
  expectedOn: string | null;
}

type Expected = Awaited<ReturnType<typeof office.treasury.paymentDay>>["expected"];
type Row = Awaited<ReturnType<typeof office.invoicing.listInvoices>>["rows"][number];

const PAUSE_MS = 150;
const MOST_SHOWN = 20;

/** The open invoice that a choice is about, found by number or customer. */
export function InvoiceChoice({ onTake }: { onTake: (taken: TakenInvoice) => void }) {
  const w = useWords(decisionWords);
  const language = useLanguage();
  const [typed, setTyped] = useState("");
  const open = useOpenInvoices(typed);
  const take = useMutation({
    mutationFn: (row: Row) => office.treasury.paymentDay({ invoiceId: row.id }),
    onSuccess: ({ expected }, { number }) => {
      if (expected === null) return;
      onTake({ number, openMinor: expected.openMinor, expectedOn: expected.likelyOn });
    },
  });
  const lineOf = (row: Row) =>
    w.invoiceLine(row.number, row.partyName, formatMoney(row.openMinor, language));
  const rows = open.data ?? [];
  const isNone = typed !== "" && open.isSuccess && rows.length === 0 && take.data === undefined;
  return (
    <>
      <Autocomplete
        label={w.invoice}
        description={isNone ? w.invoiceNone : w.invoiceHow}
        value={typed}
        onChange={setTyped}
        data={rows.map(lineOf)}
        // The office has already searched, by customer as well.
        filter={({ options }) => options}
        onOptionSubmit={(line) => {
          const row = rows.find((one) => lineOf(one) === line);
          if (row !== undefined) take.mutate(row);
        }}
      />
      {(open.error ?? take.error) !== null && <ProblemNotice error={open.error ?? take.error} />}
      {take.data !== undefined && (
        <p className={styles.dim} aria-live="polite">
          {sayingOf(take.data.expected, take.variables.dueOn, w)}
        </p>
      )}
    </>
  );
}

/** What the book and the forecast know of the invoice that was taken. */
function sayingOf(expected: Expected, dueOn: string, w: Words<typeof decisionWords>): string {
  if (expected === null) return w.invoiceExplained;
  const { likelyOn, lateOn } = expected;
  const due = formatDate(dueOn);
  if (likelyOn === null) return w.invoiceLost(due);
  if (lateOn === null) return w.invoiceDoubtful(due, formatDate(likelyOn));
  return w.invoiceTaken(due, formatDate(likelyOn), formatDate(lateOn));
}

/** Open invoices whose number or customer holds what is typed; a taken line finds its own number. */
function useOpenInvoices(typed: string) {
  const [search] = useDebouncedValue(typed.split(" · ")[0]?.trim() ?? "", PAUSE_MS);
  return useQuery({
    queryKey: ["invoicing", "open-for-choice", search],
    queryFn: async ({ signal }) => {
      const asked = { state: "open" as const, search, limit: MOST_SHOWN };
      const { rows } = await office.invoicing.listInvoices(asked, { signal });
      return rows.filter((row) => row.kind === "invoice" && row.openMinor > 0);
    },
    placeholderData: keepPreviousData,
  });
}

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Reminder } from "#contract/treasury-reminders.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { actionWords } from "#renderer/words/actions.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { Sheet } from "./results/Sheet.tsx";

/** Older ones still count in the effects; a page shows the last. */
const SHOWN = 200;

interface ReminderListProps {
  onOpen: (reminder: Reminder) => void;
  onBack: () => void;
}

/** Reminders that people made, and how many of their invoices were paid in time. */
export function ReminderList({ onOpen, onBack }: ReminderListProps) {
  const w = useWords(actionWords);
  const columns = useMemo(() => columnsOf(w), [w]);
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: ["treasury", "reminders"],
    queryFn: ({ signal }) => office.treasury.reminders({ limit: SHOWN }, { signal }),
  });
  if (error !== null) return <ProblemNotice error={error} />;
  if (data === undefined) return null;
  return (
    <Sheet
      title={w.made}
      note={w.madeWhat}
      tableId="treasury-reminders"
      columns={columns}
      rows={data.rows}
      version={[dataUpdatedAt]}
      rowKey={(row) => String(row.reminderId)}
      empty={w.noReminder}
      onOpen={onOpen}
      onBack={onBack}
    />
  );
}

function columnsOf(w: Words<typeof actionWords>): Column<Reminder>[] {
  const paid = ({ invoices }: Reminder) => invoices.filter((one) => one.outcome === "paid").length;
  return [
    { key: "on", label: w.doneOn, type: "date", value: (row) => row.doneOn },
    {
      ...{ key: "kind", label: w.what, type: "chip", minRem: 7.5 },
      value: (row) => ({ word: w[row.kind], tone: row.kind === "mail" ? "neutral" : "accent" }),
    },
    { key: "client", label: w.client, type: "text", share: 2, value: (row) => row.partyName },
    {
      ...{ key: "open", label: w.open, type: "money", minRem: 7.5 },
      value: (row) => row.invoices.reduce((sum, one) => sum + one.openMinor, 0),
    },
    {
      ...{ key: "paid", label: w.inTime, type: "chip", minRem: 9 },
      value: (row) =>
        row.invoices.some((one) => one.outcome === "waiting")
          ? { word: w.waiting, tone: "wait" }
          : {
              word: `${paid(row)} / ${row.invoices.length}`,
              tone: paid(row) === row.invoices.length ? "done" : "neutral",
            },
    },
    { key: "by", label: w.by, type: "text", value: (row) => row.person },
  ];
}

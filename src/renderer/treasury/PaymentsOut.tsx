import { useMemo } from "react";
import { go } from "#renderer/app/router.ts";
import type { Column, StateWord } from "#renderer/ui/column.ts";
import { actionWords } from "#renderer/words/actions.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { Sheet } from "./results/Sheet.tsx";
import { type PaymentOut, ranked } from "./use-actions.ts";

type W = Words<typeof actionWords>;

/** Payments of the coming weeks in the order to make them; Enter opens the bill or the forecast. */
export function PaymentsOut({ payments }: { payments: readonly PaymentOut[] }) {
  const w = useWords(actionWords);
  const columns = useMemo(() => columnsOf(payments, w), [payments, w]);
  const seen = payments.map((one) => [one.ref.id, one.kind, one.openMinor, one.payOn]);
  return (
    <Sheet
      title={w.payments}
      note={w.paymentsWhy}
      tableId="treasury-payments"
      columns={columns}
      rows={ranked(payments)}
      version={[JSON.stringify(seen)]}
      rowKey={(row) => `${row.ref.kind} ${row.ref.id} ${row.payOn}`}
      empty={w.noPayment}
      hasTotal={true}
      onOpen={open}
    />
  );
}

function open({ ref, payOn }: PaymentOut): void {
  go(ref.kind === "bill" ? `/purchases?bill=${ref.id}` : `/treasury?day=${payOn}`);
}

function columnsOf(payments: readonly PaymentOut[], w: W): Column<PaymentOut & { rank: number }>[] {
  return [
    {
      ...{ key: "rank", label: w.rank, type: "number", minRem: 3 },
      value: (row) => row.rank,
    },
    { key: "kind", label: w.toDo, type: "chip", minRem: 7.5, value: (row) => deedOf(row, w) },
    { key: "payee", label: w.payee, type: "text", minRem: 9, share: 2, value: (row) => row.label },
    {
      ...{ key: "legal", label: w.legalRank, type: "text", minRem: 6.5, share: 0 },
      value: (row) => w[row.legalRank],
    },
    {
      ...{ key: "amount", label: w.amount, type: "money", minRem: 6.5 },
      value: (row) => row.openMinor,
      totalMinor: payments.reduce((sum, one) => sum + one.openMinor, 0),
    },
    { key: "payOn", label: w.payOn, type: "date", value: (row) => row.payOn },
    { key: "payBy", label: w.payBy, type: "date", value: (row) => row.payByOn },
    {
      ...{ key: "late", label: w.monthLate, type: "money", minRem: 7 },
      value: (row) => row.monthLateMinor,
    },
    {
      ...{ key: "cash", label: w.cash, type: "chip", minRem: 8 },
      value: (row) =>
        row.isShort ? { word: w.short, tone: "alert" } : { word: w.enough, tone: "neutral" },
    },
    {
      ...{ key: "why", label: w.reasons, type: "text", minRem: 7.5, share: 2 },
      value: (row) => row.why.map((reason) => w[reason]).join(" · "),
    },
  ];
}

function deedOf({ kind }: PaymentOut, w: W): StateWord {
  const tone = kind === "make" ? "accent" : kind === "early" ? "done" : "neutral";
  return { word: w[kind], tone };
}

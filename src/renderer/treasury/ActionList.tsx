import { useMemo } from "react";
import { formatCount, formatMoney } from "#renderer/format.ts";
import type { Column } from "#renderer/ui/column.ts";
import { actionWords } from "#renderer/words/actions.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { goToInvoicesOf } from "./read-risk.ts";
import { Sheet } from "./results/Sheet.tsx";
import { wholePercent } from "./risk-words.ts";
import { type ClientAction, figureOf, ranked } from "./use-actions.ts";

type W = Words<typeof actionWords>;

interface ActionListProps {
  actions: readonly ClientAction[];
  open: (partyId: number) => void;
  close: () => void;
}

/** Reminders by falling value a minute; the panel follows the row, Enter opens its invoices. */
export function ActionList({ actions, open, close }: ActionListProps) {
  const w = useWords(actionWords);
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(actions, w, language), [actions, w, language]);
  const seen = actions.map((one) => [one.kind, one.partyId, one.minutes, one.expected.value]);
  return (
    <Sheet
      title={w.actions}
      tableId="treasury-actions"
      columns={columns}
      rows={ranked(actions)}
      version={[JSON.stringify(seen)]}
      rowKey={(row) => String(row.partyId)}
      empty={w.noAction}
      hasTotal={true}
      onActive={(row) => open(row.partyId)}
      onOpen={(row) => goToInvoicesOf(row.partyName ?? "")}
      onBack={close}
    />
  );
}

function columnsOf(
  actions: readonly ClientAction[],
  w: W,
  language: Language,
): Column<ClientAction & { rank: number }>[] {
  const total = (of: (one: ClientAction) => number) =>
    actions.reduce((sum, one) => sum + of(one), 0);
  return [
    { key: "rank", label: w.rank, type: "number", minRem: 3, value: (row) => row.rank },
    {
      ...{ key: "what", label: w.what, type: "chip", minRem: 7.5 },
      value: (row) => ({ word: w[row.kind], tone: row.kind === "mail" ? "neutral" : "accent" }),
    },
    { key: "client", label: w.client, type: "text", share: 2, value: (row) => row.partyName },
    {
      ...{ key: "minutes", label: w.time, type: "number", minRem: 4.5 },
      value: (row) => row.minutes,
      total: total((one) => one.minutes),
    },
    {
      ...{ key: "expected", label: w.expected, type: "money", minRem: 6.5 },
      value: (row) => row.expected.value,
      totalMinor: total((one) => one.expected.value ?? 0),
    },
    {
      ...{ key: "open", label: w.open, type: "money", minRem: 7.5 },
      value: (row) => row.openMinor,
      totalMinor: total((one) => one.openMinor),
    },
    {
      ...{ key: "effect", label: w.effect, type: "chip", minRem: 6 },
      value: (row) => ({ word: w[row.effect], tone: row.effect === "measured" ? "done" : "wait" }),
    },
    {
      ...{ key: "why", label: w.why, type: "text", minRem: 16, share: 4 },
      value: (row) => whyOf(row, w, language),
    },
  ];
}

function whyOf(row: ClientAction, w: W, language: Language): string {
  const days = figureOf(row, "days-late");
  const share = wholePercent(figureOf(row, "unpaid-share"), language);
  const atRisk = formatMoney(figureOf(row, "at-risk"), language);
  return days > 0
    ? w.whyLate(formatCount(days, language), share, atRisk)
    : w.whyEarly(share, atRisk);
}

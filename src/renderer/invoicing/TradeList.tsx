import { TextInput } from "@mantine/core";
import { useMemo } from "react";
import type { TradeRow } from "#contract/invoicing.ts";
import { go } from "#renderer/app/router.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { FilterChips } from "#renderer/ui/FilterChips.tsx";
import { tradeWords } from "#renderer/words/trade.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { noTradeFilter, type TradeFilter, type TradeState } from "./trade-filter.ts";
import { tradeState } from "./trade-state.ts";

type Page = { rows: TradeRow[]; next?: string | undefined; total?: number | undefined };

interface TradeListProps {
  label: string;
  tableId: string;
  partyLabel: string;
  emptySentence: string;
  filter: TradeFilter;
  onFilter: (filter: TradeFilter) => void;
  fetchPage: (after: string | undefined, limit: number, signal: AbortSignal) => Promise<Page>;
  onOpen: (row: TradeRow) => void;
}

/** A list of invoices or of bills, which differ only by their party. */
export function TradeList(props: TradeListProps) {
  const w = useWords(tradeWords);
  const { partyLabel, filter, onFilter } = props;
  const columns = useMemo(() => columnsOf(w, partyLabel), [w, partyLabel]);
  const isFiltered = filter.state !== "all" || filter.search !== "";
  return (
    <DataTable
      label={props.label}
      tableId={props.tableId}
      columns={columns}
      source={{
        queryKey: [props.tableId, filter],
        fetchPage: (after: string | undefined, limit, signal) =>
          props.fetchPage(after, limit, signal),
      }}
      rowKey={(row) => String(row.id)}
      empty={
        isFiltered
          ? {
              sentence: w.noneFound,
              action: { label: w.clear, run: () => onFilter(noTradeFilter) },
            }
          : {
              sentence: props.emptySentence,
              action: { label: w.importFiles, run: () => go("/import") },
            }
      }
      onOpen={props.onOpen}
    />
  );
}

/** The filters above a list of invoices or bills. */
export function TradeFilters({
  filter,
  onFilter,
}: {
  filter: TradeFilter;
  onFilter: (filter: TradeFilter) => void;
}) {
  const w = useWords(tradeWords);
  const chips = [
    { key: "open", label: w.onlyOpen },
    { key: "late", label: w.onlyLate },
    { key: "paid", label: w.onlyPaid },
  ];
  return (
    <>
      <FilterChips
        isSingle
        chips={chips}
        active={new Set(filter.state === "all" ? [] : [filter.state])}
        onChange={(active) => {
          const [state = "all"] = [...active] as TradeState[];
          onFilter({ ...filter, state });
        }}
      />
      <TextInput
        type="search"
        aria-label={w.search}
        placeholder={w.search}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
      />
    </>
  );
}

function columnsOf(w: Words<typeof tradeWords>, partyLabel: string): Column<TradeRow>[] {
  return [
    { key: "issued", label: w.issuedOn, type: "date", value: (row) => row.issuedOn },
    {
      key: "number",
      label: w.number,
      type: "text",
      minRem: 7.5,
      share: 0,
      value: (row) => row.number,
    },
    { key: "party", label: partyLabel, type: "text", minRem: 7, value: (row) => row.partyName },
    { key: "due", label: w.dueOn, type: "date", value: (row) => row.dueOn },
    { key: "gross", label: w.gross, type: "money", minRem: 6, value: (row) => row.grossMinor },
    { key: "open", label: w.open, type: "money", minRem: 6, value: (row) => row.openMinor },
    {
      key: "state",
      label: w.state,
      type: "chip",
      minRem: 7.5,
      value: (row) => tradeState(row, w),
    },
  ];
}

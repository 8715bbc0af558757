import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { isDate } from "#contract/date.ts";
import type { BankLineRow } from "#contract/matching.ts";
import { runCommand, useCommands } from "#renderer/app/commands.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { office } from "#renderer/office.ts";
import type { Column, Tone } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { BankFilters } from "./BankFilters.tsx";
import { BankViews } from "./BankViews.tsx";
import { type BankFilter, bankQuery, noBankFilter } from "./bank-filter.ts";
import { LinePanel } from "./LinePanel.tsx";
import { MatchingStrip } from "./MatchingStrip.tsx";

/** Bank lines, newest first; each opens on its match, or on what could explain it. */
export function BankingScreen({ query }: ScreenProps) {
  const w = useWords(bankWords);
  const [filter, setFilter] = useKept<BankFilter>("bank", noBankFilter);
  const asked = Number(query.get("line"));
  const [openedId, setOpenedId] = useState(asked > 0 ? asked : undefined);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  useDayAsked(query.get("day"), setFilter);
  useOpenLines(openedId, filter.bankAccountId, setOpenedId);
  const columns = useMemo(() => columnsOf(w), [w]);
  const isFiltered = Object.keys(bankQuery(filter)).length > 0;
  return (
    <>
      <PageHead title={w.title}>
        <BankViews current="lines" />
        <MatchingStrip
          bankAccountId={filter.bankAccountId}
          marked={marked}
          onDone={() => setMarked(new Set())}
        />
        <BankFilters filter={filter} onChange={setFilter} />
      </PageHead>
      <ListDetail
        list={
          <DataTable
            label={w.lines}
            tableId="bank"
            columns={columns}
            source={{
              queryKey: ["reconciliation", "lines", bankQuery(filter)],
              fetchPage: (after: string | undefined, limit, signal) =>
                office.reconciliation.listLines(
                  { limit, ...(after && { after }), ...bankQuery(filter) },
                  { signal },
                ),
            }}
            rowKey={(row) => String(row.id)}
            marked={marked}
            onMark={setMarked}
            empty={emptyOf(w, isFiltered ? () => setFilter(noBankFilter) : undefined)}
            onActive={(row) => openedId !== undefined && setOpenedId(row.id)}
            onOpen={(row) =>
              row.id === openedId ? runCommand("bank.accept") : setOpenedId(row.id)
            }
            onBack={() => setOpenedId(undefined)}
            onRowKey={(row, event) => row.id === openedId && actOnOpened(event)}
          />
        }
        detail={
          openedId && (
            <LinePanel
              key={openedId}
              bankLineId={openedId}
              onClose={() => setOpenedId(undefined)}
            />
          )
        }
      />
    </>
  );
}

/** A day asked for in the address narrows the list to it, once. */
function useDayAsked(day: string | null, setFilter: (filter: BankFilter) => void): void {
  useEffect(() => {
    if (day !== null && isDate(day)) setFilter({ ...noBankFilter, day });
  }, [day, setFilter]);
}

/** Alt and an arrow open the next or previous line that is left to match. */
function useOpenLines(
  openedId: number | undefined,
  bankAccountId: number,
  open: (bankLineId: number) => void,
): void {
  const w = useWords(bankWords);
  const commands = useMemo(() => {
    const move = async (direction: "next" | "previous") => {
      if (openedId === undefined) return;
      const account = bankAccountId === 0 ? {} : { bankAccountId };
      const asked = { bankLineId: openedId, direction, ...account };
      const found = await office.reconciliation.nextOpenLine(asked);
      if (found.bankLineId !== null) open(found.bankLineId);
    };
    return [
      { id: "bank.next", label: w.nextOpen, keys: "alt+ArrowDown", run: () => void move("next") },
      {
        ...{ id: "bank.previous", label: w.previousOpen, keys: "alt+ArrowUp" },
        run: () => void move("previous"),
      },
    ];
  }, [openedId, bankAccountId, open, w]);
  useCommands(commands);
}

/** What stands for rows: nothing found under these filters, or nothing imported yet. */
function emptyOf(w: Words<typeof bankWords>, clear: (() => void) | undefined) {
  return clear === undefined
    ? { sentence: w.empty, action: { label: w.importFiles, run: () => go("/import") } }
    : { sentence: w.noneFound, action: { label: w.clear, run: clear } };
}

const ROW_KEYS: Record<string, string> = { Delete: "bank.refuse", "/": "bank.search" };

/** Keys of the open line, while the list has the keyboard; Enter accepts. */
function actOnOpened(event: KeyboardEvent): void {
  const command = ROW_KEYS[event.key];
  if (command === undefined) return;
  event.preventDefault();
  runCommand(command);
}

const TONES: Record<BankLineRow["state"], Tone> = {
  matched: "done",
  suggested: "accent",
  abstained: "wait",
  unmatched: "wait",
};

function columnsOf(w: Words<typeof bankWords>): Column<BankLineRow>[] {
  return [
    { key: "date", label: w.date, type: "date", value: (row) => row.bookedOn },
    { key: "label", label: w.label, type: "text", share: 3, value: (row) => row.label },
    { key: "amount", label: w.amount, type: "money", value: (row) => row.amountMinor },
    {
      key: "state",
      label: w.state,
      type: "chip",
      value: (row) => ({ word: w[row.state], tone: TONES[row.state] }),
    },
  ];
}

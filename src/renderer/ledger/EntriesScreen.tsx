import { useMemo, useState } from "react";
import type { EntryRow } from "#contract/ledger.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { formatCount } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { EntryFilters } from "./EntryFilters.tsx";
import { EntryPanel } from "./EntryPanel.tsx";
import { type EntryFilter, entryQuery, noFilter } from "./entry-filter.ts";
import { LedgerViews } from "./LedgerViews.tsx";
import { originWords } from "./origin.ts";

/** Posted entries, newest first; each opens on its lines, its source and its seal. */
export function EntriesScreen({ query }: ScreenProps) {
  const w = useWords(ledgerWords);
  const language = useLanguage();
  const [filter, setFilter] = useKept<EntryFilter>("entries", noFilter);
  const asked = Number(query.get("entry"));
  const [openedId, setOpenedId] = useState(asked > 0 ? asked : undefined);
  // The panel says the origin; the list keeps the amount in view beside it.
  const isOpened = openedId !== undefined;
  const columns = useMemo(
    () => columnsOf(w, language).filter((one) => !isOpened || one.key !== "origin"),
    [w, language, isOpened],
  );
  const isFiltered = Object.keys(entryQuery(filter)).length > 0;
  return (
    <>
      <PageHead title={w.entries}>
        <LedgerViews current="entries" />
        <EntryFilters filter={filter} onChange={setFilter} />
      </PageHead>
      <ListDetail
        list={
          <DataTable
            label={w.entries}
            tableId="entries"
            columns={columns}
            source={{
              queryKey: ["ledger", "entries", entryQuery(filter)],
              fetchPage: (after: string | undefined, limit, signal) =>
                office.ledger.listEntries(
                  { limit, ...(after && { after }), ...entryQuery(filter) },
                  { signal },
                ),
            }}
            rowKey={(row) => String(row.id)}
            empty={
              isFiltered
                ? {
                    sentence: w.noneFound,
                    action: { label: w.clear, run: () => setFilter(noFilter) },
                  }
                : {
                    sentence: w.noEntries,
                    action: { label: w.importFiles, run: () => go("/import") },
                  }
            }
            onActive={(row) => openedId !== undefined && setOpenedId(row.id)}
            onOpen={(row) => setOpenedId(row.id)}
            onBack={() => setOpenedId(undefined)}
          />
        }
        detail={
          openedId && <EntryPanel entryId={openedId} onClose={() => setOpenedId(undefined)} />
        }
      />
    </>
  );
}

function columnsOf(w: Words<typeof ledgerWords>, language: Language): Column<EntryRow>[] {
  return [
    { key: "date", label: w.date, type: "date", value: (row) => row.datedOn },
    {
      key: "number",
      label: w.number,
      type: "text",
      minRem: 5,
      share: 0,
      value: (row) => formatCount(row.number, language),
    },
    {
      key: "journal",
      label: w.journal,
      type: "text",
      minRem: 5,
      share: 0,
      value: (r) => r.journal,
    },
    { key: "piece", label: w.piece, type: "text", minRem: 9, share: 0, value: (r) => r.pieceRef },
    { key: "label", label: w.label, type: "text", share: 3, value: (row) => row.label },
    {
      key: "origin",
      label: w.origin,
      type: "text",
      minRem: 9,
      share: 0,
      value: (row) => originWords(row.originKind, w),
    },
    { key: "amount", label: w.amount, type: "money", value: (row) => row.totalMinor },
  ];
}

import { useMemo, useState } from "react";
import type { z } from "zod";
import type { accountLineSchema } from "#contract/ledger.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { EntryPanel } from "./EntryPanel.tsx";
import { ProvisionalOpening } from "./ProvisionalOpening.tsx";
import { YearSelect } from "./YearSelect.tsx";

type AccountLine = z.infer<typeof accountLineSchema>;

/** The general ledger of one account (grand livre); each line opens on its entry. */
export function AccountScreen({ params, query }: ScreenProps) {
  const w = useWords(ledgerWords);
  const account = params.account ?? "";
  const years = useBookStatus().data?.years ?? [];
  const [yearId, setYearId] = useState(Number(query.get("year")) || undefined);
  const [openedId, setOpenedId] = useState<number>();
  const year = years.find((one) => one.id === yearId) ?? years.at(-1);
  const columns = useMemo(() => columnsOf(w), [w]);
  const period = year && { fromOn: year.startsOn, toOn: year.endsOn };
  const before = years[years.findIndex((one) => one.id === year?.id) - 1];
  return (
    <>
      <PageHead title={w.ledgerOf(account)}>
        <a href="#/entries/balance">{w.backToBalance}</a>
        <YearSelect years={years} yearId={year?.id} onChange={setYearId} />
      </PageHead>
      {year && before && (
        <ProvisionalOpening account={account} yearId={year.id} onSee={() => setYearId(before.id)} />
      )}
      <ListDetail
        list={
          <DataTable
            label={w.ledgerOf(account)}
            tableId={`account-${account}-${year?.id}`}
            columns={columns}
            source={{
              queryKey: ["ledger", "accountLines", account, period],
              fetchPage: (after: string | undefined, limit, signal) =>
                office.ledger.listAccountLines(
                  { account, limit, ...(after && { after }), ...period },
                  { signal },
                ),
            }}
            rowKey={(row) => String(row.id)}
            empty={{ sentence: w.noLines }}
            onActive={(row) => openedId !== undefined && setOpenedId(row.entryId)}
            onOpen={(row) => setOpenedId(row.entryId)}
            onBack={() =>
              openedId === undefined ? go("/entries/balance") : setOpenedId(undefined)
            }
          />
        }
        detail={
          openedId && <EntryPanel entryId={openedId} onClose={() => setOpenedId(undefined)} />
        }
      />
    </>
  );
}

function columnsOf(w: Words<typeof ledgerWords>): Column<AccountLine>[] {
  return [
    { key: "date", label: w.date, type: "date", value: (row) => row.datedOn },
    {
      key: "journal",
      label: w.journal,
      type: "text",
      minRem: 5,
      share: 0,
      value: (r) => r.journal,
    },
    { key: "piece", label: w.piece, type: "text", minRem: 9, share: 0, value: (r) => r.pieceRef },
    { key: "label", label: w.label, type: "text", share: 2, value: (row) => row.label },
    { key: "party", label: w.party, type: "text", value: (row) => row.partyName },
    {
      key: "letter",
      label: w.lettering,
      type: "text",
      minRem: 4,
      share: 0,
      value: (r) => r.letter,
    },
    { key: "debit", label: w.debit, type: "money", value: (row) => row.debitMinor },
    { key: "credit", label: w.credit, type: "money", value: (row) => row.creditMinor },
  ];
}

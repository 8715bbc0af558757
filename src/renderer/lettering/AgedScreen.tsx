import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { AgedRow } from "#contract/lettering.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { LedgerViews } from "#renderer/ledger/LedgerViews.tsx";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { letteringWords } from "#renderer/words/lettering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";

/** What customers owe, or what is owed to suppliers, by age; each opens on its lines. */
export function AgedScreen(_: ScreenProps) {
  const w = useWords(letteringWords);
  const [kind, setKind] = useState<"customer" | "supplier">("customer");
  const [asOn, setAsOn] = useState(todayHere());
  const query = useQuery({
    queryKey: ["lettering", "aged", kind, asOn],
    queryFn: ({ signal }) => office.lettering.agedBalance({ kind, asOn }, { signal }),
  });
  const rows = query.data ?? NONE;
  const columns = useMemo(() => columnsOf(w, rows), [w, rows]);
  return (
    <>
      <PageHead title={w.aged}>
        <LedgerViews current="aged" />
        <NativeSelect
          aria-label={w.party}
          value={kind}
          data={[
            { value: "customer", label: w.customers },
            { value: "supplier", label: w.suppliers },
          ]}
          onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
        />
        <DateInput label={w.asOn} date={asOn} onChange={(date) => date && setAsOn(date)} />
      </PageHead>
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <DataTable
          label={w.aged}
          tableId={`aged-${kind}`}
          columns={columns}
          source={{
            queryKey: ["lettering", "agedRows", kind, asOn, query.dataUpdatedAt],
            fetchPage: async () => ({
              rows: query.data ?? (await query.refetch({ cancelRefetch: false })).data ?? [],
            }),
          }}
          rowKey={(row) => `${row.account} ${row.partyId}`}
          empty={{ sentence: w.nothingAged }}
          onOpen={(row) => go(`/entries/lettering?account=${row.account}&party=${row.partyId}`)}
        />
      )}
    </>
  );
}

const NONE: readonly AgedRow[] = [];

type AgeKey = Extract<keyof AgedRow, `${string}Minor`>;

function columnsOf(w: Words<typeof letteringWords>, rows: readonly AgedRow[]): Column<AgedRow>[] {
  const money = (key: AgeKey, label: string): Column<AgedRow> => ({
    key,
    label,
    type: "money",
    value: (row) => row[key],
    totalMinor: rows.reduce((sum, row) => sum + row[key], 0),
  });
  return [
    { key: "party", label: w.party, type: "text", share: 2, value: (row) => row.partyName },
    {
      key: "account",
      label: w.account,
      type: "text",
      minRem: 5,
      share: 0,
      value: (r) => r.account,
    },
    money("notDueMinor", w.notDue),
    money("to30Minor", w.to30),
    money("to60Minor", w.to60),
    money("to90Minor", w.to90),
    money("over90Minor", w.over90),
    money("totalMinor", w.total),
  ];
}

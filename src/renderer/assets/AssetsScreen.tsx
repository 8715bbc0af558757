import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Asset } from "#contract/assets.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { LedgerViews } from "#renderer/ledger/LedgerViews.tsx";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { assetWords } from "#renderer/words/assets.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { AddAsset } from "./AddAsset.tsx";
import { AssetPanel } from "./AssetPanel.tsx";
import styles from "./Assets.module.css";
import { Depreciate } from "./Depreciate.tsx";

const NONE: readonly Asset[] = [];

/** The register of fixed assets on a day; each opens on its schedule. */
export function AssetsScreen(_: ScreenProps) {
  const w = useWords(assetWords);
  const [asOn, setAsOn] = useState(todayHere());
  const [openedId, setOpenedId] = useState<number>();
  const query = useQuery({
    queryKey: ["assets", "list", asOn],
    queryFn: ({ signal }) => office.assets.list({ asOn }, { signal }),
  });
  const rows = query.data ?? NONE;
  const columns = useMemo(() => columnsOf(w, rows), [w, rows]);
  const opened = rows.find((row) => row.assetId === openedId);
  return (
    <>
      <PageHead title={w.title}>
        <LedgerViews current="assets" />
        <div className={styles.row}>
          <DateInput
            label={w.asOn}
            isLabelHidden
            date={asOn}
            onChange={(date) => date && setAsOn(date)}
          />
          <AddAsset />
          <Depreciate />
        </div>
      </PageHead>
      {query.isError && <ProblemNotice error={query.error} />}
      <ListDetail
        list={
          <DataTable
            label={w.title}
            tableId="assets"
            columns={columns}
            source={{
              queryKey: ["assets", "rows", asOn, query.dataUpdatedAt],
              fetchPage: async () => ({
                rows: query.data ?? (await query.refetch({ cancelRefetch: false })).data ?? [],
              }),
            }}
            rowKey={(row) => String(row.assetId)}
            empty={{ sentence: w.noAssets }}
            onOpen={(row) => setOpenedId(row.assetId)}
            onBack={() => setOpenedId(undefined)}
          />
        }
        detail={opened && <AssetPanel asset={opened} onClose={() => setOpenedId(undefined)} />}
      />
    </>
  );
}

function columnsOf(w: Words<typeof assetWords>, rows: readonly Asset[]): Column<Asset>[] {
  const money = (key: "costMinor" | "depreciatedMinor" | "netMinor", label: string) => ({
    key,
    label,
    type: "money" as const,
    value: (row: Asset) => row[key],
    totalMinor: rows.reduce((sum, row) => sum + row[key], 0),
  });
  return [
    {
      key: "account",
      label: w.account,
      type: "text",
      minRem: 5,
      share: 0,
      value: (r) => r.account,
    },
    { key: "label", label: w.label, type: "text", share: 2, value: (row) => row.label },
    { key: "inServiceOn", label: w.inServiceOn, type: "date", value: (row) => row.inServiceOn },
    {
      key: "method",
      label: w.method,
      type: "text",
      minRem: 7,
      share: 0,
      value: (r) => w[r.method],
    },
    { key: "months", label: w.months, type: "number", minRem: 6, value: (row) => row.months },
    money("costMinor", w.cost),
    money("depreciatedMinor", w.depreciated),
    money("netMinor", w.net),
    { key: "disposedOn", label: w.disposed, type: "date", value: (row) => row.disposedOn },
  ];
}

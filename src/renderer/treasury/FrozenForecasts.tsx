import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FrozenForecast } from "#contract/treasury-frozen.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { scenarioWords } from "#renderer/words/scenarios.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./Scenarios.module.css";

/** Forecasts kept as they were seen; each opens beside what came. */
export function FrozenForecasts(props: { onOpen: (frozenId: number) => void; onBack: () => void }) {
  const w = useWords(scenarioWords);
  const columns = useMemo(() => columnsOf(w), [w]);
  const { data, refetch } = useQuery({
    queryKey: ["treasury", "frozen"],
    queryFn: ({ signal }) => office.treasury.frozenForecasts({}, { signal }),
  });
  return (
    <>
      <h2 className={styles.heading}>{w.frozen}</h2>
      <div className={styles.sheet}>
        <DataTable
          label={w.frozen}
          tableId="frozen-forecasts"
          columns={columns}
          source={{
            queryKey: ["treasury", "frozen-rows", data?.length],
            fetchPage: async () => ({ rows: data ?? (await refetch()).data ?? [] }),
          }}
          rowKey={(row) => String(row.frozenId)}
          empty={{ sentence: w.noFrozen }}
          onOpen={(row) => props.onOpen(row.frozenId)}
          onBack={props.onBack}
        />
      </div>
    </>
  );
}

function columnsOf(w: Words<typeof scenarioWords>): Column<FrozenForecast>[] {
  return [
    { key: "asOn", label: w.frozenOn, type: "date", value: (row) => row.asOn },
    { key: "scenario", label: w.scenario, type: "text", value: (row) => row.scenario || w.none },
    { key: "balance", label: w.balance, type: "money", value: (row) => row.balanceMinor },
    { key: "lowest", label: w.lowest, type: "money", value: (row) => row.lowest.balanceMinor },
    { key: "lowestOn", label: w.lowestOn, type: "date", value: (row) => row.lowest.on },
    { key: "horizon", label: w.horizon, type: "number", value: (row) => row.horizonDays },
    { key: "by", label: w.by, type: "text", value: (row) => row.person },
  ];
}

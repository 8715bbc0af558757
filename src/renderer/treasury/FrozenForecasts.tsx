import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FrozenForecast } from "#contract/treasury-frozen.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { scenarioWords } from "#renderer/words/scenarios.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { Sheet } from "./results/Sheet.tsx";

/** Forecasts kept as they were seen; each opens beside what came. */
export function FrozenForecasts(props: { onOpen: (frozenId: number) => void; onBack: () => void }) {
  const w = useWords(scenarioWords);
  const columns = useMemo(() => columnsOf(w), [w]);
  const { data } = useQuery({
    queryKey: ["treasury", "frozen"],
    queryFn: ({ signal }) => office.treasury.frozenForecasts({}, { signal }),
  });
  if (data === undefined) return null;
  return (
    <Sheet
      title={w.frozen}
      tableId="frozen-forecasts"
      columns={columns}
      rows={data}
      version={[data.length]}
      rowKey={(row) => String(row.frozenId)}
      empty={w.noFrozen}
      onOpen={(row) => props.onOpen(row.frozenId)}
      onBack={props.onBack}
    />
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

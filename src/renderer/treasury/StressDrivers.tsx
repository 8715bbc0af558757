import { useMemo } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import type { StressFinding } from "#contract/treasury-stress.ts";
import { originAddress } from "#renderer/ledger/origin.ts";
import { BarChart } from "#renderer/ui/charts/BarChart.tsx";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { stressWords } from "#renderer/words/stress.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./Sections.module.css";
import { useClients } from "./use-scenarios.ts";

/** An item that the worst draws lack, with the name of who owes it. */
type Driver = StressFinding["drivers"][number] & { party: string };

const DRAWN = 10;

/** What is most missing in the worst draws; each opens on its invoice. */
export function StressDrivers({ finding }: { finding: StressFinding }) {
  const w = useWords(stressWords);
  const { data: clients } = useClients();
  const drivers = useMemo(() => {
    const names = new Map(clients?.map((client) => [String(client.id), client.name]));
    return finding.drivers.map((one) => ({ ...one, party: names.get(one.partyId) ?? "" }));
  }, [finding, clients]);
  const rows = useMemo(() => drivers.slice(0, DRAWN).map(barOf), [drivers]);
  const table = useMemo(() => tableOf(drivers, w), [drivers, w]);
  const columns = useMemo(() => columnsOf(w), [w]);
  // Head, rows and the frame around them.
  const height = `${(drivers.length + 1) * 26 + 4}px`;
  return (
    <div className={styles.columns}>
      <BarChart
        title={w.drivers}
        description={w.driversDescription}
        fileName={w.driversFile}
        table={table}
        empty={w.noDriver}
        kind="money"
        rows={rows}
      />
      {drivers.length > 0 && (
        <div className={styles.sheet} style={{ "--sheet": height } as React.CSSProperties}>
          <DataTable
            label={w.driversTable}
            tableId="stress-drivers"
            columns={columns}
            source={{
              queryKey: ["treasury", "stress-drivers", JSON.stringify(drivers)],
              fetchPage: async () => ({ rows: drivers }),
            }}
            rowKey={keyOf}
            empty={{ sentence: w.noDriver }}
            onOpen={openItem}
          />
        </div>
      )}
    </div>
  );
}

const keyOf = ({ ref }: Driver) => `${ref.kind} ${ref.id}`;

function openItem({ ref }: Driver): void {
  const address = originAddress(ref.kind, Number(ref.id));
  if (address !== undefined) window.location.hash = address;
}

function barOf(driver: Driver) {
  return {
    key: keyOf(driver),
    label: driver.reference,
    value: driver.shortMinor,
    open: () => openItem(driver),
  };
}

function columnsOf(w: Words<typeof stressWords>): Column<Driver>[] {
  return [
    { key: "item", label: w.item, type: "text", share: 1, value: (row) => row.reference },
    { key: "party", label: w.customer, type: "text", share: 2, value: (row) => row.party },
    { key: "short", label: w.short, type: "money", value: (row) => row.shortMinor },
  ];
}

function tableOf(drivers: readonly Driver[], w: Words<typeof stressWords>): ExportedTable {
  return {
    columns: [
      { label: w.item, kind: "text" },
      { label: w.customer, kind: "text" },
      { label: w.short, kind: "money" },
    ],
    rows: drivers.map((one) => [one.reference, one.party, one.shortMinor]),
  };
}

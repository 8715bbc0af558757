import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ComparedScenario } from "#contract/treasury-plan.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatDate } from "#renderer/format.ts";
import type { Column } from "#renderer/ui/column.ts";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { scenarioWords } from "#renderer/words/scenarios.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { FrozenForecasts } from "./FrozenForecasts.tsx";
import { FrozenPanel } from "./FrozenPanel.tsx";
import { Sheet } from "./results/Sheet.tsx";
import { ScenarioLines } from "./ScenarioLines.tsx";
import { ScenarioPanel } from "./ScenarioPanel.tsx";
import styles from "./Scenarios.module.css";
import { TreasuryViews } from "./TreasuryViews.tsx";
import { useCompared } from "./use-scenarios.ts";

type Opened = { scenarioId: number | null } | "new" | { frozenId: number };

/** Scenarios side by side with the plain forecast; each opens on its assumptions and their parts. */
export function ScenariosScreen(_: ScreenProps) {
  const w = useWords(scenarioWords);
  const compared = useCompared();
  const [opened, setOpened] = useState<Opened>();
  const { data } = compared;
  const close = () => setOpened(undefined);
  return (
    <>
      <PageHead title={w.title} period={data && w.asOn(formatDate(data.asOn))}>
        <TreasuryViews current="scenarios" />
        <Button onClick={() => setOpened("new")}>{w.add}</Button>
      </PageHead>
      {compared.isError && (
        <ProblemNotice error={compared.error} onRetry={() => void compared.refetch()} />
      )}
      <ListDetail
        list={
          <div className={styles.stacked}>
            {data === undefined ? (
              <section className={styles.skeleton} aria-busy="true" aria-label={w.loading} />
            ) : (
              <>
                <ScenarioLines {...data} opened={scenarioIn(opened)} />
                <Table
                  {...data}
                  onOpen={(scenarioId) => setOpened({ scenarioId })}
                  onBack={close}
                />
              </>
            )}
            <FrozenForecasts onOpen={(frozenId) => setOpened({ frozenId })} onBack={close} />
          </div>
        }
        detail={<Detail opened={opened} scenarios={data?.scenarios ?? []} open={setOpened} />}
      />
    </>
  );
}

function Detail(props: {
  opened: Opened | undefined;
  scenarios: readonly ComparedScenario[];
  open: (opened: Opened | undefined) => void;
}) {
  const { opened, scenarios, open } = props;
  const onClose = () => open(undefined);
  if (opened === undefined) return null;
  if (opened !== "new" && "frozenId" in opened) {
    return <FrozenPanel key={opened.frozenId} frozenId={opened.frozenId} onClose={onClose} />;
  }
  const id = scenarioIn(opened);
  const scenario = scenarios.find((one) => one.scenarioId === id);
  if (opened !== "new" && scenario === undefined) return null;
  return (
    <ScenarioPanel
      key={opened === "new" ? "new" : id}
      scenario={opened === "new" ? undefined : scenario}
      onSaved={(scenarioId) => open({ scenarioId })}
      onClose={onClose}
    />
  );
}

function scenarioIn(opened: Opened | undefined): number | null | undefined {
  return typeof opened === "object" && "scenarioId" in opened ? opened.scenarioId : undefined;
}

function Table(props: {
  scenarios: readonly ComparedScenario[];
  floorMinor: number;
  onOpen: (scenarioId: number | null) => void;
  onBack: () => void;
}) {
  const w = useWords(scenarioWords);
  const { scenarios, floorMinor } = props;
  const columns = useMemo(() => columnsOf(w, floorMinor), [w, floorMinor]);
  const seen = scenarios.map((one) => [one.scenarioId, one.name, one.at.d90, one.lowest]);
  return (
    <Sheet
      title={w.list}
      tableId="scenarios"
      columns={columns}
      rows={scenarios}
      version={[JSON.stringify(seen)]}
      rowKey={(row) => String(row.scenarioId)}
      empty={w.empty}
      onOpen={(row) => props.onOpen(row.scenarioId)}
      onBack={props.onBack}
    />
  );
}

function columnsOf(w: Words<typeof scenarioWords>, floorMinor: number): Column<ComparedScenario>[] {
  return [
    { key: "name", label: w.name, type: "text", share: 2, value: (row) => row.name || w.none },
    { key: "d30", label: w.in30, type: "money", value: (row) => row.at.d30 },
    { key: "d60", label: w.in60, type: "money", value: (row) => row.at.d60 },
    { key: "d90", label: w.in90, type: "money", value: (row) => row.at.d90 },
    { key: "gap", label: w.gap90, type: "money", value: (row) => row.difference.d90 },
    { key: "lowest", label: w.lowest, type: "money", value: (row) => row.lowest.balanceMinor },
    { key: "lowestOn", label: w.lowestOn, type: "date", value: (row) => row.lowest.on },
    {
      ...{ key: "state", label: w.state, type: "chip" },
      value: (row) =>
        row.lowest.balanceMinor < floorMinor
          ? { word: w.below, tone: "alert" }
          : { word: w.above, tone: "done" },
    },
  ];
}

import { Button, NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatCount, formatDate } from "#renderer/format.ts";
import type { Column } from "#renderer/ui/column.ts";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { ProgressBar } from "#renderer/ui/ProgressBar.tsx";
import { analysisWords } from "#renderer/words/analyses.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { writerWords } from "#renderer/words/writer.ts";
import { ChangePanel } from "./ChangePanel.tsx";
import decisionStyles from "./Decisions.module.css";
import { changeText, figureName, figureText } from "./figure-words.ts";
import { KeptAnalyses } from "./KeptAnalyses.tsx";
import { ENGINES, type Engine } from "./kept-engines.ts";
import { gradeWord } from "./proposal-sentences.ts";
import { Sheet } from "./results/Sheet.tsx";
import styles from "./Scenarios.module.css";
import { TreasuryViews } from "./TreasuryViews.tsx";
import { type Change, useAnalyse, useChanges } from "./use-analyses.ts";
import { WhyChanged } from "./WhyChanged.tsx";
import { WriterPanel } from "./WriterPanel.tsx";

type W = Words<typeof analysisWords>;

/** What changed since last week and why, the analyses that are kept, and who may rewrite them. */
export function AnalysesScreen({ query }: ScreenProps) {
  const w = useWords(analysisWords);
  const writer = useWords(writerWords);
  const [engine, setEngine] = useState<Engine | "all">("all");
  const [opened, setOpened] = useState<Change | "writer" | undefined>(
    query.get("panel") === "writer" ? "writer" : undefined,
  );
  const analyse = useAnalyse();
  const close = () => setOpened(undefined);
  const detail =
    opened === "writer" ? (
      <WriterPanel onClose={close} />
    ) : (
      opened && <ChangePanel key={opened.key} change={opened} onClose={close} />
    );
  return (
    <>
      <PageHead
        title={w.title}
        action={{ label: w.analyse, run: analyse.run, isDisabled: analyse.isPending }}
      >
        <TreasuryViews current="analyses" />
        <NativeSelect
          aria-label={w.engine}
          value={engine}
          data={[
            { value: "all", label: w.all },
            ...ENGINES.map((one) => ({ value: one, label: w[one] })),
          ]}
          onChange={(event) => setEngine(event.currentTarget.value as Engine | "all")}
        />
        <Button variant="subtle" onClick={() => setOpened("writer")}>
          {writer.title}
        </Button>
      </PageHead>
      {analyse.isPending && (
        <div className={decisionStyles.tools}>
          <ProgressBar label={w.analysing} done={0} total={undefined} onCancel={analyse.stop} />
        </div>
      )}
      {analyse.error !== null && <ProblemNotice error={analyse.error} />}
      <ListDetail
        list={
          <div className={styles.stacked}>
            <Changes engine={engine} onOpen={setOpened} onBack={close} analyse={analyse.run} />
            <KeptAnalyses onOpen={setEngine} />
          </div>
        }
        detail={detail}
      />
    </>
  );
}

function Changes(props: {
  engine: Engine | "all";
  onOpen: (change: Change) => void;
  onBack: () => void;
  analyse: () => void;
}) {
  const w = useWords(analysisWords);
  const language = useLanguage();
  const changes = useChanges(props.engine);
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  const { data } = changes;
  if (changes.isError) {
    return <ProblemNotice error={changes.error} onRetry={() => void changes.refetch()} />;
  }
  if (data === undefined) {
    return <section className={styles.skeleton} aria-busy="true" aria-label={w.changed} />;
  }
  const { isKept, sinceOn, movedCount } = data;
  const sentence =
    sinceOn === undefined
      ? w.firstOnly
      : movedCount === 0
        ? w.still(formatDate(sinceOn))
        : w.moved(formatCount(movedCount, language), movedCount > 1, formatDate(sinceOn));
  return (
    <>
      <Sheet
        title={w.changed}
        note={sentence}
        tableId={`changes ${props.engine}`}
        columns={columns}
        rows={data.changes}
        version={["analyses", props.engine, changes.dataUpdatedAt]}
        rowKey={(row) => `${row.engine} ${row.key}`}
        empty={isKept ? sentence : w.nothingKept}
        onOpen={props.onOpen}
        onBack={props.onBack}
      />
      {data.why.length > 0 && <WhyChanged why={data.why} />}
    </>
  );
}

function columnsOf(w: W, language: Language): Column<Change>[] {
  const told = (value: number | null, row: Change) =>
    value === null ? w.absent : figureText(value, row.unit, language);
  return [
    {
      ...{ key: "figure", label: w.figure, type: "text", share: 3, minRem: 18 },
      value: (row) => {
        const figure = figureName(row.key, language);
        return row.name === null ? figure : w.ofParty(figure, row.name);
      },
    },
    {
      ...{ key: "from", label: w.from, type: "text", isFigure: true, minRem: 8, share: 0 },
      value: (row) => told(row.from, row),
    },
    {
      ...{ key: "to", label: w.to, type: "text", isFigure: true, minRem: 8, share: 0 },
      value: (row) => told(row.to, row),
    },
    {
      ...{ key: "by", label: w.by, type: "text", isFigure: true, minRem: 8, share: 0 },
      value: (row) => changeText(row, language),
    },
    {
      ...{ key: "grade", label: w.grade, type: "chip", minRem: 5 },
      value: (row) => gradeWord(row.reliability.grade),
    },
    {
      key: "engine",
      label: w.engine,
      type: "text",
      minRem: 8,
      share: 0,
      value: (row) => w[row.engine],
    },
  ];
}

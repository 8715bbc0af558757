import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { DecisionTemplate } from "#contract/treasury-decisions.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { FigureInput } from "#renderer/ui/FigureInput.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { decisionWords } from "#renderer/words/decisions.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { DecisionPanel } from "./DecisionPanel.tsx";
import decisionStyles from "./Decisions.module.css";
import { type Choice, newTemplate, TEMPLATE_KINDS } from "./decision-choice.ts";
import { optionName, ratesText, rateText, verdict } from "./decision-sentences.ts";
import styles from "./Scenarios.module.css";
import { SensitivityFigure } from "./SensitivityFigure.tsx";
import { TreasuryViews } from "./TreasuryViews.tsx";
import { type SheetOption, useWeighed } from "./use-decisions.ts";

type W = Words<typeof decisionWords>;

const USUAL_RATE_BPS = 500;

/** The rate that a person typed here; until then, that of the rules. */
function useRate(): [number, (bps: number) => void] {
  const [typed, setTyped] = useKept<number | undefined>("decision-rate", undefined);
  const { data } = useQuery({
    queryKey: ["automation", "limits"],
    queryFn: ({ signal }) => office.automation.getLimits({}, { signal }),
  });
  return [typed ?? data?.creditBps ?? USUAL_RATE_BPS, setTyped];
}

/** The choices of the sheet, kept for the life of the window. */
function useChoices() {
  const [choices, setChoices] = useKept<readonly Choice[]>("decisions", []);
  const add = (name: string, template: DecisionTemplate): number => {
    const id = Math.max(0, ...choices.map((one) => one.id)) + 1;
    setChoices([...choices, { id, name, template }]);
    return id;
  };
  const change = (to: Choice) => setChoices(choices.map((one) => (one.id === to.id ? to : one)));
  const remove = (id: number) => setChoices(choices.filter((one) => one.id !== id));
  return { choices, add, change, remove };
}

/** Choices told in a few figures, weighed side by side and against doing nothing. */
export function DecisionsScreen(_: ScreenProps) {
  const w = useWords(decisionWords);
  const { choices, add, change, remove } = useChoices();
  const [rateBps, setRateBps] = useRate();
  const [openedId, setOpenedId] = useState<number>();
  const weighed = useWeighed(choices, rateBps);
  const opened = choices.find((one) => one.id === openedId);
  const options = choices.length === 0 ? undefined : weighed.data?.options;
  const close = () => setOpenedId(undefined);
  const start = (kind: DecisionTemplate["kind"]) => {
    const alike = choices.filter((one) => one.template.kind === kind).length;
    const name = alike === 0 ? w[kind] : `${w[kind]} ${alike + 1}`;
    setOpenedId(add(name, newTemplate(kind, todayHere())));
  };
  return (
    <>
      <PageHead title={w.title} period={weighed.data && w.asOn(formatDate(weighed.data.asOn))}>
        <TreasuryViews current="decisions" />
      </PageHead>
      <Tools rateBps={rateBps} setRateBps={setRateBps} start={start} />
      {weighed.isError && (
        <ProblemNotice error={weighed.error} onRetry={() => void weighed.refetch()} />
      )}
      {choices.length === 0 ? (
        <EmptyState
          sentence={w.empty}
          action={{ label: w.startWith, run: () => start("collect") }}
        />
      ) : (
        <ListDetail
          list={
            <Sheet
              options={options}
              grade={weighed.data?.reliability.grade ?? "C"}
              rateBps={rateBps}
              opened={openedId}
              onOpen={setOpenedId}
              onBack={close}
            />
          }
          detail={
            opened && (
              <DecisionPanel
                key={opened.id}
                choice={opened}
                options={options?.filter((one) => one.choiceId === opened.id) ?? []}
                onChange={change}
                onRemove={() => {
                  remove(opened.id);
                  close();
                }}
                onClose={close}
              />
            )
          }
        />
      )}
    </>
  );
}

/** What is added to the sheet, and the rate by which it is weighed. */
function Tools(props: {
  rateBps: number;
  setRateBps: (bps: number) => void;
  start: (kind: DecisionTemplate["kind"]) => void;
}) {
  const w = useWords(decisionWords);
  const { rateBps, setRateBps, start } = props;
  return (
    <div className={decisionStyles.tools}>
      <NativeSelect
        label={w.add}
        value=""
        data={[
          { value: "", label: "" },
          ...TEMPLATE_KINDS.map((kind) => ({ value: kind, label: w[kind] })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          if (value !== "") start(value as DecisionTemplate["kind"]);
        }}
      />
      <FigureInput
        label={w.rate}
        unit="%"
        isRate={true}
        value={rateBps}
        onChange={(bps = rateBps) => setRateBps(Math.min(Math.max(bps, 0), 10_000))}
      />
      <p className={styles.dim}>{w.rateWhy}</p>
    </div>
  );
}

function Sheet(props: {
  options: readonly SheetOption[] | undefined;
  grade: string;
  rateBps: number;
  opened: number | undefined;
  onOpen: (choiceId: number) => void;
  onBack: () => void;
}) {
  const { options, rateBps, onOpen, onBack } = props;
  const w = useWords(decisionWords);
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  // A lease and a purchase are two rows of one choice: the figure follows the row.
  const [kind, setKind] = useState<SheetOption["kind"]>();
  if (options === undefined) {
    return <section className={styles.skeleton} aria-busy="true" aria-label={w.weighing} />;
  }
  const ofOpened = options.filter((one) => one.choiceId === props.opened);
  const shown =
    ofOpened.find((one) => one.kind === kind) ??
    ofOpened[0] ??
    options.find((one) => one.kind !== "nothing");
  return (
    <div className={styles.stacked}>
      <p className={decisionStyles.verdict} aria-live="polite">
        {verdict(options, rateBps, { w, language })}
      </p>
      <p className={decisionStyles.why}>{w.fromForecast(props.grade)}</p>
      {shown !== undefined && <SensitivityFigure option={shown} />}
      <div className={styles.sheet}>
        <DataTable
          label={w.list}
          tableId="decisions"
          columns={columns}
          source={{
            queryKey: ["treasury", "decision-rows", JSON.stringify(options)],
            fetchPage: async () => ({ rows: [...options] }),
          }}
          rowKey={(row) => `${row.choiceId} ${row.kind}`}
          empty={{ sentence: w.empty }}
          onOpen={(row) => {
            setKind(row.kind);
            if (row.kind !== "nothing") onOpen(row.choiceId);
          }}
          onBack={onBack}
        />
      </div>
    </div>
  );
}

function columnsOf(w: W, language: Language): Column<SheetOption>[] {
  return [
    {
      ...{ key: "option", label: w.option, type: "text", share: 3, minRem: 13 },
      value: (row) => optionName(row, w),
    },
    { key: "npv", label: w.npv, type: "money", value: (row) => row.npvMinor },
    { key: "lowest", label: w.lowest, type: "money", value: (row) => row.lowest.balanceMinor },
    {
      ...{ key: "floor", label: w.floor, type: "chip" },
      value: ({ breaksFloor }) =>
        breaksFloor ? { word: w.below, tone: "alert" } : { word: w.above, tone: "done" },
    },
    {
      ...{ key: "irr", label: w.irr, type: "text", isFigure: true, minRem: 7, share: 1 },
      value: (row) => ratesText(row, w, language),
    },
    {
      ...{ key: "mirr", label: w.mirr, type: "text", isFigure: true, minRem: 6.5, share: 0 },
      value: (row) => (row.modifiedRate === null ? "" : rateText(row.modifiedRate, language)),
    },
    { key: "payback", label: w.payback, type: "date", value: (row) => row.paybackOn },
  ];
}

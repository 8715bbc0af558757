import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useMemo, useState } from "react";
import type { BankRule, RuleEdit } from "#contract/automation.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { ruleWords } from "#renderer/words/rules.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { BankViews } from "./BankViews.tsx";
import { LimitsPanel } from "./LimitsPanel.tsx";
import { Recurring } from "./Recurring.tsx";
import { RulePanel } from "./RulePanel.tsx";
import { conditionsOf, newRule } from "./rule-text.ts";

type PlacedRule = BankRule & { lines: number; place: number };

/** The rules that file bank lines, in the order in which they are tried; Alt and arrows move one. */
export function RulesScreen(_: ScreenProps) {
  const w = useWords(ruleWords);
  const [opened, setOpened] = useState<{ place: number | undefined; rule: BankRule }>();
  const { count, problem, save } = useRules(() => setOpened(undefined));
  const [isLimits, setIsLimits] = useState(false);
  const add = () => open({ place: undefined, rule: newRule });
  const open = (to: { place: number | undefined; rule: BankRule } | undefined) => {
    setIsLimits(false);
    setOpened(to);
  };
  return (
    <>
      <PageHead title={w.title}>
        <BankViews current="rules" />
        <Button variant="default" onClick={() => setIsLimits(true)}>
          {w.limits}
        </Button>
        <Button onClick={add}>{w.add}</Button>
      </PageHead>
      {problem !== undefined && <ProblemNotice error={problem} />}
      <ListDetail
        list={
          <>
            <RuleTable
              count={count}
              onAdd={add}
              onOpen={(row) => open({ place: row.place, rule: row })}
              onBack={() => open(undefined)}
              onSave={save}
            />
            <Recurring />
          </>
        }
        detail={
          isLimits ? (
            <LimitsPanel onClose={() => setIsLimits(false)} />
          ) : opened === undefined ? null : (
            <RulePanel
              key={opened.place ?? "new"}
              {...opened}
              count={count}
              onSave={save}
              onClose={() => setOpened(undefined)}
            />
          )
        }
      />
    </>
  );
}

/** How many rules there are, and the saving of a change. */
function useRules(onSaved: () => void) {
  const w = useWords(ruleWords);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const { data } = useQuery({
    queryKey: ["automation", "rules"],
    queryFn: ({ signal }) => office.automation.listRules({}, { signal }),
  });
  const save = async (edit: RuleEdit) => {
    setProblem(undefined);
    try {
      await office.automation.editRule({ edit });
      await client.invalidateQueries();
      onSaved();
      notify(w.saved);
    } catch (caught) {
      setProblem(caught);
    }
  };
  return { count: data?.length ?? 0, problem, save };
}

function RuleTable(props: {
  count: number;
  onAdd: () => void;
  onOpen: (row: PlacedRule) => void;
  onBack: () => void;
  onSave: (edit: RuleEdit) => Promise<void>;
}) {
  const w = useWords(ruleWords);
  const columns = useMemo(() => columnsOf(w), [w]);
  const move = (row: PlacedRule, event: KeyboardEvent) => {
    const to = row.place + (event.key === "ArrowUp" ? -1 : 1);
    const isMove = event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown");
    if (!isMove || to < 0 || to >= props.count) return;
    event.preventDefault();
    void props.onSave({ kind: "move", place: row.place, to });
  };
  return (
    <DataTable
      label={w.title}
      tableId="rules"
      columns={columns}
      source={{
        queryKey: ["automation", "rule-rows"],
        fetchPage: async (_after: undefined, _limit, signal) => {
          const rules = await office.automation.listRules({}, { signal });
          return { rows: rules.map((rule, place) => ({ ...rule, place })) };
        },
      }}
      rowKey={(row) => String(row.place)}
      empty={{ sentence: w.none, action: { label: w.add, run: props.onAdd } }}
      onOpen={props.onOpen}
      onBack={props.onBack}
      onRowKey={move}
    />
  );
}

function columnsOf(w: Words<typeof ruleWords>): Column<PlacedRule>[] {
  return [
    { key: "place", label: w.order, type: "number", value: (row) => row.place + 1 },
    { key: "name", label: w.name, type: "text", value: (row) => row.name || row.account },
    {
      ...{ key: "conditions", label: w.conditions, type: "text", share: 2 },
      value: (row) => conditionsOf(row, w),
    },
    {
      key: "account",
      label: w.account,
      type: "text",
      minRem: 6,
      share: 0,
      value: (r) => r.account,
    },
    { key: "lines", label: w.lines, type: "number", value: (row) => row.lines },
    {
      ...{ key: "mode", label: w.mode, type: "chip" },
      value: (row) =>
        row.automatic
          ? { word: w.automatic, tone: "done" }
          : { word: w.suggestOnly, tone: "neutral" },
    },
  ];
}

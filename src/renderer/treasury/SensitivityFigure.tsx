import { NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import type { DecisionTornado } from "#contract/treasury-decisions.ts";
import { TornadoChart } from "#renderer/ui/charts/TornadoChart.tsx";
import type { TornadoRow } from "#renderer/ui/charts/tornado.ts";
import { decisionWords } from "#renderer/words/decisions.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import decisionStyles from "./Decisions.module.css";
import { inputName, inputText, optionName } from "./decision-sentences.ts";
import styles from "./ForecastScreen.module.css";
import type { SheetOption } from "./use-decisions.ts";

type W = Words<typeof decisionWords>;

const AGAINST = {
  nothing: "againstNothing",
  lease: "againstLease",
  buy: "againstBuy",
} as const;

/** What each assumption, moved alone, makes of an option's value: the heaviest on top. */
export function SensitivityFigure({ option }: { option: SheetOption }) {
  const w = useWords(decisionWords);
  const language = useLanguage();
  const [against, setAgainst] = useState<DecisionTornado["against"]>("nothing");
  const { tornados, kind } = option;
  const tornado = tornados.find((one) => one.against === against) ?? tornados[0];
  const base = useMemo(
    () => ({
      label: tornado?.against === "nothing" ? w.npv : w.npvGap,
      value: tornado?.npvMinor ?? 0,
    }),
    [tornado, w],
  );
  const rows = useMemo(() => rowsOf(tornado, kind, { w, language }), [tornado, kind, w, language]);
  const table = useMemo(() => tableOf(rows, w), [rows, w]);
  if (tornado === undefined) return null;
  const [heaviest] = tornado.inputs;
  const name = optionName(option, w);
  const weighs = heaviest && lowered(inputName(heaviest.input, kind, w));
  return (
    <div className={styles.curve}>
      {tornados.length > 1 && (
        <NativeSelect
          label={w.against}
          value={tornado.against}
          data={tornados.map((one) => ({ value: one.against, label: w[AGAINST[one.against]] }))}
          onChange={(event) => setAgainst(event.currentTarget.value as typeof against)}
          classNames={{ root: decisionStyles.against ?? "" }}
        />
      )}
      <TornadoChart
        title={weighs === undefined ? name : w.sensitivity(name, weighs)}
        description={w.sensitivityWhat(w[AGAINST[tornado.against]])}
        fileName={w.sensitivityFile}
        table={table}
        empty={w.sensitivityNone}
        kind="money"
        base={base}
        rows={rows}
      />
    </div>
  );
}

function rowsOf(
  tornado: DecisionTornado | undefined,
  kind: SheetOption["kind"],
  said: { w: W; language: Language },
): TornadoRow[] {
  return (tornado?.inputs ?? []).map((moved) => {
    const told = (value: string | number) => inputText(value, moved.unit, said);
    return {
      ...{
        key: moved.input,
        label: inputName(moved.input, kind, said.w),
        typed: told(moved.typed),
      },
      low: { told: told(moved.low), value: moved.lowMinor },
      high: { told: told(moved.high), value: moved.highMinor },
      even: moved.even === null ? null : told(moved.even),
    };
  });
}

function tableOf(rows: readonly TornadoRow[], w: W): ExportedTable {
  return {
    columns: [
      ...([w.input, w.typed, w.low] as const).map((label) => ({ label, kind: "text" as const })),
      { label: w.lowValue, kind: "money" },
      { label: w.high, kind: "text" },
      { label: w.highValue, kind: "money" },
      { label: w.span, kind: "money" },
      { label: w.breakEven, kind: "text" },
    ],
    rows: rows.map(({ label, typed, low, high, even }) => [
      ...[label, typed, low.told, low.value, high.told, high.value],
      ...[Math.abs(high.value - low.value), even],
    ]),
  };
}

function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}

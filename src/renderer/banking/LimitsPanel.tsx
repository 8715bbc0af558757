import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Limits } from "#contract/limits.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { FigureInput } from "#renderer/ui/FigureInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { ruleWords } from "#renderer/words/rules.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Banking.module.css";

/** The thresholds of `rules.yaml`: floor, horizon, alerts, approval, weight of drafts. */
export function LimitsPanel({ onClose }: { onClose: () => void }) {
  const w = useWords(ruleWords);
  const { data, error } = useQuery({
    queryKey: ["automation", "limits"],
    queryFn: ({ signal }) => office.automation.getLimits({}, { signal }),
  });
  return (
    <DetailPanel title={w.limits} subtitle={w.limitsWhy} onClose={onClose} takesFocus={true}>
      {error !== null && <ProblemNotice error={error} />}
      {data !== undefined && <LimitsForm limits={data} />}
    </DetailPanel>
  );
}

function LimitsForm({ limits: first }: { limits: Limits }) {
  const w = useWords(ruleWords);
  const client = useQueryClient();
  const [limits, setLimits] = useState(first);
  const [problem, setProblem] = useState<unknown>();
  const set = (key: keyof Limits) => (value: number | undefined) =>
    setLimits((before) => ({ ...before, [key]: value ?? null }));
  const save = async () => {
    setProblem(undefined);
    try {
      setLimits(await office.automation.editLimits(changed(first, limits)));
      await client.invalidateQueries();
      notify(w.limitsSaved);
    } catch (caught) {
      setProblem(caught);
    }
  };
  const money = (key: keyof Limits, label: string, description: string) => (
    <MoneyInput
      {...{ label, description }}
      amountMinor={limits[key] ?? undefined}
      onChange={set(key)}
    />
  );
  const figure = (key: keyof Limits, label: string, description: string) => (
    <FigureInput
      {...{ label, description }}
      unit={key.endsWith("Bps") ? "%" : w.dayUnit}
      isRate={key.endsWith("Bps")}
      value={limits[key] ?? undefined}
      onChange={set(key)}
    />
  );
  return (
    <div className={styles["by-hand"]}>
      {money("floorMinor", w.floor, w.floorWhy)}
      {figure("horizonDays", w.horizon, w.horizonWhy)}
      {figure("creditBps", w.creditCost, w.creditCostWhy)}
      {figure("lateDays", w.lateDays, w.lateDaysWhy)}
      {figure("concentrationBps", w.concentration, w.concentrationWhy)}
      {money("minimumImpactMinor", w.impact, w.impactWhy)}
      {money("approvalMinor", w.approval, w.approvalWhy)}
      {figure("draftSalesBps", w.draftSales, w.draftsWhy)}
      {figure("draftPurchasesBps", w.draftPurchases, w.draftsWhy)}
      {figure("draftQuotesBps", w.draftQuotes, w.draftQuotesWhy)}
      {problem !== undefined && <ProblemNotice error={problem} />}
      <Button onClick={() => void save()}>{w.save}</Button>
    </div>
  );
}

/** Only what a person changed is written into the file. */
function changed(before: Limits, after: Limits): Partial<Limits> {
  const keys = Object.keys(after) as (keyof Limits)[];
  return Object.fromEntries(
    keys.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]),
  );
}

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Assumption, ComparedScenario } from "#contract/treasury-plan.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { scenarioWords } from "#renderer/words/scenarios.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { AssumptionForm } from "./AssumptionForm.tsx";
import { ScenarioParts } from "./ScenarioParts.tsx";
import styles from "./Scenarios.module.css";
import { newAssumption, useClients } from "./use-scenarios.ts";

const KINDS = [
  ...["client-delay", "client-lost", "hire", "investment", "price-change", "new-flow"],
] as Assumption["kind"][];

interface PanelProps {
  /** Undefined: a new scenario. The one without assumption is only shown and frozen. */
  scenario: ComparedScenario | undefined;
  onSaved: (scenarioId: number) => void;
  onClose: () => void;
}

/** One scenario: its assumptions, what each adds, and its freezing. */
export function ScenarioPanel({ scenario, onSaved, onClose }: PanelProps) {
  const w = useWords(scenarioWords);
  const isPlain = scenario?.scenarioId === null;
  const title = scenario === undefined ? w.add : isPlain ? w.none : scenario.name;
  const { problem, act } = useDeeds();
  const scenarioId = scenario?.scenarioId ?? undefined;
  const freeze = async () => {
    await office.treasury.freezeForecast(scenarioId === undefined ? {} : { scenarioId });
    notify(w.froze);
  };
  const remove = async (id: number) => {
    await office.treasury.removeScenario({ scenarioId: id });
    onClose();
  };
  return (
    <DetailPanel title={title} onClose={onClose} takesFocus={true}>
      {problem !== undefined && <ProblemNotice error={problem} />}
      {scenario !== undefined && scenario.parts.length > 0 && <ScenarioParts scenario={scenario} />}
      {scenario !== undefined && (
        <div className={styles.actions}>
          <Button variant="default" onClick={() => act(freeze)}>
            {w.freeze}
          </Button>
          {scenarioId !== undefined && (
            <Button variant="default" onClick={() => act(() => remove(scenarioId))}>
              {w.remove}
            </Button>
          )}
        </div>
      )}
      {!isPlain && <Editor scenario={scenario} act={act} onSaved={onSaved} />}
    </DetailPanel>
  );
}

function Editor(props: {
  scenario: ComparedScenario | undefined;
  act: (deed: () => Promise<void>) => void;
  onSaved: (scenarioId: number) => void;
}) {
  const w = useWords(scenarioWords);
  const { scenario, act, onSaved } = props;
  const [name, setName] = useState(scenario?.name ?? "");
  const [assumptions, setAssumptions] = useState<Assumption[]>(
    scenario?.parts.map((part) => part.assumption) ?? [],
  );
  const save = async () => {
    const draft = { name, assumptions };
    const scenarioId = scenario?.scenarioId ?? undefined;
    const saved =
      scenarioId === undefined
        ? await office.treasury.createScenario(draft)
        : await office.treasury.changeScenario({ scenarioId, ...draft });
    onSaved(saved.scenarioId);
    notify(w.saved);
  };
  const clients = useClients().data ?? [];
  return (
    <div className={styles.form}>
      <TextInput
        label={w.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <h3>{w.assumptions}</h3>
      {assumptions.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an assumption is its place in the order.
        <fieldset key={i} className={styles.assumption}>
          <legend>{w[one.kind]}</legend>
          <AssumptionForm one={one} onChange={(to) => setAssumptions(assumptions.with(i, to))} />
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => setAssumptions(assumptions.toSpliced(i, 1))}
          >
            {w.take}
          </Button>
        </fieldset>
      ))}
      <NativeSelect
        label={w.addAssumption}
        value=""
        data={[{ value: "", label: "" }, ...KINDS.map((kind) => ({ value: kind, label: w[kind] }))]}
        onChange={({ currentTarget: { value } }) => {
          if (value === "") return;
          const kind = value as Assumption["kind"];
          setAssumptions([...assumptions, newAssumption(kind, clients[0]?.id ?? 1)]);
        }}
      />
      <Button disabled={name.trim() === ""} onClick={() => act(save)}>
        {w.save}
      </Button>
    </div>
  );
}

/** Runs a deed, shows its problem, and asks the office again for what it changed. */
function useDeeds() {
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const act = (deed: () => Promise<void>) => {
    setProblem(undefined);
    deed().then(() => client.invalidateQueries({ queryKey: ["treasury"] }), setProblem);
  };
  return { problem, act };
}

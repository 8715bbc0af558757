import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { BankRule, RuleEdit, RuleTrial } from "#contract/automation.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { ruleWords } from "#renderer/words/rules.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Banking.module.css";
import { listOf } from "./rule-text.ts";
import { Trial } from "./Trial.tsx";

interface PanelProps {
  /** Where the rule stands; undefined for a new one, which goes last. */
  place: number | undefined;
  count: number;
  rule: BankRule;
  onSave: (edit: RuleEdit) => Promise<void>;
  onClose: () => void;
}

/** One rule: its conditions and account, tried on the history before it is saved. */
export function RulePanel({ place, count, rule: first, onSave, onClose }: PanelProps) {
  const w = useWords(ruleWords);
  const [rule, setRule] = useState(first);
  const [trial, setTrial] = useState<RuleTrial>();
  const [problem, setProblem] = useState<unknown>();
  const change = (to: Partial<BankRule>) => {
    setTrial(undefined);
    setRule({ ...rule, ...to });
  };
  const edit: RuleEdit =
    place === undefined
      ? { kind: "add", rule: bare(rule) }
      : { kind: "replace", place, rule: bare(rule) };
  const test = async (asked: RuleEdit) => {
    setProblem(undefined);
    try {
      setTrial(await office.automation.tryRule({ edit: asked }));
    } catch (caught) {
      setProblem(caught);
    }
  };
  const canSave = rule.account.length >= 2;
  return (
    <DetailPanel title={rule.name || w.newRule} onClose={onClose}>
      <div className={styles["by-hand"]}>
        <Conditions rule={rule} onChange={change} />
        {problem !== undefined && <ProblemNotice error={problem} />}
        <div className={styles.actions}>
          <Button variant="default" disabled={!canSave} onClick={() => void test(edit)}>
            {w.test}
          </Button>
          <Button disabled={!canSave} onClick={() => void onSave(edit)}>
            {w.save}
          </Button>
        </div>
        {trial !== undefined && <Trial trial={trial} />}
        {place !== undefined && <PlaceDeeds {...{ place, count, onSave }} onTry={test} />}
      </div>
    </DetailPanel>
  );
}

/** What is done with a rule that stands in the list: moved, tried without, taken away. */
function PlaceDeeds(props: {
  place: number;
  count: number;
  onSave: (edit: RuleEdit) => Promise<void>;
  onTry: (edit: RuleEdit) => Promise<void>;
}) {
  const w = useWords(ruleWords);
  const { place, count, onSave, onTry } = props;
  const deeds: { label: string; isOff?: boolean; run: () => Promise<void> }[] = [
    {
      ...{ label: w.earlier, isOff: place === 0 },
      run: () => onSave({ kind: "move", place, to: place - 1 }),
    },
    {
      ...{ label: w.later, isOff: place === count - 1 },
      run: () => onSave({ kind: "move", place, to: place + 1 }),
    },
    { label: w.testRemove, run: () => onTry({ kind: "remove", place }) },
    { label: w.remove, run: () => onSave({ kind: "remove", place }) },
  ];
  return (
    <div className={styles.actions}>
      {deeds.map(({ label, isOff = false, run }) => (
        <Button key={label} variant="default" disabled={isOff} onClick={() => void run()}>
          {label}
        </Button>
      ))}
    </div>
  );
}

/** The rule without what the list adds to it. */
function bare(rule: BankRule): BankRule {
  const { name, contains, counterparty, iban, pattern, minMinor, maxMinor } = rule;
  const { direction, account, entryLabel, automatic } = rule;
  return {
    ...{ name, contains, counterparty, iban, pattern, minMinor, maxMinor },
    ...{ direction, account, entryLabel, automatic },
  };
}

function Conditions(props: { rule: BankRule; onChange: (to: Partial<BankRule>) => void }) {
  const w = useWords(ruleWords);
  const { rule, onChange } = props;
  const text = (key: "name" | "pattern" | "account" | "entryLabel", label: string) => (
    <TextInput
      label={label}
      value={rule[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
    />
  );
  const list = (key: "contains" | "counterparty" | "iban", label: string) => (
    <Textarea
      label={label}
      description={w.oneALine}
      autosize
      defaultValue={rule[key].join("\n")}
      onChange={(event) => onChange({ [key]: listOf(event.currentTarget.value) })}
    />
  );
  return (
    <>
      {text("name", w.name)}
      {list("contains", w.contains)}
      {list("counterparty", w.counterparty)}
      {list("iban", w.iban)}
      {text("pattern", w.pattern)}
      <MoneyInput
        label={w.least}
        amountMinor={rule.minMinor ?? undefined}
        onChange={(minor) => onChange({ minMinor: minor ?? null })}
      />
      <MoneyInput
        label={w.most}
        amountMinor={rule.maxMinor ?? undefined}
        onChange={(minor) => onChange({ maxMinor: minor ?? null })}
      />
      <NativeSelect
        label={w.direction}
        value={rule.direction ?? ""}
        data={[
          { value: "", label: w.both },
          { value: "debit", label: w.debit },
          { value: "credit", label: w.credit },
        ]}
        onChange={(event) =>
          onChange({ direction: (event.currentTarget.value || null) as BankRule["direction"] })
        }
      />
      {text("account", w.account)}
      {text("entryLabel", w.entryLabel)}
      <Checkbox
        label={w.automaticLong}
        checked={rule.automatic}
        onChange={(event) => onChange({ automatic: event.currentTarget.checked })}
      />
    </>
  );
}

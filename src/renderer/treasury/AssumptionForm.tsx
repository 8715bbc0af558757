import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { Assumption } from "#contract/treasury-plan.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { FigureInput } from "#renderer/ui/FigureInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { scenarioWords } from "#renderer/words/scenarios.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { LoanFields } from "./LoanFields.tsx";
import { useClients } from "./use-scenarios.ts";

type Of<K extends Assumption["kind"]> = Extract<Assumption, { kind: K }>;

interface FieldsProps<K extends Assumption["kind"]> {
  one: Of<K>;
  onChange: (to: Assumption) => void;
}

/** The fields of one assumption, by its kind. */
export function AssumptionForm({ one, onChange }: FieldsProps<Assumption["kind"]>) {
  switch (one.kind) {
    case "client-delay":
      return <DelayFields one={one} onChange={onChange} />;
    case "client-lost":
      return <LostFields one={one} onChange={onChange} />;
    case "hire":
      return <HireFields one={one} onChange={onChange} />;
    case "investment":
      return <InvestmentFields one={one} onChange={onChange} />;
    case "price-change":
      return <PriceFields one={one} onChange={onChange} />;
    case "new-flow":
      return <FlowFields one={one} onChange={onChange} />;
  }
}

function ClientSelect(props: {
  partyId: number | null;
  withAll: boolean;
  onChange: (partyId: number | null) => void;
}) {
  const w = useWords(scenarioWords);
  const clients = useClients().data ?? [];
  const first = props.withAll ? [{ value: "", label: w.allClients }] : [];
  return (
    <NativeSelect
      label={w.client}
      value={String(props.partyId ?? "")}
      data={[...first, ...clients.map(({ id, name }) => ({ value: String(id), label: name }))]}
      onChange={({ currentTarget: { value } }) =>
        props.onChange(value === "" ? null : Number(value))
      }
    />
  );
}

function DelayFields({ one, onChange }: FieldsProps<"client-delay">) {
  const w = useWords(scenarioWords);
  return (
    <>
      <ClientSelect
        partyId={one.partyId}
        withAll={true}
        onChange={(partyId) => onChange({ ...one, partyId })}
      />
      <FigureInput
        label={w.days}
        unit={w.dayUnit}
        value={one.days}
        onChange={(days = 0) => onChange({ ...one, days })}
      />
    </>
  );
}

function LostFields({ one, onChange }: FieldsProps<"client-lost">) {
  const w = useWords(scenarioWords);
  return (
    <>
      <ClientSelect
        partyId={one.partyId}
        withAll={false}
        onChange={(partyId) => onChange({ ...one, partyId: partyId ?? one.partyId })}
      />
      <DateInput
        label={w.fromOn}
        date={one.fromOn}
        onChange={(fromOn = one.fromOn) => onChange({ ...one, fromOn })}
      />
      <Checkbox
        label={w.paysOpen}
        checked={one.paysOpen}
        onChange={(event) => onChange({ ...one, paysOpen: event.currentTarget.checked })}
      />
    </>
  );
}

function LabelField({ one, onChange }: FieldsProps<"hire" | "investment" | "new-flow">) {
  const w = useWords(scenarioWords);
  return (
    <TextInput
      label={w.label}
      value={one.label}
      onChange={(event) => onChange({ ...one, label: event.currentTarget.value })}
    />
  );
}

function HireFields({ one, onChange }: FieldsProps<"hire">) {
  const w = useWords(scenarioWords);
  return (
    <>
      <LabelField one={one} onChange={onChange} />
      <MoneyInput
        label={w.monthly}
        amountMinor={one.monthlyMinor}
        onChange={(minor = 0) => onChange({ ...one, monthlyMinor: Math.max(1, minor) })}
      />
      <FigureInput
        label={w.charges}
        description={w.chargesWhy}
        unit="%"
        isRate={true}
        value={one.chargesBps}
        onChange={(chargesBps = 0) => onChange({ ...one, chargesBps })}
      />
      <DateInput
        label={w.fromOn}
        date={one.fromOn}
        onChange={(fromOn = one.fromOn) => onChange({ ...one, fromOn })}
      />
      <DateInput
        label={w.untilOn}
        date={one.untilOn ?? undefined}
        onChange={(untilOn) => onChange({ ...one, untilOn: untilOn ?? null })}
      />
    </>
  );
}

function InvestmentFields({ one, onChange }: FieldsProps<"investment">) {
  const w = useWords(scenarioWords);
  const { amountMinor, loan } = one;
  return (
    <>
      <LabelField one={one} onChange={onChange} />
      <MoneyInput
        label={w.amount}
        amountMinor={amountMinor}
        onChange={(minor = 0) => onChange({ ...one, amountMinor: Math.max(1, minor) })}
      />
      <DateInput label={w.on} date={one.on} onChange={(on = one.on) => onChange({ ...one, on })} />
      <Checkbox
        label={w.financed}
        checked={loan !== null}
        onChange={(event) =>
          onChange({
            ...one,
            loan: event.currentTarget.checked ? { amountMinor, rateBps: 400, months: 60 } : null,
          })
        }
      />
      {loan !== null && (
        <LoanFields loan={loan} onChange={(to) => onChange({ ...one, loan: to })} />
      )}
    </>
  );
}

function PriceFields({ one, onChange }: FieldsProps<"price-change">) {
  const w = useWords(scenarioWords);
  return (
    <>
      <FigureInput
        label={w.change}
        description={w.changeWhy}
        unit="%"
        isRate={true}
        value={one.bps}
        onChange={(bps = 0) => onChange({ ...one, bps })}
      />
      <DateInput
        label={w.fromOn}
        date={one.fromOn}
        onChange={(fromOn = one.fromOn) => onChange({ ...one, fromOn })}
      />
    </>
  );
}

const EVERY = ["once", "week", "month", "quarter", "half-year", "year"] as const;

function FlowFields({ one, onChange }: FieldsProps<"new-flow">) {
  const w = useWords(scenarioWords);
  return (
    <>
      <LabelField one={one} onChange={onChange} />
      <MoneyInput
        label={w.amount}
        description={w.signed}
        amountMinor={one.amountMinor}
        onChange={(amountMinor = 0) => onChange({ ...one, amountMinor })}
      />
      <NativeSelect
        label={w.every}
        value={one.every}
        data={EVERY.map((value) => ({ value, label: w[value] }))}
        onChange={(event) =>
          onChange({ ...one, every: event.currentTarget.value as (typeof EVERY)[number] })
        }
      />
      <DateInput
        label={w.fromOn}
        date={one.dueOn}
        onChange={(dueOn = one.dueOn) => onChange({ ...one, dueOn })}
      />
      <DateInput
        label={w.untilOn}
        date={one.untilOn ?? undefined}
        onChange={(untilOn) => onChange({ ...one, untilOn: untilOn ?? null })}
      />
    </>
  );
}

import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { FiscalYear } from "#contract/book.ts";
import { type StatementAsked, statementNameSchema } from "#contract/statements.ts";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Statements.module.css";
import type { StatementChoices } from "./statement-choices.ts";

interface StatementFormProps {
  choices: StatementChoices;
  asked: StatementAsked | undefined;
  years: readonly FiscalYear[];
  onChange: (to: Partial<StatementChoices>) => void;
}

/** Which statement, which period, and what narrows or compares it. */
export function StatementForm({ choices, asked, years, onChange }: StatementFormProps) {
  const w = useWords(statementWords);
  const { name } = choices;
  const chosenYear = years.find(
    (year) => year.startsOn === asked?.fromOn && year.endsOn === asked.toOn,
  );
  return (
    <search className={styles.form}>
      <NativeSelect
        aria-label={w.statement}
        value={name}
        data={statementNameSchema.options.map((value) => ({ value, label: w[value] }))}
        onChange={(event) =>
          onChange({ name: statementNameSchema.parse(event.currentTarget.value) })
        }
      />
      <NativeSelect
        aria-label={w.period}
        value={chosenYear?.id ?? ""}
        data={[
          ...years.map((year) => ({
            value: String(year.id),
            label: w.year(year.endsOn.slice(0, 4)),
          })),
          { value: "", label: w.ownPeriod },
        ]}
        onChange={(event) => {
          const year = years.find((one) => String(one.id) === event.currentTarget.value);
          if (year !== undefined) onChange({ fromOn: year.startsOn, toOn: year.endsOn });
        }}
      />
      <DateInput
        label={w.from}
        isLabelHidden
        date={asked?.fromOn}
        onChange={(fromOn) => fromOn && onChange({ fromOn })}
      />
      <DateInput
        label={w.to}
        isLabelHidden
        date={asked?.toOn}
        onChange={(toOn) => toOn && onChange({ toOn })}
      />
      <Narrowing choices={choices} onChange={onChange} />
    </search>
  );
}

function Narrowing({ choices, onChange }: Pick<StatementFormProps, "choices" | "onChange">) {
  const w = useWords(statementWords);
  const { name } = choices;
  if (name === "journal") return <Journals choices={choices} onChange={onChange} />;
  if (name === "ledger" || name === "balance") {
    return (
      <TextInput
        aria-label={w.accountPrefix}
        placeholder={w.accountPrefix}
        value={choices.account}
        onChange={(event) => onChange({ account: event.currentTarget.value })}
      />
    );
  }
  if (name === "party-balance" || name === "aged-balance") {
    return (
      <NativeSelect
        aria-label={w.parties}
        value={choices.partyKind}
        data={[
          { value: "customer", label: w.customers },
          { value: "supplier", label: w.suppliers },
        ]}
        onChange={(event) =>
          onChange({
            partyKind: event.currentTarget.value === "supplier" ? "supplier" : "customer",
          })
        }
      />
    );
  }
  const compared = name === "balance-sheet" ? ["none", "previous"] : ["none", "previous", "budget"];
  return (
    <NativeSelect
      aria-label={w.compareWith}
      value={choices.compareWith}
      data={compared.map((value) => ({
        value,
        label: `${w.compareWith} : ${w[value as "none" | "previous" | "budget"].toLowerCase()}`,
      }))}
      onChange={(event) =>
        onChange({ compareWith: event.currentTarget.value as StatementChoices["compareWith"] })
      }
    />
  );
}

function Journals({ choices, onChange }: Pick<StatementFormProps, "choices" | "onChange">) {
  const w = useWords(statementWords);
  const { data = [] } = useQuery({
    queryKey: ["ledger", "journals"],
    queryFn: ({ signal }) => office.ledger.listJournals({}, { signal }),
  });
  return (
    <NativeSelect
      aria-label={w.journal}
      value={choices.journal}
      data={[
        { value: "", label: w.allJournals },
        ...data.map(({ code, label }) => ({ value: code, label: `${code} ${label}` })),
      ]}
      onChange={(event) => onChange({ journal: event.currentTarget.value })}
    />
  );
}

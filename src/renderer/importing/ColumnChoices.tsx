import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { ImportReport } from "#contract/procedure.ts";
import { columnWords, importWords } from "#renderer/words/importing.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Import.module.css";
import type { ImportAnswers } from "./import-calls.ts";

interface ChoicesProps {
  choices: NonNullable<ImportReport["choices"]>;
  mapping: Record<string, string>;
  onAnswer: (answers: ImportAnswers) => void;
}

/** Which column holds what, as it was read; drawn once the person opens it. */
export function ColumnChoices(props: ChoicesProps) {
  const w = useWords(importWords);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{w.changeColumns}</summary>
      {isOpen && <Choices {...props} />}
    </details>
  );
}

/** Each field's column, to be changed; remembered for the account once the import is run. */
function Choices({ choices, mapping: first, onAnswer }: ChoicesProps) {
  const w = useWords(importWords);
  const c = useWords(columnWords);
  const [mapping, setMapping] = useState(first);
  const [isInverted, setIsInverted] = useState(choices.inverted);
  const headers = [
    { value: "", label: w.unused },
    ...choices.headers.filter((h) => h !== "").map((h) => ({ value: h, label: h })),
  ];
  const answer = () => {
    const told = choices.fields.map(({ field }) => [field, mapping[field] ?? ""]);
    onAnswer({ mapping: Object.fromEntries(told), inverted: isInverted });
  };
  return (
    <div className={styles.choices}>
      <div className={styles.mapping}>
        {choices.fields.map(({ field, title }) => (
          <NativeSelect
            key={field}
            label={field in c ? c[field as keyof typeof c] : title}
            data={headers}
            value={mapping[field] ?? ""}
            onChange={(event) => setMapping({ ...mapping, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Checkbox
        label={w.inverted}
        checked={isInverted}
        onChange={(event) => setIsInverted(event.currentTarget.checked)}
      />
      <div className={styles.actions}>
        <Button variant="default" onClick={answer}>
          {w.retry}
        </Button>
        <span className={styles.dim}>{w.remembered}</span>
      </div>
    </div>
  );
}

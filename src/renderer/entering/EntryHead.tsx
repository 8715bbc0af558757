import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { enteringWords } from "#renderer/words/entering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Entering.module.css";
import { type GridEntry, gridOf } from "./grid-entry.ts";

interface EntryHeadProps {
  entry: GridEntry;
  onChange: (change: Partial<GridEntry>) => void;
}

/** Journal, date, piece and label of the entry being typed; a template fills its lines. */
export function EntryHead({ entry, onChange }: EntryHeadProps) {
  const w = useWords(enteringWords);
  const journals = useQuery({
    queryKey: ["ledger", "journals"],
    queryFn: ({ signal }) => office.ledger.listJournals({}, { signal }),
  });
  const options = (journals.data ?? []).map(({ code, label }) => ({
    value: code,
    label: `${code} ${label}`,
  }));
  return (
    <fieldset className={styles.head} aria-label={w.head}>
      <div data-stop="">
        <NativeSelect
          label={w.journal}
          data={options}
          value={entry.journal}
          onChange={(event) => onChange({ journal: event.currentTarget.value })}
        />
      </div>
      <div data-stop="" data-first="">
        <DateInput
          label={w.date}
          date={entry.datedOn}
          onChange={(datedOn) => onChange({ datedOn })}
        />
      </div>
      <div data-stop="">
        <TextInput
          label={w.piece}
          value={entry.pieceRef}
          onChange={(event) => onChange({ pieceRef: event.currentTarget.value })}
        />
      </div>
      <div data-stop="" className={styles.wide}>
        <TextInput
          label={w.label}
          value={entry.label}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
        />
      </div>
      <Templates onPick={onChange} datedOn={entry.datedOn} />
    </fieldset>
  );
}

interface TemplatesProps {
  datedOn: string | undefined;
  onPick: (picked: Partial<GridEntry>) => void;
}

function Templates({ datedOn, onPick }: TemplatesProps) {
  const w = useWords(enteringWords);
  const templates = useQuery({
    queryKey: ["entry", "templates"],
    queryFn: ({ signal }) => office.entry.listTemplates({}, { signal }),
  });
  const known = templates.data ?? [];
  if (known.length === 0) return null;
  const pick = (id: string) => {
    const template = known.find((one) => String(one.templateId) === id);
    if (template !== undefined) onPick({ ...gridOf(template.entry, {}), datedOn });
  };
  const options = known.map(({ templateId, name }) => ({ value: String(templateId), label: name }));
  return (
    <NativeSelect
      label={w.template}
      data={[{ value: "", label: w.noTemplate }, ...options]}
      defaultValue=""
      onChange={(event) => pick(event.currentTarget.value)}
    />
  );
}

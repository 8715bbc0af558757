import { Checkbox, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { office } from "#renderer/office.ts";
import { exportWords } from "#renderer/words/exporting.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";

/** The form that a FEC takes: what the law leaves open, and what an accountant's package wants. */
export interface FecChoices {
  kind: "BIC" | "COM" | "BAT" | "BNCT";
  separator: "tab" | "pipe";
  charset: "utf-8" | "iso-8859-15";
  profile: string;
  withDrafts: boolean;
}

interface FecFormProps {
  choices: FecChoices;
  onChange: (choices: FecChoices) => void;
}

/** Chooses the form of the file; the law's own stands at the start. */
export function FecForm({ choices, onChange }: FecFormProps) {
  const w = useWords(exportWords);
  const language = useLanguage();
  const { data: profiles = [] } = useQuery({
    queryKey: ["fec", "profiles"],
    queryFn: ({ signal }) => office.fec.listProfiles({}, { signal }),
  });
  const kinds = { BIC: w.kindBIC, COM: w.kindCOM, BAT: w.kindBAT, BNCT: w.kindBNCT };
  const change = (to: Partial<FecChoices>) => onChange({ ...choices, ...to });
  return (
    <fieldset className={styles.form} aria-label={w.options}>
      <NativeSelect
        label={w.kind}
        value={choices.kind}
        data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        onChange={(event) => change({ kind: event.currentTarget.value as FecChoices["kind"] })}
      />
      <NativeSelect
        label={w.separator}
        value={choices.separator}
        data={[
          { value: "tab", label: w.tab },
          { value: "pipe", label: w.pipe },
        ]}
        onChange={(event) =>
          change({ separator: event.currentTarget.value === "pipe" ? "pipe" : "tab" })
        }
      />
      <NativeSelect
        label={w.charset}
        value={choices.charset}
        data={["utf-8", "iso-8859-15"].map((value) => ({ value, label: value.toUpperCase() }))}
        onChange={(event) =>
          change({ charset: event.currentTarget.value === "utf-8" ? "utf-8" : "iso-8859-15" })
        }
      />
      <NativeSelect
        label={w.layout}
        value={choices.profile}
        data={[
          { value: "", label: w.lawLayout },
          ...profiles.map((one) => ({ value: one.name, label: one[language] })),
        ]}
        onChange={(event) => change({ profile: event.currentTarget.value })}
      />
      <Checkbox
        label={w.withDrafts}
        checked={choices.withDrafts}
        onChange={(event) => change({ withDrafts: event.currentTarget.checked })}
      />
    </fieldset>
  );
}

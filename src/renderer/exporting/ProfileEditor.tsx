import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type EntryField,
  type ExportProfile,
  entryFieldSchema,
  exportProfileSchema,
} from "#contract/entry-export.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";

type Shape = typeof exportProfileSchema.shape;
type Columns = ExportProfile["columns"];

export const emptyProfile: ExportProfile = {
  ...{ name: "", separator: ";", decimal: ",", dateFormat: "DD/MM/YYYY" },
  ...{ charset: "utf-8-bom", hasHeader: true },
  columns: [
    { title: "Journal", field: "journalCode" },
    { title: "Date", field: "dateOn" },
    { title: "Compte", field: "accountOrParty" },
    { title: "Libellé", field: "label" },
    { title: "Débit", field: "debitMinor" },
    { title: "Crédit", field: "creditMinor" },
  ],
};

const OPTIONS = {
  separator: [";", ",", "\t", "|"],
  decimal: [",", "."],
  dateFormat: ["DD/MM/YYYY", "DDMMYYYY", "DDMMYY", "YYYY-MM-DD", "YYYYMMDD"],
  charset: ["utf-8-bom", "utf-8", "windows-1252"],
} as const satisfies Partial<Record<keyof Shape, readonly string[]>>;

/** Edits a layout: its marks, its dates, and its columns in their order. */
export function ProfileEditor({ first, onDone }: { first: ExportProfile; onDone: () => void }) {
  const w = useWords(exportWords);
  const client = useQueryClient();
  const [profile, setProfile] = useState(first);
  const change = (to: Partial<ExportProfile>) => setProfile({ ...profile, ...to });
  const save = useMutation({
    mutationFn: () => office.exports.saveProfile({ profile: exportProfileSchema.parse(profile) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["exports"] });
      onDone();
    },
  });
  const select = (key: keyof typeof OPTIONS, label: string) => (
    <NativeSelect
      label={label}
      value={profile[key]}
      data={OPTIONS[key].map((value) => ({ value, label: value === "\t" ? w.tab : value }))}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={styles.editor} aria-label={w.profile}>
      <div className={styles.form}>
        <TextInput
          label={w.profileName}
          value={profile.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {select("separator", w.separator)}
        {select("decimal", w.decimal)}
        {select("dateFormat", w.dateFormat)}
        {select("charset", w.charset)}
        <Checkbox
          label={w.hasHeader}
          checked={profile.hasHeader}
          onChange={(event) => change({ hasHeader: event.currentTarget.checked })}
        />
      </div>
      <EditedColumns columns={profile.columns} onChange={(columns) => change({ columns })} />
      {save.isError && <ProblemNotice error={save.error} />}
      <div>
        <Button disabled={profile.name.trim() === ""} onClick={() => save.mutate()}>
          {w.saveProfile}
        </Button>
      </div>
    </fieldset>
  );
}

function EditedColumns(props: { columns: Columns; onChange: (columns: Columns) => void }) {
  const { columns, onChange } = props;
  const w = useWords(exportWords);
  const put = (at: number, to: Partial<Columns[number]>) =>
    onChange(columns.map((column, i) => (i === at ? { ...column, ...to } : column)));
  const raise = (at: number) => {
    const moved = columns.toSpliced(at, 1);
    onChange(moved.toSpliced(Math.max(0, at - 1), 0, columns[at]!));
  };
  return (
    <>
      <ol className={styles.columns} aria-label={w.columns}>
        {columns.map((column, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no name of its own.
          <li key={i} className={styles.row}>
            <NativeSelect
              aria-label={`${w.field} ${i + 1}`}
              value={column.field}
              data={entryFieldSchema.options.map((value) => ({ value, label: w[value] }))}
              onChange={(event) => put(i, { field: event.currentTarget.value as EntryField })}
            />
            <TextInput
              aria-label={`${w.columnTitle} ${i + 1}`}
              value={column.title}
              onChange={(event) => put(i, { title: event.currentTarget.value })}
            />
            <ActionIcon
              variant="default"
              aria-label={w.raiseColumn(i + 1)}
              onClick={() => raise(i)}
            >
              ↑
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={w.removeColumn(i + 1)}
              disabled={columns.length === 1}
              onClick={() => onChange(columns.toSpliced(i, 1))}
            >
              ×
            </ActionIcon>
          </li>
        ))}
      </ol>
      <div>
        <Button
          variant="subtle"
          onClick={() => onChange([...columns, { title: w.pieceRef, field: "pieceRef" }])}
        >
          {w.addColumn}
        </Button>
      </div>
    </>
  );
}

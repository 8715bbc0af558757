import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { saveFile } from "#renderer/app/save-file.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Statements.module.css";

const FORMATS = ["pdf", "xlsx", "csv"] as const;
type Format = (typeof FORMATS)[number];

/** Writes what is on screen, whole and with its filter, to a file. */
export function Exports(props: { write: (format: Format) => Promise<{ file: File }> }) {
  const w = useWords(statementWords);
  const write = useMutation({
    mutationFn: props.write,
    onSuccess: ({ file }) => saveFile(file),
  });
  return (
    <div className={styles.form}>
      {FORMATS.map((format) => (
        <Button
          key={format}
          variant="default"
          loading={write.isPending && write.variables === format}
          onClick={() => write.mutate(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {write.isPending && <span role="status">{w.writing}</span>}
      {write.isError && <ProblemNotice error={write.error} />}
    </div>
  );
}

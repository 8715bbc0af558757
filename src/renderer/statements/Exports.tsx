import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { StatementAsked } from "#contract/statements.ts";
import { saveFile } from "#renderer/app/save-file.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Statements.module.css";

const FORMATS = ["pdf", "xlsx", "csv"] as const;

/** Writes what is on screen, whole and with its filter, to a file. */
export function Exports({ asked }: { asked: StatementAsked }) {
  const w = useWords(statementWords);
  const write = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) =>
      office.statements.export({ ...asked, format }),
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

import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { importWords } from "#renderer/words/importing.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Import.module.css";

/** Receives and reads a supplier's document, then points to its review. */
export function ReadDocument({ file }: { file: File }) {
  const w = useWords(importWords);
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [documentId, setDocumentId] = useState<number>();
  const [problem, setProblem] = useState<unknown>();
  const read = async () => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      const { document } = await runStream(w.importing(file.name), (signal) =>
        office.purchases.dropDocument({ file }, { signal }),
      );
      setDocumentId(document.id);
      await client.invalidateQueries();
    } catch (caught) {
      setProblem(caught);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <div className={styles.actions}>
      {problem !== undefined && <ProblemNotice error={problem} />}
      {documentId === undefined ? (
        <Button loading={isBusy} onClick={() => void read()}>
          {w.readNow}
        </Button>
      ) : (
        <>
          <span role="status">{w.read}</span>
          <a href={`#/purchases?document=${documentId}`}>{w.see}</a>
        </>
      )}
    </div>
  );
}

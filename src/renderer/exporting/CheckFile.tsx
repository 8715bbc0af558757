import { CloseButton } from "@mantine/core";
import { useEffect, useId, useState } from "react";
import type { FecCheck } from "#contract/fec.ts";
import { office } from "#renderer/office.ts";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";
import { Verdicts } from "./Verdicts.tsx";

/** Checks the FEC of any company by dropping it, several at once; nothing of a file is kept. */
export function CheckFile() {
  const w = useWords(exportWords);
  const titleId = useId();
  const [given, setGiven] = useState<readonly { id: number; file: File }[]>([]);
  const add = (files: File[]) =>
    setGiven((before) => {
      const last = before[0]?.id ?? 0;
      return [...files.map((file, i) => ({ id: last + files.length - i, file })), ...before];
    });
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{w.check}</h2>
      <DropZone hint={w.checkHint} accept=".txt,.csv,.xml" onFiles={add} />
      {given.length === 0 && <p className={styles.dim}>{w.noFile}</p>}
      {given.map(({ id, file }) => (
        <CheckedFile
          key={id}
          file={file}
          onRemove={() => setGiven((before) => before.filter((one) => one.id !== id))}
        />
      ))}
    </section>
  );
}

function CheckedFile({ file, onRemove }: { file: File; onRemove: () => void }) {
  const w = useWords(exportWords);
  const titleId = useId();
  const [check, setCheck] = useState<FecCheck>();
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    const stop = new AbortController();
    office.fec.check({ file }, { signal: stop.signal }).then(setCheck, (caught) => {
      if (!stop.signal.aborted) setProblem(caught);
    });
    return () => stop.abort();
  }, [file]);
  return (
    <section className={styles.year} aria-labelledby={titleId}>
      <div className={styles.row}>
        <h3 id={titleId}>{file.name}</h3>
        <CloseButton aria-label={w.remove(file.name)} onClick={onRemove} />
      </div>
      {check === undefined && problem === undefined && <p role="status">{w.checking(file.name)}</p>}
      {problem !== undefined && <ProblemNotice error={problem} />}
      {check !== undefined && <Verdicts check={check} />}
    </section>
  );
}

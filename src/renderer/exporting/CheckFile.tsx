import { useId, useState } from "react";
import type { FecCheck } from "#contract/exports.ts";
import { office } from "#renderer/office.ts";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";
import { Verdicts } from "./Verdicts.tsx";

/** Checks the FEC of any company by dropping it; nothing of the file is kept. */
export function CheckFile() {
  const w = useWords(exportWords);
  const titleId = useId();
  const [name, setName] = useState<string>();
  const [check, setCheck] = useState<FecCheck>();
  const [problem, setProblem] = useState<unknown>();
  const run = async (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    setCheck(undefined);
    setProblem(undefined);
    try {
      setCheck(await office.exports.checkFec({ file }));
    } catch (caught) {
      setProblem(caught);
    }
  };
  const isBusy = name !== undefined && check === undefined && problem === undefined;
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{w.check}</h2>
      <DropZone hint={w.checkHint} accept=".txt,.csv,.xml" onFiles={([file]) => void run(file)} />
      {isBusy && <p role="status">{w.checking(name)}</p>}
      {problem !== undefined && <ProblemNotice error={problem} />}
      {check !== undefined && (
        <>
          <p className={styles.dim}>{name}</p>
          <Verdicts check={check} />
        </>
      )}
    </section>
  );
}

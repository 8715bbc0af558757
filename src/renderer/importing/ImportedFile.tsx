import { Button, CloseButton, NativeSelect } from "@mantine/core";
import { useId, useState } from "react";
import { formatCount } from "#renderer/format.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { ProgressBar } from "#renderer/ui/ProgressBar.tsx";
import { importWords } from "#renderer/words/importing.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { Answers } from "./Answers.tsx";
import { ColumnChoices } from "./ColumnChoices.tsx";
import { type FileKind, fileKinds } from "./file-kind.ts";
import styles from "./Import.module.css";
import { addressOf } from "./import-calls.ts";
import { MatchNow } from "./MatchNow.tsx";
import { ReadDocument } from "./ReadDocument.tsx";
import { Report } from "./Report.tsx";
import { useImport } from "./use-import.ts";

/** One file: what it is, its preview, what it still needs to know, its run and its report. */
export function ImportedFile(props: { file: File; guessed: FileKind; onRemove: () => void }) {
  const { file, onRemove } = props;
  const w = useWords(importWords);
  const titleId = useId();
  const [kind, setKind] = useState(props.guessed);
  return (
    <section className={styles.file} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId}>{file.name}</h2>
        <NativeSelect
          aria-label={w.kind}
          value={kind}
          data={fileKinds.map((value) => ({ value, label: w[value] }))}
          onChange={(event) => setKind(event.currentTarget.value as FileKind)}
        />
        <CloseButton aria-label={w.remove(file.name)} onClick={onRemove} />
      </div>
      {kind === "document" ? (
        <ReadDocument file={file} />
      ) : (
        <PreviewAndRun key={kind} file={file} kind={kind} />
      )}
    </section>
  );
}

function PreviewAndRun({ file, kind }: { file: File; kind: Exclude<FileKind, "document"> }) {
  const w = useWords(importWords);
  const language = useLanguage();
  const { state, answer, run, preview, stop } = useImport(file, kind);
  const { report, problem, isBusy } = state;
  const isDone = report !== undefined && !report.preview;
  return (
    <>
      {problem !== undefined && <ProblemNotice error={problem} />}
      {problem !== undefined && <Answers problem={problem} onAnswer={answer} />}
      {isBusy && (
        <ProgressBar
          label={state.label ?? w.previewing(file.name)}
          done={state.progress?.done ?? 0}
          total={state.progress?.total || undefined}
          onCancel={stop}
        />
      )}
      {report !== undefined && <Report report={report} />}
      {report?.choices !== undefined && !isDone && (
        <ColumnChoices choices={report.choices} mapping={report.mapping ?? {}} onAnswer={answer} />
      )}
      <div className={styles.actions}>
        {report !== undefined && !isDone && (
          <Button disabled={isBusy || report.added === 0} onClick={run}>
            {report.added === 0 ? w.nothingNew : w.run(formatCount(report.added, language))}
          </Button>
        )}
        {report === undefined && problem !== undefined && (
          <Button variant="default" onClick={preview}>
            {w.again}
          </Button>
        )}
        {isDone && <a href={addressOf[kind]}>{w.see}</a>}
        {isDone && kind === "statement" && <MatchNow />}
      </div>
    </>
  );
}

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import type { ProgressEvent } from "#contract/procedure.ts";
import { office } from "#renderer/office.ts";
import { problemOf } from "#renderer/problem.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { ProgressBar } from "#renderer/ui/ProgressBar.tsx";
import { bookWords } from "#renderer/words/book.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./StartScreen.module.css";
import { useBookChange } from "./use-book-change.ts";

/** Makes the sample company in a folder of its own, with its progress and its cancel. */
export function TrySample({ onBack }: { onBack: () => void }) {
  const w = useWords(bookWords);
  const bookChanged = useBookChange();
  const [folder, setFolder] = useState("");
  const [progress, setProgress] = useState<ProgressEvent>();
  const stop = useRef<AbortController>(undefined);
  const prepare = useMutation({
    mutationFn: async () => {
      stop.current = new AbortController();
      const input = folder.trim() === "" ? {} : { folder: folder.trim() };
      const events = await office.book.openSample(input, { signal: stop.current.signal });
      for await (const event of events) setProgress(event);
      // A stopped stream may end quietly.
      stop.current.signal.throwIfAborted();
    },
    onSuccess: bookChanged,
    onError: (error) => (isStopped(error) ? office.book.close({}) : undefined),
    onSettled: () => setProgress(undefined),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!prepare.isPending) prepare.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h1 className={styles.title}>{w.sample}</h1>
      <p>{w.sampleLine}</p>
      <p className={styles.dim}>{w.samplePass}</p>
      <TextInput
        label={w.folder}
        value={folder}
        description={w.sampleFolderHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        disabled={prepare.isPending}
        spellCheck={false}
        onChange={(event) => setFolder(event.currentTarget.value)}
      />
      {prepare.isError && <ProblemNotice error={prepare.error} />}
      {prepare.isPending ? (
        <ProgressBar
          label={w.sampleWork}
          done={progress?.done ?? 0}
          total={progress === undefined || progress.total === 0 ? undefined : progress.total}
          onCancel={() => stop.current?.abort()}
        />
      ) : (
        <div className={styles.buttons}>
          <Button type="submit">{w.sampleVerb}</Button>
          <Button variant="default" onClick={onBack}>
            {w.back}
          </Button>
        </div>
      )}
    </form>
  );
}

/** A person pressed stop: the half-filled example must not stay open behind this page. */
function isStopped(error: unknown): boolean {
  const problem = problemOf(error);
  if (problem.kind === "refused") return problem.code === "office.cancelled";
  return problem.kind === "stopped";
}

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ImportReport, ProgressEvent } from "#contract/procedure.ts";
import { importWords } from "#renderer/words/importing.ts";
import { getLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { type ImportAnswers, type ImportKind, runImport } from "./import-calls.ts";

interface ImportState {
  isBusy: boolean;
  /** What is being done, while it is. */
  label?: string;
  progress?: ProgressEvent | undefined;
  report?: ImportReport;
  problem?: unknown;
}

/** A file's way through the import: previewed at once, again after each answer, then run. */
export function useImport(file: File, kind: ImportKind) {
  const client = useQueryClient();
  const [answers, setAnswers] = useState<ImportAnswers>({});
  const [state, setState] = useState<ImportState>({ isBusy: true });
  const preview = useRef<AbortController>(undefined);
  const current = useRef<AbortController>(undefined);
  const start = useCallback(
    async (isPreview: boolean) => {
      const stop = new AbortController();
      current.current = stop;
      preview.current = isPreview ? stop : undefined;
      const w = pickWords(importWords, getLanguage());
      const label = isPreview ? w.previewing(file.name) : w.importing(file.name);
      setState((before) => ({ ...busyAgain(before), label }));
      const onProgress = (progress: ProgressEvent) =>
        setState((before) => ({ ...before, progress }));
      try {
        const asked = { file, kind, preview: isPreview, answers };
        const report = await runImport(label, asked, { stop, onProgress });
        setState({ isBusy: false, label, report });
        if (!isPreview) await client.invalidateQueries();
      } catch (problem) {
        // Given up because its card is gone or another answer was given: nobody waits for it.
        if (current.current !== stop) return;
        // What was previewed stays on view, so that the run can be tried again.
        setState((before) => ({ ...before, isBusy: false, problem }));
      }
    },
    [file, kind, answers, client],
  );
  useEffect(() => {
    void start(true);
    return () => {
      // A preview without its card is of no use; an import that has begun goes on.
      const stale = preview.current;
      current.current = undefined;
      stale?.abort();
    };
  }, [start]);
  return {
    state,
    answer: (more: ImportAnswers) => setAnswers((before) => together(before, more)),
    run: () => void start(false),
    stop: () => current.current?.abort(),
    preview: () => void start(true),
  };
}

/** Columns chosen before stand beside those chosen now. */
function together(before: ImportAnswers, more: ImportAnswers): ImportAnswers {
  const mapping = { ...before.mapping, ...more.mapping };
  const all = { ...before, ...more };
  return Object.keys(mapping).length > 0 ? { ...all, mapping } : all;
}

function busyAgain(before: ImportState): ImportState {
  return { ...before, isBusy: true, progress: undefined, problem: undefined };
}

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { ImportReport } from "#contract/procedure.ts";
import { importWords } from "#renderer/words/importing.ts";
import { getLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { type ImportAnswers, type ImportKind, runImport } from "./import-calls.ts";

interface ImportState {
  isBusy: boolean;
  report?: ImportReport;
  problem?: unknown;
}

/** A file's way through the import: previewed at once, again after each answer, then run. */
export function useImport(file: File, kind: ImportKind) {
  const client = useQueryClient();
  const [answers, setAnswers] = useState<ImportAnswers>({});
  const [state, setState] = useState<ImportState>({ isBusy: true });
  const start = useCallback(
    async (preview: boolean) => {
      setState((before) => ({ ...before, isBusy: true, problem: undefined }));
      const w = pickWords(importWords, getLanguage());
      const label = preview ? w.previewing(file.name) : w.importing(file.name);
      try {
        const report = await runImport(label, { file, kind, preview, answers });
        setState({ isBusy: false, report });
        if (!preview) await client.invalidateQueries();
      } catch (problem) {
        // What was previewed stays on view, so that the run can be tried again.
        setState((before) => ({ ...before, isBusy: false, problem }));
      }
    },
    [file, kind, answers, client],
  );
  useEffect(() => {
    void start(true);
  }, [start]);
  return {
    state,
    answer: (more: ImportAnswers) => setAnswers((before) => ({ ...before, ...more })),
    run: () => void start(false),
    preview: () => void start(true),
  };
}

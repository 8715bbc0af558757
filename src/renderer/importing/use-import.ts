import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { ImportReport } from "#contract/procedure.ts";
import { importWords } from "#renderer/words/importing.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { type ImportAnswers, type ImportKind, runImport } from "./import-calls.ts";

interface ImportState {
  isBusy: boolean;
  report?: ImportReport;
  problem?: unknown;
}

/** A file's way through the import: previewed at once, again after each answer, then run. */
export function useImport(file: File, kind: ImportKind) {
  const w = useWords(importWords);
  const client = useQueryClient();
  const [answers, setAnswers] = useState<ImportAnswers>({});
  const [state, setState] = useState<ImportState>({ isBusy: true });
  const start = useCallback(
    async (preview: boolean) => {
      setState((before) => ({ ...before, isBusy: true, problem: undefined }));
      const label = preview ? w.previewing(file.name) : w.importing(file.name);
      try {
        const report = await runImport(label, { file, kind, preview, answers });
        setState({ isBusy: false, report });
        if (!preview) await client.invalidateQueries();
      } catch (problem) {
        setState({ isBusy: false, problem });
      }
    },
    [file, kind, answers, client, w],
  );
  useEffect(() => {
    void start(true);
  }, [start]);
  return {
    state,
    answer: (more: ImportAnswers) => setAnswers((before) => ({ ...before, ...more })),
    run: () => void start(false),
  };
}

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { TakeOverReport } from "#contract/fec.ts";
import type { ProgressEvent } from "#contract/procedure.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import { fecWords } from "#renderer/words/fec.ts";
import { getLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";

/** What a person chose for a file. */
export interface TakeOverChoices {
  accounts: Record<string, string>;
  journals: Record<string, string>;
  unbalanced: "leave-out" | "suspense";
}

interface TakeOverState {
  isBusy: boolean;
  label?: string;
  progress?: ProgressEvent | undefined;
  report?: TakeOverReport;
  problem?: unknown;
}

/** A file's way: previewed at once and after each choice, then taken over when asked. */
export function useTakeOver(file: File) {
  const client = useQueryClient();
  const [choices, setChoices] = useState<TakeOverChoices>({
    accounts: {},
    journals: {},
    unbalanced: "leave-out",
  });
  const [state, setState] = useState<TakeOverState>({ isBusy: true });
  const current = useRef<AbortController>(undefined);
  const start = useCallback(
    async (isPreview: boolean) => {
      const stop = new AbortController();
      current.current = stop;
      const w = pickWords(fecWords, getLanguage());
      const label = isPreview ? w.previewing(file.name) : w.importing(file.name);
      setState(({ problem: _, ...before }) => ({ ...before, isBusy: true, label }));
      const onProgress = (progress: ProgressEvent) =>
        setState((before) => ({ ...before, progress }));
      const input = { file, ...choices };
      try {
        const report = await runStream(
          label,
          (signal) =>
            isPreview
              ? office.fec.previewImport(input, { signal })
              : office.fec.import(input, { signal }),
          { stop, onProgress },
        );
        setState({ isBusy: false, report });
        if (!isPreview) await client.invalidateQueries();
      } catch (problem) {
        if (current.current === stop) setState((b) => ({ ...b, isBusy: false, problem }));
      }
    },
    [file, choices, client],
  );
  useEffect(() => {
    void start(true);
    // A preview that nobody waits for any more is stopped.
    return () => current.current?.abort();
  }, [start]);
  return {
    state,
    choices,
    choose: (change: Partial<TakeOverChoices>) => setChoices((b) => ({ ...b, ...change })),
    run: () => void start(false),
    preview: () => void start(true),
    stop: () => current.current?.abort(),
  };
}

import { useEffect, useRef, useState } from "react";
import { office } from "#renderer/office.ts";
import { useStable } from "#renderer/ui/use-stable.ts";
import { type GridEntry, isBlank, typedOf } from "./grid-entry.ts";

/** How long typing pauses before the draft saves itself. */
const PAUSE_MS = 1500;

export type Saving = "none" | "waiting" | "saving" | "saved" | "failed";

/**
 * Keeps what is typed as a draft: by itself after a pause, at once when asked. Saves follow one
 * another, so that a new draft is made only once.
 */
export function useDraftSaving(entry: GridEntry, draftId: number | undefined) {
  const [state, setState] = useState<Saving>("none");
  const id = useRef(draftId);
  const last = useRef<GridEntry>(entry);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const save = useStable(async (): Promise<number | undefined> => {
    const saved = turn.current.then(() => write(entry));
    turn.current = saved.catch(() => undefined);
    return saved;
  });
  const write = async (typed: GridEntry): Promise<number | undefined> => {
    if (isBlank(typed) || (typed === last.current && id.current !== undefined)) return id.current;
    setState("saving");
    try {
      const known = id.current === undefined ? {} : { draftId: id.current };
      const { draftId: made } = await office.ledger.saveDraft({ ...known, entry: typedOf(typed) });
      id.current = made;
      last.current = typed;
      setState("saved");
      return made;
    } catch (error) {
      setState("failed");
      throw error;
    }
  };
  /** Starts anew with an entry that is as stored, or not yet. */
  const start = useStable((at: GridEntry, atId: number | undefined) => {
    id.current = atId;
    last.current = at;
    setState("none");
  });
  useEffect(() => {
    if (entry === last.current || isBlank(entry)) return undefined;
    setState("waiting");
    const timer = setTimeout(() => void save().catch(() => undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [entry, save]);
  return { state, save, start };
}

import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Completion } from "#contract/entry.ts";
import { office } from "#renderer/office.ts";

export interface ChoiceAsked {
  /** What the cell holds when nothing is being typed. */
  text: string;
  of: "party" | "any";
  onDate: string | undefined;
  onChoose: (chosen: Completion) => void;
  /** The cell was emptied. */
  onClear: () => void;
}

/** What is typed in a cell completed by number or name, what it may mean, and its keys. */
export function useChoice(asked: ChoiceAsked) {
  const settled = useRef<string | undefined>(undefined);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [at, setAt] = useState(0);
  const list = useQuery({
    ...choicesOf(asked, typed ?? ""),
    enabled: typed !== undefined,
    placeholderData: (earlier) => earlier,
  });
  const choices = list.data ?? [];
  const write = (text: string | undefined) => {
    setTyped(text);
    setAt(0);
  };
  const take = (chosen: Completion | undefined) => {
    write(undefined);
    if (chosen !== undefined) asked.onChoose(chosen);
  };
  const settle = async () => {
    // Enter moves the focus on, so that leaving the cell settles the same text again.
    if (typed === undefined || typed === settled.current) return;
    settled.current = typed;
    if (typed.trim() === "") {
      write(undefined);
      return asked.onClear();
    }
    if (!list.isPlaceholderData && choices.length > 0) return take(choices[at]);
    write(undefined);
    // Asked apart: the list's own question is cancelled when the list closes.
    const found = await office.entry.complete(questionOf(asked, typed)).catch(() => []);
    if (found[0] !== undefined) asked.onChoose(found[0]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (typed === undefined) setTyped(step === 1 ? asked.text : undefined);
      else setAt(Math.min(Math.max(at + step, 0), choices.length - 1));
    }
    if (event.key === "Escape" && typed !== undefined) {
      event.stopPropagation();
      write(undefined);
    }
    if (event.key === "Enter") void settle();
  };
  const type = (text: string) => {
    settled.current = undefined;
    write(text);
  };
  const isOpen = typed !== undefined;
  return { typed, at, choices, isFound: list.isSuccess, isOpen, take, type, settle, onKeyDown };
}

function questionOf({ of, onDate }: ChoiceAsked, search: string) {
  return { search, of, ...(onDate === undefined ? {} : { onDate }) };
}

function choicesOf(choice: ChoiceAsked, search: string) {
  const asked = questionOf(choice, search);
  return {
    queryKey: ["entry", "complete", asked],
    queryFn: ({ signal }: { signal: AbortSignal }) => office.entry.complete(asked, { signal }),
  };
}

import { useSyncExternalStore } from "react";

/** A long action under way: shown in the top bar with its progress and its cancel. */
export interface Work {
  id: number;
  label: string;
  done: number;
  /** Undefined while the amount of work is not known yet. */
  total: number | undefined;
  cancel: (() => void) | undefined;
}

/** What the one who started the work uses to tell how far it is. */
export interface WorkHandle {
  progress: (done: number, total: number | undefined) => void;
  end: () => void;
}

const listeners = new Set<() => void>();
let running: readonly Work[] = [];
let lastId = 0;

/** The long actions under way, oldest first. */
export function useWork(): readonly Work[] {
  return useSyncExternalStore(subscribe, () => running);
}

/** Announces a long action; `cancel` is offered to the person when given. */
export function startWork(label: string, cancel?: () => void): WorkHandle {
  const id = ++lastId;
  set([...running, { id, label, done: 0, total: undefined, cancel }]);
  return {
    progress: (done, total) => set(running.map((w) => (w.id === id ? { ...w, done, total } : w))),
    end: () => set(running.filter((w) => w.id !== id)),
  };
}

function set(next: readonly Work[]): void {
  running = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

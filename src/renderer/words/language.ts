import { useSyncExternalStore } from "react";

/** The two languages of every screen; French comes first. */
export type Language = "fr" | "en";

const KEY = "ecritoire.language";
const listeners = new Set<() => void>();
let current: Language = stored() ?? "fr";

/** The language chosen on this machine, else French. */
export function getLanguage(): Language {
  return current;
}

/** Changes the language of every mounted screen at once and remembers it on this machine. */
export function setLanguage(language: Language): void {
  current = language;
  localStorage.setItem(KEY, language);
  markDocument();
  for (const listener of listeners) listener();
}

/** The current language; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, getLanguage);
}

/** Writes `<html lang>`, which screen readers need to pronounce the page. Called once at start. */
export function markDocument(): void {
  document.documentElement.lang = current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): Language | undefined {
  const value = localStorage.getItem(KEY);
  return value === "fr" || value === "en" ? value : undefined;
}

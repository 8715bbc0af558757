import { useSyncExternalStore } from "react";
import { addressOf } from "./route-match.ts";

/** The current address after `#`; the component is drawn again when it changes. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash.slice(1) || "/");
}

/** Goes to a place; the browser's own back button returns. */
export function go(pattern: string, params: Readonly<Record<string, string>> = {}): void {
  window.location.hash = addressOf(pattern, params);
}

/** Goes back to where the person was. */
export function goBack(): void {
  window.history.back();
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

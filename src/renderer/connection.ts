import { useSyncExternalStore } from "react";

/** How the window stands with its office: joining for the first time, open, or lost. */
export type Connection = "joining" | "open" | "lost";

const listeners = new Set<() => void>();
let current: Connection = "joining";

/** Reports a change of the link with the office; every band and notice follows. */
export function reportConnection(connection: Connection): void {
  if (connection === current) return;
  current = connection;
  for (const listener of listeners) listener();
}

/** The state of the link with the office. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => current);
}

/** True when the machine has a network; the office itself never needs one. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(subscribeNetwork, () => navigator.onLine);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function subscribeNetwork(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

import { useCallback, useInsertionEffect, useRef } from "react";

/**
 * A function that keeps its identity between drawings and always calls the latest version, so
 * that rows drawn once do not act on an old state.
 */
export function useStable<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act);
  useInsertionEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}

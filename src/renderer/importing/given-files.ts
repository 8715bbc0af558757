import { useEffect } from "react";

let waiting: File[] = [];
let taker: ((files: File[]) => Promise<void>) | undefined;

/** Hands files to the import screen, now when it is on view, else when it opens. */
export function giveFiles(files: readonly File[]): void {
  waiting.push(...files);
  handOver();
}

/** Takes the files that were dropped anywhere in the window. */
export function useGivenFiles(take: (files: File[]) => Promise<void>): void {
  useEffect(() => {
    taker = take;
    handOver();
    return () => {
      taker = undefined;
    };
  }, [take]);
}

function handOver(): void {
  if (taker === undefined || waiting.length === 0) return;
  const files = waiting;
  waiting = [];
  void taker(files);
}

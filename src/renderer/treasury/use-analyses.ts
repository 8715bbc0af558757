import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { MovedFigure } from "#contract/treasury-memory.ts";
import { office } from "#renderer/office.ts";
import { problemOf } from "#renderer/problem.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { analysisWords } from "#renderer/words/analyses.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { ENGINES, type Engine } from "./kept-engines.ts";

/** A figure that moved, with its engine and the days compared. */
export interface Change extends MovedFigure {
  engine: Engine;
  fromOn: string;
  toOn: string;
}

/** Figures told of each engine when all are shown, and of one alone. */
const FEW = 12;
const MANY = 200;

/** What moved in one engine, or in all of them, since the analysis of a week before. */
export function useChanges(engine: Engine | "all") {
  return useQuery({
    queryKey: ["treasury", "analyses", "changes", engine],
    queryFn: async ({ signal }) => {
      const asked = engine === "all" ? ENGINES : [engine];
      const limit = engine === "all" ? FEW : MANY;
      const found = await Promise.all(asked.map((one) => changesOf(one, limit, signal)));
      const kept = found.filter((one) => one !== undefined);
      const sinceOn = kept.flatMap((one) => one.from?.asOn ?? []).sort();
      return {
        isKept: kept.length > 0,
        /** The earliest day compared with; undefined while there is only one analysis. */
        sinceOn: sinceOn[0],
        movedCount: kept.reduce((sum, one) => sum + one.movedCount, 0),
        changes: kept.flatMap((one) => one.changes),
        why: [...new Map(kept.flatMap((one) => one.why).map((why) => [why.kpi, why])).values()],
      };
    },
  });
}

async function changesOf(engine: Engine, limit: number, signal: AbortSignal) {
  try {
    const found = await office.treasury.whatChanged({ engine, limit }, { signal });
    const [fromOn, toOn] = [found.from?.asOn ?? "", found.to.asOn];
    const changes = found.moved.map((one): Change => ({ ...one, engine, fromOn, toOn }));
    return { from: found.from, movedCount: found.movedCount, why: found.why, changes };
  } catch (error) {
    const problem = problemOf(error);
    if (problem.kind === "refused" && problem.code === "treasury.nothing-kept") return undefined;
    throw error;
  }
}

/** Runs every engine and keeps what is new; stopping only stops waiting for the answer. */
export function useAnalyse() {
  const w = useWords(analysisWords);
  const client = useQueryClient();
  const stop = useRef<AbortController>(undefined);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      stop.current = new AbortController();
      return office.treasury.analyse({}, { signal: stop.current.signal });
    },
    onSuccess: async (outcomes) => {
      await client.invalidateQueries({ queryKey: ["treasury"] });
      const count = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length;
      notify(w.analysed(count("kept"), count("same")));
    },
  });
  return { run: () => mutate(), stop: () => stop.current?.abort(), isPending, error };
}

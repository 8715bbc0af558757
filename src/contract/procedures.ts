import type { AnyContractProcedure } from "@orpc/contract";
import { contract } from "./contract.ts";
import type { ProcedureMeta } from "./procedure.ts";

/** A procedure of the contract with its names as the terminal spells them. */
export interface ListedProcedure {
  path: readonly [domain: string, name: string];
  meta: ProcedureMeta;
  procedure: AnyContractProcedure;
}

/** Every procedure of the contract, by domain. */
export const procedures: readonly ListedProcedure[] = Object.entries(contract).flatMap(
  ([domain, members]) =>
    Object.entries(members as Record<string, AnyContractProcedure>).map(([name, procedure]) => ({
      path: [domain, name] as const,
      meta: procedure["~orpc"].meta as ProcedureMeta,
      procedure,
    })),
);

const byPath = new Map(procedures.map((p) => [p.path.join("."), p]));

/** The procedure at a path; throws when the contract has none. */
export function procedureAt(path: readonly string[]): ListedProcedure {
  const found = byPath.get(path.join("."));
  if (found === undefined) throw new Error(`the contract has no procedure ${path.join(".")}`);
  return found;
}

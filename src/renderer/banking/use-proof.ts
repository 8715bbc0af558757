import { useQuery } from "@tanstack/react-query";
import type { ThreeWayProof } from "#contract/proof.ts";
import { office } from "#renderer/office.ts";

/** The three-way proof up to today; every change of the book asks it anew. */
export function useProof() {
  return useQuery({
    queryKey: ["reconciliation", "proof"],
    queryFn: ({ signal }) => office.reconciliation.prove({}, { signal }),
  });
}

/** How many differences a proof names. */
export function differencesOf(proof: ThreeWayProof): number {
  return proof.checks.reduce((sum, one) => sum + one.count, 0);
}

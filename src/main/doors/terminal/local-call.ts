import { fecContract } from "#contract/fec.ts";
import type { ListedProcedure } from "#contract/procedures.ts";
import { checkFecFile } from "#main/exports/check-fec-file.ts";
import type { Outcome } from "./outcome.ts";

type Local = (input: unknown) => Promise<unknown>;

/** The procedures that need neither a book nor an office, by their path. */
const LOCAL: Readonly<Record<string, Local>> = {
  "fec.check": async (input) => {
    const schema = fecContract.check["~orpc"].inputSchema!;
    return checkFecFile(schema.parse(input));
  },
};

/** Answers a procedure of the contract that says of itself that it is local. */
export async function callLocally(call: {
  procedure: ListedProcedure;
  input: unknown;
}): Promise<Outcome> {
  const path = call.procedure.path.join(".");
  const answer = LOCAL[path];
  if (answer === undefined) throw new Error(`${path} is not answered by the terminal`);
  return { done: await answer(call.input) };
}

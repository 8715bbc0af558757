/** Which of the office's two threads answers: the reader (query) or the writer (command). */
export type ProcedureKind = "query" | "command";

/**
 * The kind that the contract gives to a procedure (`meta.kind`).
 * @param contract the router of contract procedures, nested by domain
 * @param path the procedure's path, such as `["ledger", "postEntry"]`
 * @throws when the contract has no such procedure or gives it no kind: a fault of the program
 */
export function procedureKind(contract: object, path: readonly string[]): ProcedureKind {
  let node: unknown = contract;
  for (const step of path) node = member(node, step);
  const kind = member(member(member(node, "~orpc"), "meta"), "kind");
  if (kind === "query" || kind === "command") return kind;
  throw new Error(`The contract marks ${path.join(".")} neither query nor command.`);
}

function member(node: unknown, key: string): unknown {
  if (typeof node !== "object" && typeof node !== "function") return undefined;
  if (node === null || !Object.hasOwn(node, key)) return undefined;
  return (node as Record<string, unknown>)[key];
}

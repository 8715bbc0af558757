import { ORPCError } from "@orpc/client";
import { type RefusalCode, refusals } from "#contract/refusals.ts";
import { OfficeLost } from "./door.ts";

/** What went wrong with a call, as a screen shows it. */
export type Problem =
  | { kind: "refused"; code: RefusalCode; facts: object }
  | { kind: "lost" }
  | { kind: "stopped" }
  | { kind: "fault"; reference: string | undefined };

/** Sorts any thrown error: a refusal, a lost link, a person's own cancel, or a fault. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DOMException && error.name === "AbortError") return { kind: "stopped" };
  if (error instanceof OfficeLost || isFallenLink(error)) return { kind: "lost" };
  if (!(error instanceof ORPCError)) return { kind: "fault", reference: undefined };
  const data: unknown = error.data;
  if (error.code === "REFUSED" && isRefusalData(data)) {
    return { kind: "refused", code: data.code, facts: data.facts };
  }
  return { kind: "fault", reference: referenceOf(data) };
}

function isRefusalData(data: unknown): data is { code: RefusalCode; facts: object } {
  if (typeof data !== "object" || data === null || !("code" in data)) return false;
  if (typeof data.code !== "string" || !Object.hasOwn(refusals, data.code)) return false;
  return "facts" in data && typeof data.facts === "object" && data.facts !== null;
}

function referenceOf(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null || !("reference" in data)) return undefined;
  return typeof data.reference === "string" ? data.reference : undefined;
}

/**
 * The client rejects what was in flight with its own AbortError when a link closes, and refuses
 * to send on a socket that has fallen; neither is a DOMException, which is a person's cancel.
 */
function isFallenLink(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "AbortError" || error.message.includes("WebSocket is not open");
}

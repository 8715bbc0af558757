import type { Refusal } from "#main/base/refusal.ts";

/**
 * Where reference rates come from without a file; asked only when the person turned it on. When
 * the signal aborts, the pending promise rejects with the signal's reason.
 */
export interface RatePort {
  /** The rates of the last 90 days as the source publishes them, to be read like a file. */
  latest(signal: AbortSignal): Promise<{ name: string; bytes: Uint8Array } | Refusal>;
}

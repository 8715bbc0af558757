import { hash } from "node:crypto";
import type { Narrative } from "#contract/treasury-narrative.ts";
import type { WriterSettings } from "#contract/treasury-writer.ts";
import { reserveCredit, settleCredit } from "#main/automation/credits.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, WritableBook } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { maskedPrompt, unmaskedNarrative } from "./masked-text.ts";
import type { NarrativeWriter, WriterReply } from "./port.ts";

/** The name under which the credit knows these calls. */
const TOOL = "narrative";

/** Refusals after which the server may have worked and billed: the estimate is counted. */
const MAYBE_BILLED = new Set([
  ...["providers.timeout", "providers.unknown-reply", "providers.reply-too-large"],
]);

/** The writer that the book's settings name, or the refusal when there is none. */
export function writerSettings(read: ReadHandle): WriterSettings | Refusal {
  const row = read.reading("SELECT settings FROM narrative_writer").get() as
    | { settings: string }
    | undefined;
  return row === undefined
    ? refuse("treasury.no-writer", {})
    : (JSON.parse(row.settings) as WriterSettings);
}

/** What would be sent, to the byte. */
export function payloadOf(writer: NarrativeWriter, narrative: Narrative) {
  const { url, body } = writer.request(maskedPrompt(narrative));
  return { provider: writer.name, url, body, sha256: hash("sha256", body, "hex") };
}

/**
 * Has a narrative rewritten: the bytes must be those that the person saw, and the credit covers the
 * call before it starts. What the call cost is settled whatever becomes of its text; nothing is
 * written while the network is used.
 */
export async function rewriteNarrative(
  asked: { book: WritableBook; act: Act; signal: AbortSignal },
  call: {
    writer: NarrativeWriter;
    settings: WriterSettings;
    narrative: Narrative;
    seenSha256: string;
  },
): Promise<(Narrative & { provider: string; costMinor: number }) | Refusal> {
  const { book, act, signal } = asked;
  const { writer, settings, narrative } = call;
  const { body, sha256, url } = payloadOf(writer, narrative);
  if (sha256 !== call.seenSha256) return refuse("treasury.payload-changed", {});
  const { estimateMinor, marginBps } = settings;
  const check = await book.transact(act, (tx) => {
    const result = reserveCredit(tx, act, { tool: TOOL, estimateMinor, marginBps });
    return { result, audit: { subject: `send ${writer.name}`, after: { url, sha256, ...result } } };
  });
  if (isRefusal(check)) return check;
  const { reservedId, ...short } = check;
  if (reservedId === null) return refuse("treasury.insufficient-credit", short);
  // Stopped or broken off after the bytes have left: the server may have billed the call.
  const reply = await writer.send(body, signal).catch(() => undefined);
  const costMinor = costOf(settings, reply);
  const settled = await book.transact(act, (tx) => {
    settleCredit(tx, act, { reservedId, costMinor });
    return { result: null, audit: { subject: `cost ${writer.name}`, after: { costMinor } } };
  });
  if (isRefusal(settled)) return settled;
  if (reply === undefined) return refuse("office.cancelled", {});
  if (isRefusal(reply)) return reply;
  const rewritten = unmaskedNarrative(narrative, reply.text);
  return isRefusal(rewritten) ? rewritten : { ...rewritten, provider: writer.name, costMinor };
}

/** Cents that a call cost: its tokens at the prices of the settings, else the estimate. */
export function costOf(settings: WriterSettings, reply: WriterReply | Refusal | undefined): number {
  const { estimateMinor, inputPerMillionMinor, outputPerMillionMinor } = settings;
  if (reply === undefined) return estimateMinor;
  if (isRefusal(reply)) return MAYBE_BILLED.has(reply.code) ? estimateMinor : 0;
  const { inputTokens, outputTokens } = reply;
  if (inputPerMillionMinor === null || outputPerMillionMinor === null) return estimateMinor;
  if (inputTokens === null || outputTokens === null) return estimateMinor;
  const millionths = inputTokens * inputPerMillionMinor + outputTokens * outputPerMillionMinor;
  return Math.ceil(millionths / 1_000_000);
}

import type { WriterSettings } from "#contract/treasury-writer.ts";
import type { Refusal } from "#main/base/refusal.ts";

/** What a language model is told: how to write, and the text to rewrite. */
export interface WriterPrompt {
  system: string;
  text: string;
}

/** What came back, and what it took; null where the server does not say. */
export interface WriterReply {
  text: string;
  inputTokens: number | null;
  outputTokens: number | null;
}

/**
 * A language model that rewrites. `request` makes what `send` will send, to the byte and without
 * asking the network; the key travels in a header only, beside those bytes.
 */
export interface NarrativeWriter {
  readonly name: string;
  request(prompt: WriterPrompt): { url: string; body: string };
  send(body: string, signal: AbortSignal): Promise<WriterReply | Refusal>;
}

/** Makes the writer of the settings; without a key it can still show its request. */
export type OpenWriter = (settings: WriterSettings, secret: string) => NarrativeWriter;

import type { WriterPrompt, WriterReply } from "#main/treasury/narrative/port.ts";
import type { AnthropicMessage } from "./schema.ts";

/** Longest answer asked for, in tokens: a summary is shorter. */
const MOST_TOKENS = 2_000;

/** The body of a request, to the byte. */
export function toAnthropicBody(model: string, { system, text }: WriterPrompt): string {
  const messages = [{ role: "user", content: text }];
  return JSON.stringify({ model, max_tokens: MOST_TOKENS, system, messages });
}

/** A reply of theirs as one of ours. */
export function toWriterReply({ content, usage }: AnthropicMessage): WriterReply {
  return {
    text: content.map((block) => (block.type === "text" ? (block.text ?? "") : "")).join(""),
    inputTokens: usage?.input_tokens ?? null,
    outputTokens: usage?.output_tokens ?? null,
  };
}

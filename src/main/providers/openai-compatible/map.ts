import type { WriterPrompt, WriterReply } from "#main/treasury/narrative/port.ts";
import type { ChatCompletion } from "./schema.ts";

/** Longest answer asked for, in tokens: a summary is shorter. */
const MOST_TOKENS = 2_000;

/** The body of a request, to the byte. */
export function toChatBody(model: string, { system, text }: WriterPrompt): string {
  const messages = [
    { role: "system", content: system },
    { role: "user", content: text },
  ];
  return JSON.stringify({ model, max_tokens: MOST_TOKENS, messages });
}

/** A reply of theirs as one of ours. */
export function toWriterReply({ choices, usage }: ChatCompletion): WriterReply {
  return {
    text: choices[0]?.message.content ?? "",
    inputTokens: usage?.prompt_tokens ?? null,
    outputTokens: usage?.completion_tokens ?? null,
  };
}

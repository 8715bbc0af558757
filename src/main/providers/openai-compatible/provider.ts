import { isRefusal } from "#main/base/refusal.ts";
import type { NarrativeWriter } from "#main/treasury/narrative/port.ts";
import { joined, type PostJson } from "../post-json.ts";
import { toChatBody, toWriterReply } from "./map.ts";
import { chatCompletion } from "./schema.ts";

const PATH = "/v1/chat/completions";

/** A server of chat completions as a writer of narratives, named by its host. */
export function chatWriter(
  post: PostJson,
  { baseUrl, model }: { baseUrl: string; model: string },
): NarrativeWriter {
  return {
    name: new URL(baseUrl).host,
    request: (prompt) => ({ url: joined(baseUrl, PATH).href, body: toChatBody(model, prompt) }),
    async send(body, signal) {
      const reply = await post({ path: PATH, body, schema: chatCompletion }, signal);
      return isRefusal(reply) ? reply : toWriterReply(reply);
    },
  };
}

import { isRefusal } from "#main/base/refusal.ts";
import type { NarrativeWriter } from "#main/treasury/narrative/port.ts";
import { joined, type PostJson } from "../post-json.ts";
import { ANTHROPIC } from "./client.ts";
import { toAnthropicBody, toWriterReply } from "./map.ts";
import { anthropicMessage } from "./schema.ts";

const PATH = "/v1/messages";

/** Claude as a writer of narratives. */
export function anthropicWriter(
  post: PostJson,
  { baseUrl, model }: { baseUrl: string; model: string },
): NarrativeWriter {
  return {
    name: ANTHROPIC,
    request: (prompt) => ({
      url: joined(baseUrl, PATH).href,
      body: toAnthropicBody(model, prompt),
    }),
    async send(body, signal) {
      const reply = await post({ path: PATH, body, schema: anthropicMessage }, signal);
      return isRefusal(reply) ? reply : toWriterReply(reply);
    },
  };
}

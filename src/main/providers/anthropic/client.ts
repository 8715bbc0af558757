import { type PostJson, type PostOptions, postJson } from "../post-json.ts";

export const ANTHROPIC = "Anthropic";

/** Client of Anthropic's Messages API; the key travels in its own header only. */
export function anthropicClient(
  options: Omit<PostOptions, "provider" | "headers"> & { secretKey: string },
): PostJson {
  const { secretKey, ...rest } = options;
  const headers = { "x-api-key": secretKey, "anthropic-version": "2023-06-01" };
  return postJson({ ...rest, provider: ANTHROPIC, headers });
}

import { type PostJson, type PostOptions, postJson } from "../post-json.ts";

/** Client of a server of chat completions; one on this machine may need no key. */
export function chatClient(
  options: Omit<PostOptions, "headers"> & { secretKey: string },
): PostJson {
  const { secretKey, ...rest } = options;
  const headers: Record<string, string> =
    secretKey === "" ? {} : { authorization: `Bearer ${secretKey}` };
  return postJson({ ...rest, headers });
}

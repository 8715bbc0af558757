import { setTimeout as wait } from "node:timers/promises";
import type { OpenWriter } from "#main/treasury/narrative/port.ts";
import { anthropicClient } from "./anthropic/client.ts";
import { anthropicWriter } from "./anthropic/provider.ts";
import { chatClient } from "./openai-compatible/client.ts";
import { chatWriter } from "./openai-compatible/provider.ts";

const ANTHROPIC_URL = "https://api.anthropic.com";
/** A model on this machine, where Ollama listens. */
const LOCAL_URL = "http://127.0.0.1:11434";

/** The writer that the settings name; only its `send` asks the network. */
export const openWriter: OpenWriter = ({ provider, model, ...settings }, secretKey) => {
  const sleep = (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal });
  if (provider === "anthropic") {
    const baseUrl = settings.baseUrl ?? ANTHROPIC_URL;
    return anthropicWriter(anthropicClient({ baseUrl, secretKey, fetch, sleep }), {
      ...{ baseUrl, model },
    });
  }
  const baseUrl = settings.baseUrl ?? LOCAL_URL;
  const { host } = new URL(baseUrl);
  const client = chatClient({ provider: host, baseUrl, secretKey, fetch, sleep });
  return chatWriter(client, { baseUrl, model });
};

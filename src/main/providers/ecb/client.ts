import { type Refusal, refuse } from "#main/base/refusal.ts";

/** What the client needs from outside; nothing here is read from the environment. */
export interface EcbClientOptions {
  /** `https://www.ecb.europa.eu`; plain http is accepted on the loopback only. */
  baseUrl: string;
  fetch: typeof fetch;
  timeoutMs?: number;
  maxReplyBytes?: number;
}

/** Reads one published file. */
export interface EcbClient {
  get(path: string, signal: AbortSignal): Promise<Uint8Array | Refusal>;
}

const PROVIDER = "BCE";
const ATTEMPTS = 2;
const TIMEOUT_MS = 20_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** Client of the ECB's published files: a timeout, one retry, no redirect, replies limited. */
export function ecbClient(options: EcbClientOptions): EcbClient {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const limitBytes = options.maxReplyBytes ?? MOST_BYTES;
  const once = async (path: string, signal: AbortSignal) => {
    const url = new URL(path, options.baseUrl);
    const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const reply = await options.fetch(url, { redirect: "manual", signal: limited });
    if (reply.status >= 300 && reply.status < 400) {
      return refuse("providers.redirected", { provider: PROVIDER, path });
    }
    if (!reply.ok) {
      const { status } = reply;
      return refuse("providers.request-refused", { provider: PROVIDER, path, status });
    }
    const bytes = await readLimited(reply, limitBytes);
    return bytes ?? refuse("providers.reply-too-large", { provider: PROVIDER, path, limitBytes });
  };
  return {
    async get(path, signal) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(path, signal);
        } catch (fault) {
          signal.throwIfAborted();
          if (attempt < ATTEMPTS) continue;
          const isTimeout = fault instanceof Error && fault.name === "TimeoutError";
          const seconds = timeoutMs / 1000;
          return isTimeout
            ? refuse("providers.timeout", { provider: PROVIDER, seconds, attempts: attempt })
            : refuse("providers.unreachable", { provider: PROVIDER, attempts: attempt });
        }
      }
    },
  };
}

async function readLimited(reply: Response, limitBytes: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of reply.body ?? []) {
    size += part.length;
    if (size > limitBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

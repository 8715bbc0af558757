import type { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";

/** What a client that posts JSON needs from outside; nothing is read from the environment. */
export interface PostOptions {
  provider: string;
  /** Plain http is accepted on the loopback only. */
  baseUrl: string;
  /** Those that carry the key; they stay in this closure. */
  headers: Record<string, string>;
  fetch: typeof fetch;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  timeoutMs?: number;
  maxAttempts?: number;
  maxReplyBytes?: number;
}

/** Posts bytes and reads the reply by its schema. */
export type PostJson = <T>(
  request: { path: string; body: string; schema: z.ZodType<T> },
  signal: AbortSignal,
) => Promise<T | Refusal>;

const BASE_DELAY_MS = 500;
const LONGEST_ASKED_MS = 30_000;
/** The server says that it did not take the request: it may be sent again and is not billed. */
const NOT_TAKEN = new Set([429, 503, 529]);

/**
 * Posts to a paid service: one timeout per attempt, and another attempt only when the server says
 * that it did not take the last one, so that nothing is billed twice. Redirects are refused, replies
 * limited in size; no refusal quotes a header.
 * @throws RangeError when the base URL would send the key in clear
 */
export function postJson(options: PostOptions): PostJson {
  const base = secureBase(options.baseUrl);
  const { provider } = options;
  return async ({ path, body, schema }, signal) => {
    if (Object.values(options.headers).some((value) => !/^[\x20-\x7e]*$/.test(value))) {
      return refuse("providers.invalid-key", { provider });
    }
    const attempts = options.maxAttempts ?? 3;
    for (let attempt = 1; ; attempt++) {
      const reply = await sendOnce(options, { url: joined(base, path), body }, signal);
      if (isRefusal(reply)) return reply;
      if (!NOT_TAKEN.has(reply.status)) return readReply(reply, { ...options, path, schema });
      await reply.body?.cancel();
      const waitMs = askedMs(reply) ?? BASE_DELAY_MS * 2 ** (attempt - 1);
      if (attempt >= attempts || waitMs > LONGEST_ASKED_MS) {
        return refuse("providers.rate-limited", {
          provider,
          waitSeconds: Math.ceil(waitMs / 1000),
        });
      }
      await options.sleep(waitMs, signal);
    }
  };
}

/** Where a request goes: the path is added to the base's own. */
export function joined(base: URL | string, path: string): URL {
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/$/, "") + path;
  return url;
}

function secureBase(baseUrl: string): URL {
  const url = new URL(baseUrl);
  const isLoopback = ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback)) return url;
  throw new RangeError("the base URL must be https");
}

async function sendOnce(
  options: PostOptions,
  request: { url: URL; body: string },
  signal: AbortSignal,
): Promise<Response | Refusal> {
  const { provider, headers, timeoutMs = 60_000 } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await options.fetch(request.url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", accept: "application/json" },
      body: request.body,
      redirect: "manual",
      signal: AbortSignal.any([signal, timeout]),
    });
  } catch {
    // The cause is dropped on purpose: it may quote the request's headers.
    signal.throwIfAborted();
    return timeout.aborted
      ? refuse("providers.timeout", { provider, seconds: timeoutMs / 1_000, attempts: 1 })
      : refuse("providers.unreachable", { provider, attempts: 1 });
  }
}

async function readReply<T>(
  reply: Response,
  asked: PostOptions & { path: string; schema: z.ZodType<T> },
): Promise<T | Refusal> {
  const { provider, path, schema, maxReplyBytes = 1024 * 1024 } = asked;
  const { status } = reply;
  if (!reply.ok) {
    await reply.body?.cancel();
    if (status >= 300 && status < 400) return refuse("providers.redirected", { provider, path });
    if (status === 401 || status === 403) {
      return refuse("providers.key-refused", { provider, status });
    }
    if (status >= 500) return refuse("providers.server-error", { provider, status, attempts: 1 });
    return refuse("providers.request-refused", { provider, path, status });
  }
  const body = await readBody(reply, maxReplyBytes).catch(() => "");
  if (body === undefined) {
    return refuse("providers.reply-too-large", { provider, path, limitBytes: maxReplyBytes });
  }
  const parsed = schema.safeParse(jsonOf(body));
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join(".") || "JSON";
  return refuse("providers.unknown-reply", { provider, path, field });
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The whole body, or nothing when it is longer than agreed. */
async function readBody(reply: Response, limitBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let [text, size] = ["", 0];
  for await (const chunk of reply.body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function askedMs(reply: Response): number | undefined {
  const header = reply.headers.get("retry-after")?.trim() ?? "";
  return /^\d{1,5}$/.test(header) ? Number(header) * 1_000 : undefined;
}

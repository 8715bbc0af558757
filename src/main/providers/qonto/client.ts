import type { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";

/** What the client needs from outside; nothing here is read from the environment. */
export interface QontoClientOptions {
  /** `https://thirdparty.qonto.com`; plain http is accepted on the loopback only. */
  baseUrl: string;
  login: string;
  secretKey: string;
  fetch: typeof fetch;
  /** Resolves after the time, or rejects with the signal's reason. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Uniform in [0, 1): spreads the retries. */
  random: () => number;
  nowMs: () => number;
  timeoutMs?: number;
  maxAttempts?: number;
  maxReplyBytes?: number;
  /** Requests per ten seconds; Qonto allows 1,000 per IP address. */
  maxRequestsPer10s?: number;
}

/** Reads from the API; a reply comes back parsed by the schema, or as a refusal. */
export interface QontoClient {
  get<T>(
    request: { path: string; query?: readonly (readonly [string, string])[]; schema: z.ZodType<T> },
    signal: AbortSignal,
  ): Promise<T | Refusal>;
}

export const QONTO = "Qonto";

const WINDOW_MS = 10_000;
const BASE_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const LONGEST_ASKED_MS = 120_000;

interface Settings extends QontoClientOptions {
  timeoutMs: number;
  maxAttempts: number;
  maxReplyBytes: number;
}

/** How one attempt ended: a value, a final refusal, or a failure that may be tried again. */
type Attempt<T> =
  | { value: T }
  | { refusal: Refusal }
  | { retry: (attempts: number) => Refusal; askedMs?: number };

/**
 * Client of Qonto's API: timeout per request, retries with exponential back-off and jitter,
 * `Retry-After` honoured, requests spaced, replies limited in size, redirects refused. The key
 * lives in this closure only: no field, error or refusal holds it.
 * @throws RangeError when the base URL would send the key in clear
 */
export function qontoClient(options: QontoClientOptions): QontoClient {
  const settings: Settings = {
    ...options,
    timeoutMs: options.timeoutMs ?? 20_000,
    maxAttempts: options.maxAttempts ?? 6,
    maxReplyBytes: options.maxReplyBytes ?? 8 * 1024 * 1024,
  };
  const base = secureBase(options.baseUrl);
  const waitTurn = turns(settings);
  return {
    get: async ({ path, query, schema }, signal) => {
      if (!isWellFormed(options)) return refuse("providers.invalid-key", { provider: QONTO });
      const url = new URL(path, base);
      for (const [name, value] of query ?? []) url.searchParams.append(name, value);
      for (let attempt = 1; ; attempt++) {
        signal.throwIfAborted();
        await waitTurn(signal);
        const end = await tryOnce({ url, path, schema, settings }, signal);
        if ("value" in end) return end.value;
        if ("refusal" in end) return end.refusal;
        const waitMs = end.askedMs ?? backOff(attempt, settings.random());
        if (attempt >= settings.maxAttempts || waitMs > LONGEST_ASKED_MS) return end.retry(attempt);
        await settings.sleep(waitMs, signal);
      }
    },
  };
}

function secureBase(baseUrl: string): URL {
  const url = new URL(baseUrl);
  const loopback = ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  if (url.protocol === "https:" || (url.protocol === "http:" && loopback)) return url;
  throw new RangeError("the base URL must be https");
}

/** A header may not hold blanks or line breaks, and the login ends at the first colon. */
function isWellFormed({ login, secretKey }: QontoClientOptions): boolean {
  return /^[\x21-\x39\x3b-\x7e]+$/.test(login) && /^[\x21-\x7e]+$/.test(secretKey);
}

/** Half of the exponential delay is sure, half is drawn, so that clients do not come together. */
function backOff(attempt: number, uniform: number): number {
  const full = Math.min(LONGEST_DELAY_MS, BASE_DELAY_MS * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * uniform);
}

/** Lets at most so many requests start in any ten seconds. */
function turns(settings: Settings): (signal: AbortSignal) => Promise<void> {
  const most = settings.maxRequestsPer10s ?? 200;
  let starts: number[] = [];
  return async (signal) => {
    for (;;) {
      const now = settings.nowMs();
      starts = starts.filter((at) => at > now - WINDOW_MS);
      const oldest = starts[0];
      if (oldest === undefined || starts.length < most) break;
      await settings.sleep(oldest + WINDOW_MS - now, signal);
    }
    starts.push(settings.nowMs());
  };
}

interface Request<T> {
  url: URL;
  path: string;
  schema: z.ZodType<T>;
  settings: Settings;
}

async function tryOnce<T>(request: Request<T>, signal: AbortSignal): Promise<Attempt<T>> {
  const { url, settings } = request;
  const timeout = AbortSignal.timeout(settings.timeoutMs);
  try {
    const reply = await settings.fetch(url, {
      headers: {
        authorization: `${settings.login}:${settings.secretKey}`,
        accept: "application/json",
      },
      redirect: "manual",
      signal: AbortSignal.any([signal, timeout]),
    });
    if (reply.ok) return await readReply(reply, request);
    await reply.body?.cancel();
    return refusedReply(reply, request);
  } catch {
    // The cause is dropped on purpose: it may quote the request's headers.
    signal.throwIfAborted();
    const seconds = settings.timeoutMs / 1_000;
    return {
      retry: (attempts) =>
        timeout.aborted
          ? refuse("providers.timeout", { provider: QONTO, seconds, attempts })
          : refuse("providers.unreachable", { provider: QONTO, attempts }),
    };
  }
}

function refusedReply<T>(reply: Response, { path, settings }: Request<T>): Attempt<T> {
  const { status } = reply;
  const facts = { provider: QONTO, path, status };
  if (status >= 300 && status < 400) return { refusal: refuse("providers.redirected", facts) };
  if (status === 401 || status === 403) {
    return { refusal: refuse("providers.key-refused", { provider: QONTO, status }) };
  }
  const askedMs = retryAfterMs(reply, settings.nowMs());
  const asked = askedMs === undefined ? {} : { askedMs };
  if (status === 429) {
    const waitSeconds = Math.ceil((askedMs ?? LONGEST_DELAY_MS) / 1_000);
    const limited = refuse("providers.rate-limited", { provider: QONTO, waitSeconds });
    return { retry: () => limited, ...asked };
  }
  if (status >= 500 || status === 408) {
    const failing = { provider: QONTO, status };
    return {
      retry: (attempts) => refuse("providers.server-error", { ...failing, attempts }),
      ...asked,
    };
  }
  return { refusal: refuse("providers.request-refused", facts) };
}

/** `Retry-After` in seconds or as an HTTP date (RFC 9110, 10.2.3). */
function retryAfterMs(reply: Response, nowMs: number): number | undefined {
  const header = reply.headers.get("retry-after")?.trim();
  if (!header) return undefined;
  if (/^\d{1,7}$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}

async function readReply<T>(reply: Response, request: Request<T>): Promise<Attempt<T>> {
  const { path, schema, settings } = request;
  const body = await readBody(reply, path, settings.maxReplyBytes);
  if (isRefusal(body)) return { refusal: body };
  const unknown = (field: string) =>
    refuse("providers.unknown-reply", { provider: QONTO, path, field });
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // A cut body is a fault of the way, not of the data: it is asked for again.
    return { retry: () => unknown("JSON") };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  return { refusal: unknown(parsed.error.issues[0]?.path.join(".") || "JSON") };
}

async function readBody(
  reply: Response,
  path: string,
  limitBytes: number,
): Promise<string | Refusal> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of reply.body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) {
      return refuse("providers.reply-too-large", { provider: QONTO, path, limitBytes });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A transaction as Qonto's API gives it; only the fields that the server itself reads are named. */
export interface ServedTransaction {
  id: string;
  bank_account_id: string;
  status: string;
  updated_at: string;
  [field: string]: unknown;
}

export interface ServedAccount {
  id: string;
  iban: string;
  [field: string]: unknown;
}

/** What goes wrong with one request; faults are used up in order, one a request. */
export type ServerFault =
  | { kind: "none" }
  | { kind: "status"; status: number; retryAfter?: string }
  | { kind: "slow"; delayMs: number }
  | { kind: "truncated" }
  | { kind: "cut" }
  | { kind: "repeated-page" }
  | { kind: "redirect"; location: string }
  | { kind: "huge"; bytes: number }
  | { kind: "body"; json: unknown };

export interface QontoServer {
  baseUrl: string;
  accounts: ServedAccount[];
  transactions: ServedTransaction[];
  /** Faults of the transactions endpoint. */
  faults: ServerFault[];
  /** Called before each page of transactions is made, with its number since the start. */
  beforePage: (request: number) => void;
  /** When true `updated_at_from` leaves out its own instant. */
  exclusiveFrom: boolean;
  requests: { path: string; query: URLSearchParams; authorization: string | undefined }[];
  close(): Promise<void>;
}

const KEY = { login: "acme-7", secret: "s3cr3t-0123456789abcdef" };

/** The only key that the server knows. */
export const qontoServerKey = { login: KEY.login, secretKey: KEY.secret };

/**
 * A local HTTP server that follows Qonto's published API v2 (docs.qonto.com: authentication by
 * `login:secret`, bank accounts, list of transactions, pagination), with faults to order.
 */
export async function qontoServer(): Promise<QontoServer> {
  const server = createServer((request, response) => answer(state, request, response));
  const state: QontoServer & { lastPage: string } = {
    baseUrl: "",
    accounts: [],
    transactions: [],
    faults: [],
    beforePage: () => {},
    exclusiveFrom: false,
    requests: [],
    lastPage: "",
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  state.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

function answer(
  state: QontoServer & { lastPage: string },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? "/", "http://qonto.test");
  const { authorization } = request.headers;
  state.requests.push({ path: url.pathname, query: url.searchParams, authorization });
  if (authorization !== `${KEY.login}:${KEY.secret}`) {
    send(response, 401, { errors: [{ code: "unauthorized", detail: "Invalid credentials" }] });
  } else if (request.method !== "GET") {
    send(response, 405, {});
  } else if (url.pathname === "/v2/organization") {
    send(response, 200, { organization: { slug: "acme", bank_accounts: state.accounts } });
  } else if (url.pathname === "/v2/bank_accounts") {
    send(response, 200, page(state.accounts, url.searchParams, "bank_accounts"));
  } else if (url.pathname === "/v2/transactions") {
    transactions(state, url.searchParams, response);
  } else {
    send(response, 404, { errors: [{ code: "not_found" }] });
  }
}

function transactions(
  state: QontoServer & { lastPage: string },
  query: URLSearchParams,
  response: ServerResponse,
): void {
  state.beforePage(state.requests.filter((r) => r.path === "/v2/transactions").length);
  const fault = state.faults.shift() ?? { kind: "none" };
  if (fault.kind === "status") {
    if (fault.retryAfter !== undefined) response.setHeader("retry-after", fault.retryAfter);
    send(response, fault.status, { errors: [{ code: "fault" }] });
    return;
  }
  if (fault.kind === "redirect") {
    response.writeHead(302, { location: fault.location }).end();
    return;
  }
  const account = state.accounts.find(
    (a) => a.id === query.get("bank_account_id") || a.iban === query.get("iban"),
  );
  if (!account || Number(query.get("per_page") ?? 100) > 100) {
    send(response, account ? 422 : 404, { errors: [{ code: "invalid" }] });
    return;
  }
  const kept = selected(state, account.id, query);
  const body = JSON.stringify(page(kept, query, "transactions"));
  sendFaulty(response, fault, { body, before: state.lastPage || body });
  state.lastPage = body;
}

function sendFaulty(
  response: ServerResponse,
  fault: ServerFault,
  { body, before }: { body: string; before: string },
): void {
  response.setHeader("content-type", "application/json");
  if (fault.kind === "truncated") response.end(body.slice(0, body.length >> 1));
  else if (fault.kind === "cut") {
    response.writeHead(200, { "content-length": Buffer.byteLength(body) });
    response.write(body.slice(0, body.length >> 1), () => response.destroy());
  } else if (fault.kind === "repeated-page") response.end(before);
  else if (fault.kind === "slow") setTimeout(() => response.end(body), fault.delayMs).unref();
  else if (fault.kind === "huge") response.end(" ".repeat(fault.bytes) + body);
  else if (fault.kind === "body") response.end(JSON.stringify(fault.json));
  else response.end(body);
}

function selected(
  state: QontoServer,
  accountId: string,
  query: URLSearchParams,
): ServedTransaction[] {
  const statuses = query.getAll("status[]");
  const from = query.get("updated_at_from");
  const fromMs = from === null ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const [field = "settled_at", order = "desc"] = (query.get("sort_by") ?? "").split(":");
  const sign = order === "asc" ? 1 : -1;
  return state.transactions
    .filter((t) => t.bank_account_id === accountId)
    .filter((t) => (statuses.length > 0 ? statuses.includes(t.status) : t.status === "completed"))
    .filter((t) => {
      const at = Date.parse(t.updated_at);
      return state.exclusiveFrom ? at > fromMs : at >= fromMs;
    })
    .sort((a, b) => sign * String(a[field]).localeCompare(String(b[field])) || sign * byId(a, b));
}

function byId(a: ServedTransaction, b: ServedTransaction): number {
  return a.id < b.id ? -1 : 1;
}

function page(rows: readonly object[], query: URLSearchParams, name: string): object {
  const size = Number(query.get("per_page") ?? 100);
  const current = Number(query.get("current_page") ?? 1);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  return {
    [name]: rows.slice((current - 1) * size, current * size),
    meta: {
      current_page: current,
      next_page: current < pages ? current + 1 : null,
      prev_page: current > 1 ? current - 1 : null,
      total_pages: pages,
      total_count: rows.length,
      per_page: size,
    },
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

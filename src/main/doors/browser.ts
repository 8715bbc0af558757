import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { BrowserSessions } from "./browser-sessions.ts";
import { MAX_MESSAGE_BYTES, relaySocket } from "./browser-socket.ts";
import type { OfficeRole, OfficeThreads } from "./office-threads.ts";
import { readPageFile } from "./page-file.ts";
import { pageHeaders } from "./page-headers.ts";

/** A running browser door. */
export interface BrowserDoor {
  port: number;
  /** A new address that lets one browser in, once. */
  newAddress(): string;
  close(): Promise<void>;
}

const HOST = "127.0.0.1";
const SOCKETS = new Map<string, OfficeRole>([
  ["/office/query", "reader"],
  ["/office/command", "writer"],
]);

/**
 * Opens the browser door: the built pages and two WebSockets, on the loopback interface only.
 * What it refuses, in order: another Host (421, so that a name rebound to 127.0.0.1 gets
 * nothing), another Origin on anything but reading (403), no session (401), another method (405).
 * @param door.root folder of the built pages
 * @param door.port 0 for any free port
 * @throws when the port is taken
 */
export async function openBrowserDoor(door: {
  office: Pick<OfficeThreads, "connect">;
  root: string;
  port?: number;
}): Promise<BrowserDoor> {
  const server = createServer();
  await listen(server, door.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const guard = new Guard(port);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const live = new Set<Socket>();
  server.on("connection", (socket) => {
    live.add(socket);
    socket.once("close", () => live.delete(socket));
  });
  server.on("request", (request, response) => void answer(guard, door.root, { request, response }));
  server.on("upgrade", (request, stream, head) => {
    const role = SOCKETS.get(pathOf(request));
    const refused = guard.refusesUpgrade(request, role);
    if (refused !== undefined || role === undefined) return refuseUpgrade(stream, refused ?? 404);
    sockets.handleUpgrade(request, stream, head, (socket: WebSocket) =>
      relaySocket(socket, door.office.connect(role)),
    );
  });
  return {
    port,
    newAddress: () => `http://${HOST}:${port}/?token=${guard.sessions.newToken()}`,
    close: () => close(server, sockets, live),
  };
}

/** The rules of entry of one door. */
class Guard {
  readonly sessions: BrowserSessions;
  readonly port: number;
  readonly #host: string;

  constructor(port: number) {
    this.port = port;
    this.#host = `${HOST}:${port}`;
    this.sessions = new BrowserSessions(`ecritoire-${port}`);
  }

  /** The status that refuses a request, if any; a one-time token is the caller's affair. */
  refuses(request: IncomingMessage): number | undefined {
    if (request.headers.host !== this.#host) return 421;
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads && !this.#isOwnPage(request)) return 403;
    return undefined;
  }

  refusesUpgrade(request: IncomingMessage, role: OfficeRole | undefined): number | undefined {
    if (request.headers.host !== this.#host) return 421;
    if (!this.#isOwnPage(request)) return 403;
    if (!this.sessions.knows(request.headers.cookie)) return 401;
    return role === undefined ? 404 : undefined;
  }

  #isOwnPage(request: IncomingMessage): boolean {
    return request.headers.origin === `http://${this.#host}`;
  }
}

async function answer(
  guard: Guard,
  root: string,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  for (const [name, value] of Object.entries(pageHeaders(`ws://${HOST}:${guard.port}`))) {
    response.setHeader(name, value);
  }
  const refused = guard.refuses(request);
  if (refused !== undefined) return end(response, refused);
  const target = targetOf(request);
  const token = target?.searchParams.get("token");
  if (target?.pathname === "/" && token != null) return enter(guard, token, response);
  if (!guard.sessions.knows(request.headers.cookie)) return end(response, 401);
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405);
  const file = target === undefined ? undefined : await readPageFile(root, target.pathname);
  if (file === undefined) return end(response, 404);
  response.setHeader("Content-Type", file.type);
  response.setHeader("Content-Length", file.bytes.length);
  response.setHeader("Cache-Control", file.cache);
  response.end(request.method === "HEAD" ? undefined : file.bytes);
}

/** Exchanges a one-time token for a session; the redirection takes it out of the address bar. */
function enter(guard: Guard, token: string, response: ServerResponse): void {
  const cookie = guard.sessions.open(token);
  if (cookie !== undefined) {
    response.setHeader("Set-Cookie", cookie);
    response.setHeader("Location", "/");
  }
  end(response, cookie === undefined ? 403 : 303);
}

const REASONS: Record<number, string> = {
  303: "",
  401:
    "Ouvrez l'adresse imprimée par Écritoire au démarrage.\n" +
    "Open the address that Écritoire printed when it started.\n",
  403:
    "Cette adresse a déjà servi, ou la demande vient d'une autre page.\n" +
    "This address was already used, or the request comes from another page.\n",
  404: "Rien ici.\nNothing here.\n",
  405: "Lecture seulement.\nReading only.\n",
  421: "Mauvais hôte.\nWrong host.\n",
};

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(REASONS[status]);
}

function refuseUpgrade(stream: Duplex, status: number): void {
  stream.on("error", () => stream.destroy());
  const answer = `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  stream.end(answer, () => stream.destroy());
}

function pathOf(request: IncomingMessage): string {
  return targetOf(request)?.pathname ?? "";
}

function targetOf(request: IncomingMessage): URL | undefined {
  return URL.parse(request.url ?? "", `http://${HOST}`) ?? undefined;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Says goodbye to the pages, then ends what is still connected half a second later. */
async function close(server: Server, sockets: WebSocketServer, live: Set<Socket>): Promise<void> {
  for (const socket of sockets.clients) socket.close(1001);
  sockets.close();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // Every connection, upgraded ones included: the server itself forgets those.
  const timer = setTimeout(() => {
    for (const socket of live) socket.destroy();
  }, 500);
  await closed;
  clearTimeout(timer);
}

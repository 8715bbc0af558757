import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the model is made to do with one request; used up in order, then `echo`. */
export type WriterTurn =
  | { kind: "echo" }
  | { kind: "say"; text: string }
  | { kind: "status"; status: number; retryAfter?: string; location?: string }
  | { kind: "slow" }
  | { kind: "cut" }
  | { kind: "json"; value: unknown };

export interface WriterServer {
  baseUrl: string;
  turns: WriterTurn[];
  requests: { path: string; headers: IncomingMessage["headers"]; body: string }[];
  close: () => Promise<void>;
}

/**
 * A local HTTP server that speaks both APIs (Messages and chat completions). An echo gives back the
 * text that it was sent, with some words before it.
 */
export async function writerServer(): Promise<WriterServer> {
  const state: WriterServer = {
    ...{ baseUrl: "", turns: [], requests: [] },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () =>
      reply(state, request, { response, body: Buffer.concat(chunks).toString() }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  state.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

function reply(
  state: WriterServer,
  request: IncomingMessage,
  { response, body }: { response: ServerResponse; body: string },
): void {
  const path = request.url ?? "";
  state.requests.push({ path, headers: request.headers, body });
  const turn = state.turns.shift() ?? { kind: "echo" };
  if (turn.kind === "status") {
    if (turn.retryAfter !== undefined) response.setHeader("retry-after", turn.retryAfter);
    if (turn.location !== undefined) response.setHeader("location", turn.location);
    response.writeHead(turn.status).end("{}");
  } else if (turn.kind === "slow") {
    setTimeout(() => response.end("{}"), 10_000).unref();
  } else if (turn.kind === "cut") {
    response.writeHead(200, { "content-length": 500 });
    response.write('{"con', () => response.destroy());
  } else if (turn.kind === "json") {
    response.end(JSON.stringify(turn.value));
  } else {
    const text = turn.kind === "say" ? turn.text : echoed(body);
    response.end(JSON.stringify(path.endsWith("/messages") ? message(text) : completion(text)));
  }
}

function echoed(body: string): string {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] };
  const { paragraphs } = JSON.parse(messages.at(-1)?.content ?? "{}") as { paragraphs: string[] };
  return JSON.stringify({ paragraphs: paragraphs.map((text) => `En clair : ${text}`) });
}

function message(text: string): object {
  const usage = { input_tokens: 1_000, output_tokens: 200 };
  return { id: "msg", type: "message", content: [{ type: "text", text }], usage };
}

function completion(text: string): object {
  const usage = { prompt_tokens: 1_000, completion_tokens: 200 };
  return { choices: [{ index: 0, message: { role: "assistant", content: text } }], usage };
}

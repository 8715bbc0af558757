import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { implement, ORPCError } from "@orpc/server";
import { RPCHandler } from "@orpc/server/ws";
import { afterEach, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { z } from "zod";
import { command, query, streamOf } from "#contract/procedure.ts";
import { connectOffice } from "#renderer/office-client.ts";
import { problemOf } from "#renderer/problem.ts";
import { procedureKind } from "#renderer/procedure-kind.ts";
import { runStream } from "#renderer/run-stream.ts";
import { socketDoor } from "#renderer/socket-door.ts";

const contract = {
  desk: {
    ask: query({ fr: "", en: "" }).input(z.object({})).output(z.string()),
    post: command({ fr: "", en: "" }).input(z.object({})).output(z.string()),
    hang: command({ fr: "", en: "" }).input(z.object({})).output(z.string()),
    count: command({ fr: "", en: "" })
      .input(z.object({ upTo: z.number() }))
      .output(streamOf(z.number())),
  },
};

/** A real server that answers each of the office's two sockets, naming which one was used. */
function startServer(port = 0): Server {
  const server = createServer();
  for (const path of ["/office/query", "/office/command"]) {
    const os = implement(contract);
    const handler = new RPCHandler({
      desk: {
        ask: os.desk.ask.handler(() => path),
        post: os.desk.post.handler(() => {
          throw new ORPCError("REFUSED", {
            defined: true,
            status: 422,
            data: { code: "ledger.too-few-lines", facts: { lines: 1 } },
          });
        }),
        hang: os.desk.hang.handler(() => new Promise<string>(() => {})),
        count: os.desk.count.handler(async function* ({ input }) {
          for (let done = 1; done <= input.upTo; done++) {
            yield { stage: "count", done, total: input.upTo };
          }
          return input.upTo;
        }),
      },
    });
    const sockets = new WebSocketServer({ noServer: true });
    server.on("upgrade", (request, socket, head) => {
      if (request.url !== path) return;
      sockets.handleUpgrade(request, socket, head, (ws) => {
        open.add(ws);
        void handler.upgrade(ws);
      });
    });
  }
  return server.listen(port, "127.0.0.1");
}

const open = new Set<{ terminate: () => void }>();
let server: Server | undefined;

async function stop(): Promise<void> {
  for (const socket of open) socket.terminate();
  open.clear();
  const closed = server;
  server = undefined;
  if (closed === undefined) return;
  closed.close();
  await once(closed, "close");
}

afterEach(stop);

async function connect() {
  server = startServer();
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { port, office: connectOffice(contract, socketDoor(`http://127.0.0.1:${port}`)) };
}

test("a query goes to the reader's socket, and a stream returns its result", async () => {
  const { office } = await connect();
  expect(await office.desk.ask({})).toBe("/office/query");
  const total = await runStream("count", (signal) => office.desk.count({ upTo: 3 }, { signal }));
  expect(total).toBe(3);
});

test("a refusal arrives with its code and facts", async () => {
  const { office } = await connect();
  const error: unknown = await office.desk.post({}).catch((caught: unknown) => caught);
  expect(problemOf(error)).toEqual({
    kind: "refused",
    code: "ledger.too-few-lines",
    facts: { lines: 1 },
  });
});

test("a call in flight when the link falls is told lost; the next one finds the way", async () => {
  const { office, port } = await connect();
  await office.desk.ask({});
  const hanging = office.desk.hang({}).catch((caught: unknown) => caught);
  await new Promise((done) => setTimeout(done, 50));
  await stop();
  expect(problemOf(await hanging)).toEqual({ kind: "lost" });
  // Each socket learns of the fall by its own event; a call made after that waits for the next.
  await new Promise((done) => setTimeout(done, 50));
  const waiting = office.desk.ask({});
  server = startServer(port);
  expect(await waiting).toBe("/office/query");
});

test("a person's own cancel is told apart from a lost link", async () => {
  const { office } = await connect();
  const stopper = new AbortController();
  const hanging = office.desk.hang({}, { signal: stopper.signal }).catch((e: unknown) => e);
  await new Promise((done) => setTimeout(done, 50));
  stopper.abort();
  expect(problemOf(await hanging)).toEqual({ kind: "stopped" });
});

test("any other error is a fault, with its reference when the office gives one", () => {
  const fault = new ORPCError("INTERNAL_SERVER_ERROR", { data: { reference: "A1B2" } });
  expect(problemOf(fault)).toEqual({ kind: "fault", reference: "A1B2" });
  expect(problemOf(new TypeError("x"))).toEqual({ kind: "fault", reference: undefined });
  const unknownCode = new ORPCError("REFUSED", { data: { code: "no.such", facts: {} } });
  expect(problemOf(unknownCode).kind).toBe("fault");
});

test("a procedure's kind is read from the contract; a name outside it is a fault", () => {
  expect(procedureKind(contract, ["desk", "ask"])).toBe("query");
  expect(procedureKind(contract, ["desk", "post"])).toBe("command");
  expect(() => procedureKind(contract, ["desk", "constructor"])).toThrow(/constructor/);
});

import { once } from "node:events";
import { join } from "node:path";
import { createORPCClient, DynamicLink, ORPCError } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { procedureAt } from "#contract/procedures.ts";
import type { BookCalls } from "#main/book/book-calls.ts";
import { type BrowserDoor, openBrowserDoor } from "#main/doors/browser.ts";
import { type OfficeThreads, startOffice } from "#main/doors/office-threads.ts";
import { capitalEntry, longStatement, newBook, officeEntry, temporaryFolder } from "./test-book.ts";

const folder = temporaryFolder();
let office: OfficeThreads;
let door: BrowserDoor;
let sockets: { query: WebSocket; command: WebSocket };
let client: BookCalls;

beforeAll(async () => {
  office = startOffice(officeEntry);
  door = await openBrowserDoor({ office, root: folder.path });
  const entered = await fetch(door.newAddress(), { redirect: "manual" });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  sockets = { query: socket("query", cookie), command: socket("command", cookie) };
  await Promise.all([once(sockets.query, "open"), once(sockets.command, "open")]);
  client = clientOf(sockets);
  await client.book.create(newBook(join(folder.path, "Atelier")));
});

afterAll(async () => {
  await door.close();
  await office.stop();
  folder.remove();
});

function socket(kind: string, cookie: string): WebSocket {
  const origin = `http://127.0.0.1:${door.port}`;
  return new WebSocket(`ws://127.0.0.1:${door.port}/office/${kind}`, {
    headers: { cookie, origin },
  });
}

function clientOf(pair: { query: WebSocket; command: WebSocket }): BookCalls {
  // The library's type asks for the page's WebSocket, of which `ws` has all that it uses.
  const link = (one: WebSocket) =>
    new RPCLink({ websocket: one as unknown as globalThis.WebSocket });
  const links = { query: link(pair.query), command: link(pair.command) };
  return createORPCClient(new DynamicLink((_options, path) => links[procedureAt(path).meta.kind]));
}

test("a page posts an entry through one socket and reads it through the other", async () => {
  const { number } = await client.ledger.postEntry({ entry: capitalEntry });
  const page = await client.ledger.listEntries({});
  expect(page.rows.map((row) => row.number)).toEqual([number]);
  expect(page.rows[0]?.totalMinor).toBe(100_000);
});

test("a refusal arrives with its code and facts", async () => {
  const unbalanced = { ...capitalEntry, lines: [{ account: "1013", debitMinor: 1 }] };
  const refused: unknown = await client.ledger
    .postEntry({ entry: unbalanced })
    .catch((e: unknown) => e);
  expect(refused).toBeInstanceOf(ORPCError);
  expect((refused as ORPCError<string, { code: string }>).data.code).toMatch(/^ledger\./);
});

test("files cross byte for byte both ways", async () => {
  const stream = await client.banking.importStatement({
    bankAccountId: 1,
    file: longStatement(40),
    preview: true,
  });
  const report = await lastOf(stream);
  expect(report).toMatchObject({ found: 40, added: 40, preview: true, refused: [] });
});

test("progress arrives while a command runs; a stop undoes it all", async () => {
  const before = await client.book.listActions({ limit: 1 });
  const stop = new AbortController();
  const seen: number[] = [];
  const run = async () => {
    const asked = { file: longStatement(60_000), bankAccountId: 1 };
    const { signal } = stop;
    for await (const event of await client.banking.importStatement(asked, { signal })) {
      seen.push(event.done);
      if (seen.length === 2) stop.abort();
    }
  };
  await expect(run()).rejects.toThrow();
  expect(seen.length).toBeGreaterThanOrEqual(2);
  await expect.poll(async () => (await client.banking.listAccounts({}))[0]?.lines).toBe(0);
  const { folder: path } = await client.book.status({});
  // Closing waits for the SQL transaction that was being stopped, so that what follows is final.
  await client.book.close({});
  await client.book.open({ folder: path ?? "", passphrase: newBook("").passphrase });
  expect(await client.book.listActions({ limit: 1 })).toEqual(before);
  expect((await client.banking.listAccounts({}))[0]?.lines).toBe(0);
});

test("a broken frame closes its own socket and no other", async () => {
  const entered = await fetch(door.newAddress(), { redirect: "manual" });
  const other = socket("query", entered.headers.get("set-cookie")?.split(";")[0] ?? "");
  await once(other, "open");
  // Reserved opcode 0x3, masked, empty: no WebSocket may send it.
  (other as unknown as { _socket: { write(b: Buffer): void } })._socket.write(
    Buffer.from([0x83, 0x80, 0, 0, 0, 0]),
  );
  const [code] = (await once(other, "close")) as [number];
  expect(code).not.toBe(1000);
  expect((await client.book.status({})).open).toBe(true);
});

test("closing the door closes its sockets and frees the office's ports", async () => {
  const second = await openBrowserDoor({ office, root: folder.path });
  const entered = await fetch(second.newAddress(), { redirect: "manual" });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  const address = `127.0.0.1:${second.port}`;
  const headers = { cookie, origin: `http://${address}` };
  const page = new WebSocket(`ws://${address}/office/query`, { headers });
  await once(page, "open");
  const closed = once(page, "close");
  await second.close();
  await closed;
  await expect(fetch(`http://${address}/`)).rejects.toThrow();
});

async function lastOf<R>(stream: AsyncIterator<unknown, R, void>): Promise<R> {
  for (;;) {
    const step = await stream.next();
    if (step.done === true) return step.value;
  }
}

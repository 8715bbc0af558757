import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type BrowserDoor, openBrowserDoor } from "#main/doors/browser.ts";
import { type OfficeThreads, startOffice } from "#main/doors/office-threads.ts";
import { officeEntry, temporaryFolder } from "./test-book.ts";

const folder = temporaryFolder();
const root = join(folder.path, "pages");
let office: OfficeThreads;
let door: BrowserDoor;

beforeAll(async () => {
  mkdirSync(join(root, "assets"), { recursive: true });
  mkdirSync(join(folder.path, "pages-beside"));
  writeFileSync(join(root, "index.html"), "<!doctype html><title>Écritoire</title>");
  writeFileSync(join(root, "assets", "index-abc.js"), "export {};");
  writeFileSync(join(root, "assets", "letter.woff2"), "font");
  writeFileSync(join(root, "notes.private"), "of no known type");
  writeFileSync(join(folder.path, "secret.json"), "{}");
  writeFileSync(join(folder.path, "pages-beside", "secret.json"), "{}");
  office = startOffice(officeEntry);
  door = await openBrowserDoor({ office, root });
});

afterAll(async () => {
  await door.close();
  await office.stop();
  folder.remove();
});

interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A raw request: the path goes out as written, where `fetch` would tidy it first. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: door.port, path, method, headers };
    const sent = request(options, (reply) => {
      let body = "";
      reply.setEncoding("utf8");
      reply.on("data", (part: string) => {
        body += part;
      });
      reply.on("end", () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

async function session(): Promise<string> {
  const reply = await ask(tokenPath());
  return String(reply.headers["set-cookie"]).split(";")[0] ?? "";
}

function tokenPath(): string {
  const address = new URL(door.newAddress());
  return `${address.pathname}${address.search}`;
}

/** The status that a WebSocket is refused with, or 101. */
function knock(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${door.port}${path}`, { headers });
    socket.on("unexpected-response", (_request, reply) => resolve(reply.statusCode ?? 0));
    socket.on("error", () => undefined);
    socket.on("open", () => {
      socket.close();
      resolve(101);
    });
  });
}

describe("the token and the session", () => {
  test("a token opens one session, once, and leaves the address bar", async () => {
    const path = tokenPath();
    const first = await ask(path);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe("/");
    const cookie = String(first.headers["set-cookie"]);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toContain(`ecritoire-${door.port}=`);
    const second = await ask(path);
    expect(second.status).toBe(403);
    expect(second.headers["set-cookie"]).toBeUndefined();
  });

  test("nothing is given without a session", async () => {
    for (const path of ["/", "/assets/index-abc.js", "/nowhere", "/office/query"]) {
      expect((await ask(path)).status).toBe(401);
    }
    const forged = await ask("/", { cookie: `ecritoire-${door.port}=forged` });
    expect(forged.status).toBe(401);
    expect((await ask("/?token=forged")).status).toBe(403);
  });

  test("a token of one door opens no other", async () => {
    const other = await openBrowserDoor({ office, root });
    const token = new URL(other.newAddress()).search;
    expect((await ask(`/${token}`)).status).toBe(403);
    await other.close();
  });
});

describe("Host and Origin", () => {
  test("a name rebound to the loopback address gets nothing", async () => {
    const cookie = await session();
    for (const host of ["evil.example", `localhost:${door.port}`, "127.0.0.1", "127.0.0.1:1"]) {
      expect((await ask("/", { host, cookie })).status).toBe(421);
      const origin = `http://${host}`;
      expect(await knock("/office/query", { host, cookie, origin })).toBe(421);
    }
  });

  test("another page cannot open a socket nor send anything", async () => {
    const cookie = await session();
    const own = `http://127.0.0.1:${door.port}`;
    for (const origin of ["https://evil.example", "null", `http://localhost:${door.port}`]) {
      expect(await knock("/office/command", { cookie, origin })).toBe(403);
      expect((await ask("/", { cookie, origin }, "POST")).status).toBe(403);
    }
    expect(await knock("/office/command", { cookie })).toBe(403);
    expect(await knock("/office/command", { origin: own })).toBe(401);
    expect(await knock("/office/else", { cookie, origin: own })).toBe(404);
    expect(await knock("/office/command", { cookie, origin: own })).toBe(101);
    expect((await ask("/", { cookie, origin: own }, "POST")).status).toBe(405);
    expect((await ask("/", { cookie }, "DELETE")).status).toBe(403);
  });

  test("no answer allows another origin", async () => {
    const cookie = await session();
    const reply = await ask("/", { cookie, origin: "https://evil.example" });
    expect(Object.keys(reply.headers).filter((n) => n.startsWith("access-control"))).toEqual([]);
  });
});

describe("the pages", () => {
  test("have their types, and the index is never kept", async () => {
    const cookie = await session();
    const index = await ask("/", { cookie });
    expect(index.status).toBe(200);
    expect(index.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(index.headers["cache-control"]).toBe("no-store");
    const script = await ask("/assets/index-abc.js", { cookie });
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    const font = await ask("/assets/letter.woff2", { cookie });
    expect(font.headers["content-type"]).toBe("font/woff2");
    const head = await ask("/", { cookie }, "HEAD");
    expect([head.status, head.body]).toEqual([200, ""]);
  });

  test("every answer carries the strict headers, refusals too", async () => {
    const cookie = await session();
    for (const reply of [
      await ask("/", { cookie }),
      await ask("/"),
      await ask("/", { host: "x" }),
    ]) {
      const policy = String(reply.headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${door.port};`);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'none'");
      expect(reply.headers["x-content-type-options"]).toBe("nosniff");
      expect(reply.headers["referrer-policy"]).toBe("no-referrer");
      expect(reply.headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(reply.headers["cross-origin-resource-policy"]).toBe("same-origin");
    }
  });

  test.each([
    "/../secret.json",
    "/..%2fsecret.json",
    "/%2e%2e/secret.json",
    "/%2e%2e%2fsecret.json",
    "/..%5csecret.json",
    "/../pages-beside/secret.json",
    "/..%2fpages-beside%2fsecret.json",
    "/assets/..%2f..%2fsecret.json",
    "/index.html%00.js",
    "/%",
    "/assets",
    "/notes.private",
  ])("nothing outside them: %s", async (path) => {
    const reply = await ask(path, { cookie: await session() });
    expect(reply.status).toBe(404);
    expect(reply.body).not.toContain("{}");
  });

  test("the port is of the loopback interface only", async () => {
    await expect(openBrowserDoor({ office, root, port: door.port })).rejects.toThrow(/EADDRINUSE/);
    const elsewhere = await new Promise((resolve) => {
      // Any other address of this machine, 127.0.0.2 included, finds nobody.
      const sent = request({ host: "127.0.0.2", port: door.port }, () => resolve("answered"));
      sent.on("error", () => resolve("nobody"));
      sent.end();
    });
    expect(elsewhere).toBe("nobody");
  });
});

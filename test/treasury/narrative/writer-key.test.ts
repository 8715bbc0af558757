import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BookCalls } from "#main/book/book-calls.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { type OfficeThreads, startOffice } from "#main/doors/office-threads.ts";
import { newBook, officeEntry, temporaryFolder } from "../../doors/test-book.ts";
import {
  keptInService,
  missingSecretService,
  startSecretService,
} from "../../helpers/secret-service.ts";
import { type WriterServer, writerServer } from "./writer-server.ts";

const why = missingSecretService();
const KEY = "sk-ant-0123456789abcdef";

describe.skipIf(why !== "")(`the key of a language model${why}`, () => {
  const root = temporaryFolder();
  const folder = join(root.path, "Atelier.ecritoire");
  let service: Awaited<ReturnType<typeof startSecretService>>;
  let server: WriterServer;
  let office: OfficeThreads;
  let calls: BookCalls;
  const keyName = () => {
    const keys = readFileSync(join(folder, "keys.json"), "utf8");
    return `${(JSON.parse(keys) as { bookId: string }).bookId}/narrative`;
  };
  beforeAll(async () => {
    service = await startSecretService();
    server = await writerServer();
    office = startOffice(officeEntry);
    calls = officeClient(office);
    await calls.book.create(newBook(folder));
  });
  afterAll(async () => {
    await office.stop();
    await server.close();
    await service.stop();
    root.remove();
  });

  it("stands in the keychain only, and travels in its header only", async () => {
    const { treasury } = calls;
    const settings = { provider: "anthropic", model: "m", baseUrl: server.baseUrl } as const;
    await treasury.connectWriter({ ...settings, secret: KEY });
    await treasury.topUpCredit({ minor: 500 });
    expect(keptInService(keyName())).toBe(true);
    const { sha256, body } = await treasury.narrativePayload({});
    await treasury.rewriteNarrative({ sha256 });
    expect(server.requests.map((one) => one.headers["x-api-key"])).toEqual([KEY]);
    expect(body).not.toContain(KEY);
    const { rows } = await calls.book.listActions({ limit: 500 });
    expect(JSON.stringify(rows)).not.toContain(KEY);
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect(readFileSync(join(file.parentPath, file.name)).includes(KEY), file.name).toBe(false);
    }
  });

  it("does not go to another server, and is gone once disconnected", async () => {
    const { treasury } = calls;
    const other = { provider: "openai-compatible", model: "m", baseUrl: server.baseUrl } as const;
    await treasury.connectWriter(other);
    expect(keptInService(keyName())).toBe(false);
    await treasury.connectWriter({ ...other, secret: KEY });
    expect(await treasury.disconnectWriter({})).toEqual({ keyErased: true });
    expect(keptInService(keyName())).toBe(false);
  });
});

import { execFile as execFileWithCallback } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Verification } from "#contract/book.ts";
import type { BookCalls } from "#main/book/book-calls.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { type OfficeThreads, startOffice } from "#main/doors/office-threads.ts";
import { newBook, officeEntry, temporaryFolder } from "../doors/test-book.ts";
import { qontoServerKey } from "../helpers/qonto-server.ts";
import {
  keptInService,
  missingSecretService,
  startSecretService,
} from "../helpers/secret-service.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { desk, ledgerOf, openDesk, transaction } from "../providers/qonto/desk.ts";

const why = missingSecretService();
const IBAN = "FR7630006000011234567890189";
const OTHER_IBAN = "FR1420041010050500013M02606";
const execFile = promisify(execFileWithCallback);
const { login, secretKey } = qontoServerKey;

describe.skipIf(why !== "")(`a bank account fed by its API, through the office${why}`, () => {
  const root = temporaryFolder();
  const folder = join(root.path, "Atelier.ecritoire");
  let service: Awaited<ReturnType<typeof startSecretService>>;
  let office: OfficeThreads;
  let calls: BookCalls;
  const key = () => ({
    provider: "qonto" as const,
    login,
    secret: secretKey,
    baseUrl: desk.server.baseUrl,
  });
  const keyName = (bankAccountId: number) => {
    const keys = readFileSync(join(folder, "keys.json"), "utf8");
    return `${(JSON.parse(keys) as { bookId: string }).bookId}/feed/${bankAccountId}`;
  };
  beforeAll(async () => {
    service = await startSecretService();
    await openDesk();
    desk.server.accounts[0]!.iban = IBAN;
    desk.server.transactions = ledgerOf(230);
    office = startOffice(officeEntry);
    calls = officeClient(office);
    const bankAccounts = [{ name: "Qonto", iban: IBAN }];
    await calls.book.create({ ...newBook(folder), bankAccounts });
  });
  afterAll(async () => {
    await office.stop();
    await desk.server.close();
    await service.stop();
    root.remove();
  });

  it("asks nothing of the bank before it is turned on", async () => {
    await expect(calls.banking.syncFeed({ bankAccountId: 1 }).then(resultOf)).rejects.toMatchObject(
      { data: { code: "banking.no-feed" } },
    );
    expect(desk.server.requests).toEqual([]);
  });

  it("tries a key before keeping it, and matches accounts by IBAN", async () => {
    const accounts = await calls.banking.testFeed(key());
    expect(accounts).toEqual([
      expect.objectContaining({ iban: IBAN, balanceMinor: 5_000_000, bankAccountId: 1 }),
    ]);
    await expect(calls.banking.testFeed({ ...key(), secret: "fausse" })).rejects.toMatchObject({
      data: { code: "providers.key-refused" },
    });
    const [account] = await calls.banking.listAccounts({});
    expect(account?.feed).toBe(null);
  });

  it("never sends a key in clear to another machine", async () => {
    const clear = { ...key(), baseUrl: "http://banque.example/" };
    await expect(calls.banking.testFeed(clear)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const unknown = { ...key(), bankAccountId: 9, sinceOn: "2026-01-01" };
    await expect(calls.banking.connectFeed(unknown)).rejects.toMatchObject({
      data: { code: "banking.unknown-account" },
    });
  });

  it("takes the IBAN of an account that had none, and of no other", async () => {
    const { bankAccountId } = await calls.banking.addAccount({ name: "Livret" });
    const asked = { ...key(), bankAccountId, sinceOn: "2026-01-01" };
    const refusedCode = (iban?: string) =>
      calls.banking.connectFeed({ ...asked, iban }).then(
        () => "connected",
        (fault: { data: { code: string } }) => fault.data.code,
      );
    expect(await refusedCode()).toBe("banking.iban-needed");
    expect(await refusedCode("FR7630006000011234567890188")).toBe("banking.bad-iban");
    expect(await refusedCode(IBAN)).toBe("banking.iban-known");
    expect(keptInService(keyName(bankAccountId))).toBe(false);
    expect(await refusedCode("fr14 2004 1010 0505 0001 3m02 606")).toBe("connected");
    expect((await calls.banking.listAccounts({})).at(-1)?.iban).toBe(OTHER_IBAN);
    expect(await refusedCode(IBAN)).toBe("banking.other-iban");
    expect(await calls.banking.disconnectFeed({ bankAccountId })).toEqual({ keyErased: true });
  });

  it("reads every line once through faults, then only what is new", async () => {
    await calls.banking.connectFeed({ ...key(), bankAccountId: 1, sinceOn: "2026-01-01" });
    desk.server.faults = [
      { kind: "status", status: 429, retryAfter: "0" },
      { kind: "none" },
      { kind: "status", status: 503 },
      { kind: "slow", delayMs: 200 },
      { kind: "truncated" },
      { kind: "repeated-page" },
    ];
    const first = await resultOf(await calls.banking.syncFeed({ bankAccountId: 1 }));
    const booked = desk.server.transactions.filter((t) => t.status === "completed").length;
    expect(first).toMatchObject({ added: booked, refused: [] });
    expect(desk.server.faults).toEqual([]);
    const again = await resultOf(await calls.banking.syncFeed({ bankAccountId: 1 }));
    expect(again.added).toBe(0);
    desk.server.transactions.push(transaction(9_001, { status: "completed" }));
    const later = await resultOf(await calls.banking.syncFeed({ bankAccountId: 1 }));
    expect(later.added).toBe(1);
    const [account] = await calls.banking.listAccounts({});
    expect(account).toMatchObject({ lines: booked + 1, statedMinor: 5_000_000 });
    expect(account?.feed?.lastSyncAtMs).toBeGreaterThan(0);
    expect(keptInService(keyName(1))).toBe(true);
  });

  it("stops when the bank stays down, and keeps what it has", async () => {
    const before = (await calls.banking.listAccounts({}))[0]!.lines;
    desk.server.faults = [{ kind: "status", status: 401 }];
    const refused = calls.banking.syncFeed({ bankAccountId: 1 }).then(resultOf);
    await expect(refused).rejects.toMatchObject({ data: { code: "providers.key-refused" } });
    const failed = (await calls.banking.listAccounts({}))[0]!;
    expect(failed.lines).toBe(before);
    expect(failed.feed?.lastProblem).toMatchObject({
      code: "providers.key-refused",
      facts: { status: 401 },
    });
    const again = await resultOf(await calls.banking.syncFeed({ bankAccountId: 1 }));
    expect(again.added).toBe(0);
    expect((await calls.banking.listAccounts({}))[0]?.feed?.lastProblem).toBe(null);
  });

  it("stops at once when the person stops it, and writes nothing", async () => {
    const before = (await calls.banking.listAccounts({}))[0];
    desk.server.transactions.push(transaction(9_002, { status: "completed" }));
    desk.server.faults = [{ kind: "slow", delayMs: 20_000 }];
    const stop = new AbortController();
    const startMs = performance.now();
    desk.server.beforePage = () => stop.abort();
    const stopped = calls.banking.syncFeed({ bankAccountId: 1 }, { signal: stop.signal });
    await expect(stopped.then(resultOf)).rejects.toThrow();
    expect(performance.now() - startMs).toBeLessThan(5_000);
    desk.server.beforePage = () => {};
    desk.server.faults = [];
    expect((await calls.banking.listAccounts({}))[0]).toEqual(before);
    const later = await resultOf(await calls.banking.syncFeed({ bankAccountId: 1 }));
    expect(later.added).toBe(1);
  });

  it("keeps the key in the keychain only: not in the book's folder, nor among its actions", async () => {
    await calls.book.backUp({});
    const { rows } = await calls.book.listActions({ limit: 500 });
    expect(JSON.stringify(rows)).not.toContain(secretKey);
    expect(rows.map((r) => r.command)).toContain("banking.connectFeed");
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = readFileSync(join(file.parentPath, file.name));
      expect(bytes.includes(secretKey), file.name).toBe(false);
      expect(bytes.includes(IBAN), file.name).toBe(false);
    }
  });

  it("gives the key to no program by its command line", async () => {
    const cli = join(import.meta.dirname, "../../src/main/cli.ts");
    const typed = ["banking", "connect-feed", "--book", folder, "--secret", secretKey];
    const refused = await execFile(process.execPath, [cli, ...typed]).then(
      () => "",
      (fault: { stdout: string; stderr: string }) => fault.stdout + fault.stderr,
    );
    expect(refused).toContain("ECRITOIRE_SECRET");
    expect(refused).not.toContain(secretKey);
  });

  it("forgets the key when it is disconnected", async () => {
    expect(await calls.banking.disconnectFeed({ bankAccountId: 1 })).toEqual({ keyErased: true });
    expect((await calls.banking.listAccounts({}))[0]?.feed).toBe(null);
    expect(keptInService(keyName(1))).toBe(false);
    const verified = await resultOf<Verification>(await calls.book.verify({}));
    expect(verified.checks.filter((c) => !c.sound)).toEqual([]);
  });
});

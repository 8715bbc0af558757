import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officeClient } from "#main/doors/office-client.ts";
import { type OfficeThreads, startOffice } from "#main/doors/office-threads.ts";
import { systemKeychain } from "#main/security/keychain.ts";
import { newBook, officeEntry, PASSPHRASE, temporaryFolder } from "../doors/test-book.ts";

const IBAN = "FR7630006000011234567890189";
const isLinux = process.platform === "linux";

describe.skipIf(!isLinux)("a machine without a secret service (skipped but on Linux)", () => {
  const root = temporaryFolder();
  const folder = join(root.path, "Atelier.ecritoire");
  const bus = process.env.DBUS_SESSION_BUS_ADDRESS;
  const unavailable = { data: { code: "book.keychain-unavailable" } };
  let office: OfficeThreads;
  beforeAll(async () => {
    process.env.DBUS_SESSION_BUS_ADDRESS = `unix:path=${join(root.path, "no-bus")}`;
    office = startOffice(officeEntry);
    await officeClient(office).book.create(newBook(folder));
  });
  afterAll(async () => {
    await office.stop();
    if (bus === undefined) delete process.env.DBUS_SESSION_BUS_ADDRESS;
    else process.env.DBUS_SESSION_BUS_ADDRESS = bus;
    root.remove();
  });

  it("keeps no secret anywhere else, and says so", async () => {
    const keychain = systemKeychain();
    expect(await keychain.write("essai-sans-trousseau", "un secret")).toMatchObject({
      code: "book.keychain-unavailable",
    });
    expect(await keychain.read("essai-sans-trousseau")).toBe(undefined);
  });

  it("refuses to keep the book's key; the book still opens by its passphrase", async () => {
    const { book } = officeClient(office);
    await expect(book.keepKey({ keep: true })).rejects.toMatchObject(unavailable);
    expect(await book.status({})).toMatchObject({ open: true, keyKept: false });
    await book.close({});
    await expect(book.open({ folder })).rejects.toMatchObject({
      data: { code: "book.passphrase-needed" },
    });
    await book.open({ folder, passphrase: PASSPHRASE });
  });

  it("refuses to connect a bank, and leaves the account as it was", async () => {
    const { banking } = officeClient(office);
    const asked = {
      ...{ provider: "qonto" as const, login: "acme", secret: "une-cle" },
      ...{ bankAccountId: 1, iban: IBAN, sinceOn: "2026-01-01" },
    };
    await expect(banking.connectFeed(asked)).rejects.toMatchObject(unavailable);
    expect((await banking.listAccounts({}))[0]).toMatchObject({ feed: null, iban: null });
    expect(await banking.disconnectFeed({ bankAccountId: 1 })).toEqual({ keyErased: false });
  });
});

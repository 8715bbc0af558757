import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officeClient } from "#main/doors/office-client.ts";
import { type OfficeThreads, startOffice } from "#main/doors/office-threads.ts";
import { systemKeychain } from "#main/security/keychain.ts";
import { newBook, officeEntry, PASSPHRASE, temporaryFolder } from "../doors/test-book.ts";
import {
  keptInService,
  missingSecretService,
  startSecretService,
} from "../helpers/secret-service.ts";

const why = missingSecretService();

describe.skipIf(why !== "")(`the keychain, with a real secret service${why}`, () => {
  const root = temporaryFolder();
  const folder = join(root.path, "Atelier.ecritoire");
  let service: Awaited<ReturnType<typeof startSecretService>>;
  let office: OfficeThreads;
  beforeAll(async () => {
    service = await startSecretService();
    office = startOffice(officeEntry);
  });
  afterAll(async () => {
    await office.stop();
    await service.stop();
    root.remove();
  });

  it("keeps a secret, gives it back, and forgets it", async () => {
    const keychain = systemKeychain();
    expect(await keychain.read("essai")).toBe(undefined);
    expect(await keychain.write("essai", "un secret à é")).toBe(undefined);
    expect(await keychain.read("essai")).toBe("un secret à é");
    expect(keptInService("essai")).toBe(true);
    expect(await keychain.remove("essai")).toBe(undefined);
    expect(await keychain.read("essai")).toBe(undefined);
    expect(keptInService("essai")).toBe(false);
    expect(await keychain.remove("essai")).toBe(undefined);
  });

  it("opens a book without typing once its key is kept, and no more once it is forgotten", async () => {
    const { book } = officeClient(office);
    await book.create(newBook(folder));
    expect(await book.keepKey({ keep: true })).toEqual({ keyKept: true });
    await book.close({});
    await book.open({ folder });
    expect(await book.status({})).toMatchObject({ open: true, keyKept: true });
    expect(await book.keepKey({ keep: false })).toEqual({ keyKept: false });
    await book.close({});
    await expect(book.open({ folder })).rejects.toMatchObject({
      data: { code: "book.passphrase-needed" },
    });
  });

  it("asks for the passphrase when the kept key was removed by another program", async () => {
    const { book } = officeClient(office);
    await book.open({ folder, passphrase: PASSPHRASE });
    await book.keepKey({ keep: true });
    await book.close({});
    const { bookId } = JSON.parse(readFileSync(join(folder, "keys.json"), "utf8")) as {
      bookId: string;
    };
    expect(keptInService(bookId)).toBe(true);
    await systemKeychain().remove(bookId);
    await expect(book.open({ folder })).rejects.toMatchObject({
      data: { code: "book.passphrase-needed" },
    });
  });

  it("refuses a kept key that is not this book's", async () => {
    const { book } = officeClient(office);
    const { bookId } = JSON.parse(readFileSync(join(folder, "keys.json"), "utf8")) as {
      bookId: string;
    };
    await systemKeychain().write(bookId, Buffer.alloc(32, 7).toString("base64"));
    await expect(book.open({ folder })).rejects.toMatchObject({ code: "REFUSED" });
    await systemKeychain().remove(bookId);
    expect(readdirSync(folder)).not.toContain("book.lock");
  });
});

import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PART_BYTES } from "#contract/large-file.ts";
import { UploadSpool } from "#main/banking/upload-spool.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { longCsv } from "../bench/long-csv.ts";
import { droppedText, openOffice } from "../contract/open-office.ts";
import { resultOf } from "../main-job/sample-office.ts";

const before = process.env.TMPDIR;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ecritoire-spool-test-"));
  process.env.TMPDIR = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(folder, { recursive: true, force: true });
});

function begun(spool: UploadSpool, size: number): string {
  const upload = spool.begin({ name: "releve", size });
  if (isRefusal(upload)) throw new Error(upload.code);
  return upload.uploadId;
}

const canMount = (() => {
  const at = mkdtempSync(join(tmpdir(), "ecritoire-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", at], { stdio: "ignore" });
    execFileSync("umount", [at]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
})();
const why = canMount ? "" : " (skipped without the right to mount)";

test.skipIf(!canMount)(`a full disk refuses the part that has no room${why}`, () => {
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", folder]);
  try {
    const spool = new UploadSpool();
    const uploadId = begun(spool, 3 * PART_BYTES);
    expect(spool.put(uploadId, new Uint8Array(PART_BYTES))).toBeUndefined();
    const full = spool.put(uploadId, new Uint8Array(PART_BYTES));
    expect(full).toMatchObject({ code: "book.disk-full" });
    expect(spool.source(uploadId)).toMatchObject({ code: "banking.unknown-upload" });
    spool.close();
  } finally {
    execFileSync("umount", ["-l", folder]);
  }
});

function filled(bytes: Uint8Array) {
  const spool = new UploadSpool();
  const uploadId = begun(spool, bytes.length);
  for (let at = 0; at < bytes.length; at += PART_BYTES) {
    expect(spool.put(uploadId, bytes.subarray(at, at + PART_BYTES))).toBeUndefined();
  }
  return { spool, uploadId };
}

test("parts give back every range of the file, and nothing of it is on the disk in clear", async () => {
  const bytes = new Uint8Array(randomBytes(2 * PART_BYTES + 12_345));
  bytes.set(new TextEncoder().encode("VIR LIBRAIRIE VAUGRENARD"), 100);
  const { spool, uploadId } = filled(bytes);
  const source = spool.source(uploadId);
  if (isRefusal(source)) throw new Error(source.code);
  expect(source.size).toBe(bytes.length);
  for (const [from, to] of [
    [0, 10],
    [PART_BYTES - 5, PART_BYTES + 5],
    [100, 2 * PART_BYTES + 12_000],
    [bytes.length - 3, bytes.length + 99],
  ] as const) {
    expect(Buffer.from(await source.read(from, to)).equals(bytes.subarray(from, to))).toBe(true);
  }
  const [upload = ""] = readdirSync(folder);
  const kept = readFileSync(join(folder, upload, "parts"));
  expect(kept.includes("VAUGRENARD")).toBe(false);
  spool.close();
  expect(readdirSync(folder)).toEqual([]);
});

test("a file that did not come whole, an unknown one, and a part out of size are refused", () => {
  const spool = new UploadSpool();
  const uploadId = begun(spool, PART_BYTES + 10);
  expect(spool.put(uploadId, new Uint8Array(5))).toMatchObject({ code: "banking.unknown-upload" });
  expect(spool.put(uploadId, new Uint8Array(PART_BYTES))).toBeUndefined();
  expect(spool.source(uploadId)).toMatchObject({ code: "banking.unknown-upload" });
  expect(spool.put(uploadId, new Uint8Array(11))).toMatchObject({ code: "banking.unknown-upload" });
  expect(spool.put("nobody", new Uint8Array(1))).toMatchObject({ code: "banking.unknown-upload" });
  for (let n = 0; n < 5; n++) spool.begin({ name: "releve", size: 1 });
  expect(readdirSync(folder)).toHaveLength(3);
  spool.close();
});

test("what is carried by parts is imported like the file itself", async () => {
  const office = await openOffice();
  const { banking } = office.calls;
  const bytes = Buffer.from(longCsv(2000));
  const { uploadId } = await banking.beginUpload({ name: "releve.csv", size: bytes.length });
  await banking.putPart({ uploadId, part: new File([bytes], "releve.csv") });
  const input = { file: droppedText("releve.csv", ""), uploadId, bankAccountId: 1 };
  const preview = await resultOf(await banking.importStatement({ ...input, preview: true }));
  expect(preview).toMatchObject({ added: 2000, preview: true, fileName: "releve.csv" });
  expect(await resultOf(await banking.importStatement(input))).toMatchObject({ added: 2000 });
  await expect(resultOf(await banking.importStatement(input))).rejects.toMatchObject({
    data: { code: "banking.unknown-upload" },
  });
  await office.stop();
});

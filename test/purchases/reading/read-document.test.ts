import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { encodePng } from "#main/purchases/reading/encode-png.ts";
import { type DocumentReading, readDocument } from "#main/purchases/reading/read-document.ts";
import type { ReadingProgress } from "#main/purchases/reading/reading-progress.ts";
import { type BillTruth, billOf, OWN, SUPPLIERS } from "./bill-truth.ts";
import { drawBill } from "./draw-bill.ts";
import { encodeJpeg } from "./encode-jpeg.ts";
import { pixelsOf, scanned } from "./scan-bill.ts";

const BILL: BillTruth = billOf({
  supplier: SUPPLIERS[1]!,
  number: "FA-2026-0417",
  issuedOn: "2026-08-14",
  dueOn: "2026-09-13",
  creditNote: false,
  items: [
    { words: "Révision annuelle", quantity: 1, unitMinor: 128_450, rateBps: 2000 },
    { words: "Livres", quantity: 3, unitMinor: 2_990, rateBps: 550 },
  ],
});

async function read(name: string, bytes: Uint8Array): Promise<DocumentReading> {
  const result = await readDocument({ name, bytes }, OWN);
  if (isRefusal(result)) throw new Error(`refused: ${result.code}`);
  return result;
}

function facts({ reading }: DocumentReading) {
  return {
    number: reading.number.value,
    issuedOn: reading.issuedOn.value,
    dueOn: reading.dueOn?.value,
    netMinor: reading.netMinor.value,
    vatMinor: reading.vatMinor.value,
    grossMinor: reading.grossMinor.value,
    vatLines: reading.vatLines.value,
  };
}

const { number, issuedOn, dueOn, netMinor, vatMinor, grossMinor, vatLines } = BILL;
const EXPECTED = { number, issuedOn, dueOn, netMinor, vatMinor, grossMinor, vatLines };

/** A PDF that holds nothing but the picture of a page, as scanners make. */
async function scanPdf(png: Uint8Array): Promise<Uint8Array> {
  const sheet = new PDFDocument({ size: "A4", margin: 0 });
  const parts: Uint8Array[] = [];
  sheet.on("data", (part: Uint8Array) => parts.push(part));
  const done = new Promise<void>((resolve) => sheet.on("end", () => resolve()));
  sheet.image(Buffer.from(png), 0, 0, { width: 595.28 });
  sheet.end();
  await done;
  return new Uint8Array(Buffer.concat(parts));
}

/** Adds an Exif segment with an orientation, in the byte order of most telephones. */
function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0];
  const body = [...Buffer.from("Exif\0\0", "latin1"), ...tiff, 0, 0, 0, 0, 0, 0];
  const head = [0xff, 0xe1, 0, body.length + 2, ...body];
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from(head), jpeg.subarray(2)]);
}

describe("readDocument", () => {
  it("reads the text layer of a PDF and pictures its first page", async () => {
    const result = await read("facture.pdf", await drawBill(BILL, "classic"));
    expect(facts(result)).toEqual(EXPECTED);
    expect(result).toMatchObject({ kind: "pdf", source: "text-layer", pages: 1 });
    expect(result.pageImage).toMatchObject({ page: 1, widthPx: 909 });
    const magic = Buffer.from(result.pageImage?.png.subarray(1, 4) ?? []).toString("latin1");
    expect(magic).toBe("PNG");
  });

  it("says where each value stands on the page", async () => {
    const { reading } = await read("facture.pdf", await drawBill(BILL, "classic"));
    const box = reading.grossMinor.box;
    // Drawn right-aligned at 555 of 595 points, on the third row of the totals.
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeCloseTo(555 / 595.28, 1);
    expect(box?.y).toBeGreaterThan(reading.netMinor.box?.y ?? 1);
    expect(reading.number.box?.y).toBeCloseTo(190 / 841.89, 1);
  });

  it("recognises a scan, a little askew and grainy, in a PDF without text", async () => {
    const pixels = scanned(await pixelsOf(await drawBill(BILL, "classic"), 200), 0.7);
    const result = await read("scan.pdf", await scanPdf(encodePng(pixels)));
    expect(result.source).toBe("ocr");
    expect(facts(result)).toEqual(EXPECTED);
    expect(result.reading.supplierSiren?.value).toBe(BILL.supplier.siren);
  });

  it("recognises a PNG and a JPEG picture", async () => {
    const pixels = await pixelsOf(await drawBill(BILL, "boxes"), 200);
    const png = await read("photo.png", encodePng(pixels));
    const jpeg = await read("photo.jpg", encodeJpeg(pixels));
    expect([png.kind, jpeg.kind]).toEqual(["png", "jpeg"]);
    expect(facts(png)).toEqual(EXPECTED);
    expect(facts(jpeg)).toEqual(EXPECTED);
  });

  it("turns a photograph that a telephone took sideways", async () => {
    const upright = await pixelsOf(await drawBill(BILL, "classic"), 200);
    const { width, height, pixels } = upright;
    const turned = new Uint8Array(pixels.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) turned[(width - 1 - x) * height + y] = pixels[y * width + x]!;
    }
    const jpeg = encodeJpeg({ width: height, height: width, channels: 1, pixels: turned });
    const result = await read("photo.jpg", withOrientation(jpeg, 6));
    expect(facts(result)).toEqual(EXPECTED);
    // The place is told on the picture as it is shown, upright.
    expect(result.reading.number.box?.y).toBeCloseTo(190 / 841.89, 1);
  });

  it("tells its progress in order, up to the end", async () => {
    const seen: ReadingProgress[] = [];
    const bytes = encodePng(await pixelsOf(await drawBill(BILL, "english"), 150));
    await readDocument({ name: "a.png", bytes }, { onProgress: (p) => seen.push(p) });
    const shares = seen.map((p) => p.share);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    expect(seen.some((p) => p.step === "recognition")).toBe(true);
  });

  it("stops during recognition when asked to", async () => {
    const bytes = encodePng(await pixelsOf(await drawBill(BILL, "classic"), 200));
    const stop = new AbortController();
    const onProgress = (p: ReadingProgress) => p.step === "recognition" && stop.abort();
    const result = await readDocument(
      { name: "a.png", bytes },
      { signal: stop.signal, onProgress },
    );
    expect(result).toMatchObject({ code: "documents.cancelled", facts: { file: "a.png" } });
  });
});

/** Makes every way out of the process throw, in each of its threads, before anything else runs. */
const NO_NETWORK = `
  const [net, dns, dgram] = ["net", "dns", "dgram"].map((name) => require("node:" + name));
  const deny = (what) => () => { throw new Error("network: " + what); };
  globalThis.fetch = deny("fetch"); globalThis.WebSocket = deny("WebSocket");
  net.Socket.prototype.connect = deny("socket"); dns.lookup = deny("dns");
  dgram.createSocket = deny("datagram");
`;

const READ = `
  import { readFile } from "node:fs/promises";
  import { Worker } from "node:worker_threads";
  const { readDocument } = await import(process.argv[2]);
  const bytes = new Uint8Array(await readFile(process.argv[3]));
  const probe = new Worker("fetch('http://127.0.0.1:9')", { eval: true });
  const denied = await new Promise((resolve) => probe.on("error", (e) => resolve(e.message)));
  const result = await readDocument({ name: "a.png", bytes });
  console.log(JSON.stringify({ denied, gross: result.reading?.grossMinor.value }));
  process.exit(0);
`;

describe("without a network", () => {
  it("recognises a picture with every socket denied, and leaves no file behind", async () => {
    const input = await mkdtemp(join(tmpdir(), "reading-input-"));
    const work = await mkdtemp(join(tmpdir(), "reading-work-"));
    try {
      const png = join(input, "a.png");
      await writeFile(png, encodePng(await pixelsOf(await drawBill(BILL, "english"), 150)));
      const entry = new URL(
        "../../../src/main/purchases/reading/read-document.ts",
        import.meta.url,
      );
      const script = join(input, "read.mjs");
      const guard = join(input, "no-network.cjs");
      await writeFile(script, READ);
      await writeFile(guard, NO_NETWORK);
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--require", guard, script, fileURLToPath(entry), png],
        { cwd: work, env: { ...process.env, TMPDIR: work, HOME: work, NODE_OPTIONS: "" } },
      );
      expect(JSON.parse(stdout)).toEqual({ denied: "network: fetch", gross: BILL.grossMinor });
      expect(await readdir(work)).toEqual([]);
    } finally {
      await rm(input, { recursive: true });
      await rm(work, { recursive: true });
    }
  });
});

describe("bad documents", () => {
  const refused = async (name: string, bytes: Uint8Array) => {
    const result = await readDocument({ name, bytes });
    return isRefusal(result) ? result.code : "read";
  };
  const encrypted = async () => {
    const sheet = new PDFDocument({ userPassword: "secret" });
    const parts: Uint8Array[] = [];
    sheet.on("data", (part: Uint8Array) => parts.push(part));
    const done = new Promise<void>((resolve) => sheet.on("end", () => resolve()));
    sheet.text("Facture n° 12 du 3 mai 2026");
    sheet.end();
    await done;
    return new Uint8Array(Buffer.concat(parts));
  };

  it("refuses what is empty, unknown, or neither PDF nor picture", async () => {
    expect(await refused("a.pdf", new Uint8Array(0))).toBe("documents.empty");
    expect(await refused("a.pdf", Buffer.from("MZ not a document"))).toBe("documents.unknown-kind");
    expect(await refused("a.gif", Buffer.from("GIF89a....."))).toBe("documents.unknown-kind");
  });

  it("refuses a PDF that is cut at any tenth of its length", async () => {
    const whole = await drawBill(BILL, "classic");
    for (let tenth = 1; tenth < 10; tenth++) {
      const cut = whole.slice(0, Math.floor((whole.length * tenth) / 10));
      expect(await refused("a.pdf", cut)).toBe("documents.truncated");
    }
  });

  it("refuses a PDF whose inside is destroyed", async () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251);
    const broken = Buffer.concat([Buffer.from("%PDF-1.7\n"), noise, Buffer.from("\n%%EOF\n")]);
    expect(await refused("a.pdf", broken)).toBe("documents.broken");
  });

  it("refuses a PDF with a password, naming the file", async () => {
    const result = await readDocument({ name: "clé.pdf", bytes: await encrypted() });
    expect(result).toMatchObject({ code: "documents.password", facts: { file: "clé.pdf" } });
  });

  it("refuses pictures that are cut, broken, tiny or immense", async () => {
    const pixels = await pixelsOf(await drawBill(BILL, "classic"), 50);
    const png = encodePng(pixels);
    expect(await refused("a.png", png.subarray(0, png.length - 200))).toBe("documents.truncated");
    const jpeg = encodeJpeg(pixels);
    expect(await refused("a.jpg", jpeg.subarray(0, 2000))).toBe("documents.truncated");
    const broken = Uint8Array.from(png);
    broken.fill(0x55, 60, png.length - 20);
    expect(await refused("a.png", broken)).toBe("documents.broken");
    const tiny = { width: 20, height: 20, channels: 1, pixels: new Uint8Array(400) } as const;
    expect(await refused("a.png", encodePng(tiny))).toBe("documents.picture-size");
    const immense = Uint8Array.from(png);
    new DataView(immense.buffer).setUint32(16, 60_000);
    new DataView(immense.buffer).setUint32(20, 60_000);
    expect(await refused("a.png", immense)).toBe("documents.picture-size");
  });

  it("refuses a blank page: there is nothing to read", async () => {
    const blank = new Uint8Array(600 * 800).fill(255);
    const png = encodePng({ width: 600, height: 800, channels: 1, pixels: blank });
    expect(await refused("a.png", png)).toBe("documents.no-text");
  });
});

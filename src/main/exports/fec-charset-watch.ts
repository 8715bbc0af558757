import { isAscii, isUtf8 } from "node:buffer";

/** Finds the character set of a stream of bytes without keeping them. */
export class FecCharsetWatch {
  #ascii = true;
  #utf8 = true;
  #control = false;
  #nul = false;
  #first: number[] = [];
  #tail: Uint8Array = new Uint8Array(0);

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.#first.length < 3) this.#first.push(...bytes.subarray(0, 3));
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#nul ||= view.includes(0);
    if (isAscii(bytes) && this.#tail.length === 0) return;
    this.#ascii = false;
    if (this.#utf8) this.#followUtf8(bytes);
    if (!this.#utf8) this.#control ||= hasControl(bytes);
  }

  #followUtf8(bytes: Uint8Array): void {
    const joined = this.#tail.length === 0 ? bytes : Buffer.concat([this.#tail, bytes]);
    const whole = joined.length - unfinished(joined);
    this.#utf8 = isUtf8(joined.subarray(0, whole));
    this.#tail = Uint8Array.from(joined.subarray(whole));
  }

  get byteOrderMark(): boolean {
    const [a, b, c] = this.#first;
    return a === 0xef && b === 0xbb && c === 0xbf;
  }

  get charset(): "ASCII" | "UTF-8" | "ISO-8859-15" | "Windows-1252" | "UTF-16" {
    const [a, b] = this.#first;
    if (this.#nul || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return "UTF-16";
    if (this.#ascii) return "ASCII";
    if (this.#utf8 && this.#tail.length === 0) return "UTF-8";
    return this.#control ? "Windows-1252" : "ISO-8859-15";
  }
}

/** True when a byte is of the range that ISO-8859-15 leaves to controls, where 1252 has signs. */
function hasControl(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
}

/** How many bytes at the end begin a UTF-8 sequence that goes on in the next chunk. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

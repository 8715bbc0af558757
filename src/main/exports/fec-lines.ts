const DETECTED_ON = 4_096;
const SLICE_BYTES = 1_048_576;
/** A line longer than this is not a line of a FEC; it is cut so that memory stays bounded. */
const LONGEST_LINE = 4_194_304;

/**
 * Cuts a stream of bytes into lines whose characters are the file's bytes (0–255), which keeps
 * comparisons exact whatever the character set. The line end is the one of the first 4,096 bytes:
 * CRLF, else LF, else CR; in a CRLF file a lone LF stays inside its line. NUL bytes are dropped.
 */
export class FecLines {
  #ending: "\r\n" | "\n" | "\r" | undefined;
  #rest = "";

  push(bytes: Uint8Array): string[] {
    const lines: string[] = [];
    for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
      this.#slice(bytes.subarray(at, at + SLICE_BYTES), lines);
    }
    return lines;
  }

  /** The last lines, once the bytes are exhausted. */
  end(): string[] {
    this.#ending ??= endingOf(this.#rest);
    const lines = this.#rest.split(this.#ending);
    this.#rest = "";
    if (lines.at(-1) === "") lines.pop();
    return lines;
  }

  #slice(bytes: Uint8Array, into: string[]): void {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const text = view.toString("latin1");
    this.#rest += view.includes(0) ? text.replaceAll("\u0000", "") : text;
    if (this.#ending === undefined && this.#rest.length < DETECTED_ON) return;
    this.#ending ??= endingOf(this.#rest.slice(0, DETECTED_ON));
    const lines = this.#rest.split(this.#ending);
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > LONGEST_LINE) {
      lines.push(this.#rest);
      this.#rest = "";
    }
    for (const line of lines) into.push(line);
  }
}

function endingOf(head: string): "\r\n" | "\n" | "\r" {
  if (head.includes("\r\n")) return "\r\n";
  return head.includes("\n") ? "\n" : "\r";
}

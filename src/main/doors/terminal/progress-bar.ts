import type { ProgressEvent } from "#contract/procedure.ts";
import type { TerminalStreams } from "./terminal-streams.ts";

const CELLS = 24;
const EVERY_MS = 50;
const ERASE_LINE = "\r\u001b[2K";

/** A bar on the messages' stream while a person watches it; nothing when it goes to a file. */
export class ProgressBar {
  readonly #stream: TerminalStreams["stderr"];
  #drawnAtMs = Number.NEGATIVE_INFINITY;

  constructor(stream: TerminalStreams["stderr"]) {
    this.#stream = stream;
  }

  show(progress: ProgressEvent, nowMs = performance.now()): void {
    if (this.#stream.isTTY !== true || nowMs - this.#drawnAtMs < EVERY_MS) return;
    this.#drawnAtMs = nowMs;
    const line = barLine(progress).slice(0, (this.#stream.columns ?? 80) - 1);
    this.#stream.write(ERASE_LINE + line);
  }

  /** Takes the bar away, so that the result stands alone. */
  end(): void {
    if (this.#drawnAtMs === Number.NEGATIVE_INFINITY) return;
    this.#stream.write(ERASE_LINE);
    this.#drawnAtMs = Number.NEGATIVE_INFINITY;
  }
}

/** `[██████░░░░] 60 % 600/1000 lines`; without a total, only how much is done. */
function barLine({ stage, done, total }: ProgressEvent): string {
  if (total <= 0) return `${done} ${stage}`;
  const share = Math.min(1, done / total);
  const full = Math.round(share * CELLS);
  const bar = "█".repeat(full) + "░".repeat(CELLS - full);
  return `[${bar}] ${Math.floor(share * 100)} % ${done}/${total} ${stage}`;
}

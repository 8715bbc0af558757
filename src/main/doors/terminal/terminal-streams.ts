import type { Readable, Writable } from "node:stream";

/** What a terminal command is given by its process, and by tests. */
export interface TerminalStreams {
  stdin: Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown };
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean; columns?: number };
  env: NodeJS.ProcessEnv;
}

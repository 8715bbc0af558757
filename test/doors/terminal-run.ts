import { PassThrough } from "node:stream";
import { runTerminal } from "#main/doors/terminal/run-terminal.ts";
import { officeEntry } from "./test-book.ts";

/** What a command line did. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
  /** Standard output as JSON. */
  json: () => unknown;
}

/** Runs a command line in this process against the real office. */
export async function ran(
  argv: readonly string[],
  given: {
    env?: NodeJS.ProcessEnv;
    stdin?: string;
    /** A person watches: what is written to standard error so far is given to them. */
    watch?: (written: string, stop: () => void) => void;
  } = {},
): Promise<Ran> {
  const stop = new AbortController();
  const stdin = new PassThrough();
  stdin.end(given.stdin ?? "");
  const stdout = new Recorder();
  const stderr = new Recorder((written) => given.watch?.(written, () => stop.abort()));
  const streams = { stdin, stdout, stderr, env: given.env ?? {} };
  if (given.watch !== undefined) Object.assign(stderr, { isTTY: true });
  const office = { entry: officeEntry, signal: stop.signal };
  const code = await runTerminal(argv, streams, office);
  return { code, stdout: stdout.text, stderr: stderr.text, json: () => JSON.parse(stdout.text) };
}

class Recorder extends PassThrough {
  text = "";

  constructor(onText?: (text: string) => void) {
    super();
    this.on("data", (part: Buffer) => {
      this.text += String(part);
      onText?.(this.text);
    });
  }
}

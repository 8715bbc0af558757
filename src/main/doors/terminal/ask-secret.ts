import type { TerminalStreams } from "./terminal-streams.ts";

const ENTER = new Set(["\r", "\n"]);
const ERASE = new Set(["\u007f", "\b"]);
const CANCEL = new Set(["\u0003", "\u0004"]);

/** True when a person can be asked: both ends are a terminal. */
export function canAsk({ stdin, stderr }: TerminalStreams): boolean {
  return stdin.isTTY === true && stderr.isTTY === true && stdin.setRawMode !== undefined;
}

/** Asks for a secret without showing it; nothing when the person gives up by Ctrl+C or Ctrl+D. */
export async function askSecret(
  { stdin, stderr }: TerminalStreams,
  question: string,
): Promise<string | undefined> {
  stderr.write(question);
  stdin.setRawMode?.(true);
  stdin.resume();
  stdin.setEncoding("utf8");
  try {
    return await typed(stdin);
  } finally {
    stdin.setRawMode?.(false);
    stdin.pause();
    stderr.write("\n");
  }
}

function typed(stdin: TerminalStreams["stdin"]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const letters: string[] = [];
    const end = (answer: string | undefined) => {
      stdin.off("data", take);
      resolve(answer);
    };
    // A paste arrives as one chunk; only its letters count, not the arrows' escape sequences.
    const take = (chunk: string) => {
      if (chunk.startsWith("\u001b")) return;
      for (const letter of chunk) {
        if (ENTER.has(letter)) return end(letters.join(""));
        if (CANCEL.has(letter)) return end(undefined);
        if (ERASE.has(letter)) letters.pop();
        else letters.push(letter);
      }
    };
    stdin.on("data", take);
  });
}

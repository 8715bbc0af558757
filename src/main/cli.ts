import "./base/require-node.ts";
import { runTerminal } from "./doors/terminal/run-terminal.ts";

/** The command line's entry; see `ecritoire --help`. */
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // A second one leaves at once: an unfinished SQL transaction is undone by the next opening.
    if (stop.signal.aborted) process.exit(1);
    stop.abort();
  });
}
// A reader that has seen enough (`| head`) is no fault.
process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
  if (fault.code === "EPIPE") process.exit(0);
  throw fault;
});

// Beside this file, from source (`cli.ts`) as when built (`cli.js`).
const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
process.exitCode = await runTerminal(process.argv.slice(2), process, {
  entry: new URL(`./office.${extension}`, import.meta.url),
  signal: stop.signal,
});

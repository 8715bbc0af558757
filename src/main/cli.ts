import "./base/require-node.ts";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * The command line's entry; see `ecritoire --help`. Compiled code is kept between two runs, for
 * this thread and the office's, which halves the time to start. It is kept beside the
 * dependencies: in the system's temporary folder, another user could put code of theirs there.
 */
const cache = enableCompileCache(
  fileURLToPath(new URL("../../node_modules/.cache/compile", import.meta.url)),
);
if (cache.directory !== undefined) process.env.NODE_COMPILE_CACHE = cache.directory;

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

// The office's modules stand beside this one, from source as when built.
const isBuilt = import.meta.url.endsWith(".js");
const beside = (name: string) => new URL(`./${name}`, import.meta.url);
const { runTerminal } = await import("./doors/terminal/run-terminal.ts");
process.exitCode = await runTerminal(process.argv.slice(2), process, {
  entry: beside(isBuilt ? "office.js" : "office.ts"),
  ...(isBuilt ? { readingUrl: beside("reading-worker.js").href } : {}),
  signal: stop.signal,
});

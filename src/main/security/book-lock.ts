import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { refusalOfFault } from "#main/store/sqlite-fault.ts";

const lockSchema = z.object({ machine: z.string(), process: z.number(), sinceMs: z.number() });

/** Held while a book is open; `release` removes the lock file. */
export interface BookLock {
  release: () => void;
}

/**
 * Takes the book's lock: a file that names the machine, the process and the time. A lock left by
 * a process of this machine that no longer runs is taken over; one of another machine never is.
 */
export function takeBookLock(folder: string, nowMs: number): BookLock | Refusal {
  const file = join(folder, "book.lock");
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const descriptor = openSync(file, "wx");
      const holder = { machine: hostname(), process: process.pid, sinceMs: nowMs };
      writeSync(descriptor, JSON.stringify(holder));
      closeSync(descriptor);
      return { release: () => removeLock(file) };
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== "EEXIST") {
        const refusal = refusalOfFault(fault, folder);
        if (refusal === undefined) throw fault;
        return refusal;
      }
      const held = heldBy(file);
      if (held !== undefined) return held;
      removeLock(file);
    }
  }
  return refuse("book.locked", { machine: hostname(), since: "?", process: 0 });
}

function heldBy(file: string): Refusal | undefined {
  let holder: z.infer<typeof lockSchema>;
  try {
    holder = lockSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
  if (holder.machine === hostname() && !isRunning(holder.process)) return undefined;
  const since = new Date(holder.sinceMs).toISOString().slice(0, 16).replace("T", " ");
  return refuse("book.locked", { machine: holder.machine, since, process: holder.process });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

function removeLock(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // The lock is gone already: nothing is left to release.
  }
}

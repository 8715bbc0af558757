import { execFileSync } from "node:child_process";

/** Files that git tracks, or would track: what a commit could hold. */
export function trackedFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const deleted = execFileSync("git", ["ls-files", "-d", "-z"], { encoding: "utf8" });
  const gone = new Set(deleted.split("\0"));
  return [...new Set(listed.split("\0"))].filter((f) => f !== "" && !gone.has(f)).sort();
}

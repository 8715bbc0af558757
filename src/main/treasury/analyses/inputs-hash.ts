import { hash } from "node:crypto";

/**
 * SHA-256 of what an engine read, in a canonical form: keys in order, rows (objects of a list) in
 * the order of their own text, for engines do not depend on it; lists of plain values keep theirs.
 */
export function inputsHash(inputs: unknown): Buffer {
  return hash("sha256", canonical(inputs), "buffer");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    const parts = value.map(canonical);
    const isRows = value.every((one) => typeof one === "object" && one !== null);
    return `[${(isRows ? parts.sort() : parts).join(",")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
  return `{${fields.join(",")}}`;
}

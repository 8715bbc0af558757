/** A page key: the columns of its order, joined. */
export function keyOf(...parts: readonly (string | number)[]): string {
  return parts.join("~");
}

/** The parts of a page key. */
export function splitKey(key: string): string[] {
  return key.split("~");
}

/**
 * Cuts a page from rows asked for with one more than its limit; the extra row says that there
 * is a next page and is not shown.
 */
export function pageOf<R>(
  rows: readonly R[],
  limit: number,
  key: (row: R) => string,
): { rows: R[]; next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last !== undefined
    ? { rows: shown, next: key(last) }
    : { rows: shown };
}

/** Rows that arrived page by page, addressed by their place in the whole list. */
export interface RowIndex<Row> {
  length: number;
  at: (index: number) => Row | undefined;
}

/** Indexes pages of any lengths without copying their rows: a hundred thousand stay in place. */
export function indexRows<Row>(pages: readonly (readonly Row[])[]): RowIndex<Row> {
  const starts: number[] = [];
  let length = 0;
  for (const page of pages) {
    starts.push(length);
    length += page.length;
  }
  return {
    length,
    at: (index) => {
      if (index < 0 || index >= length) return undefined;
      const page = lastAtOrBelow(starts, index);
      return pages[page]?.[index - (starts[page] ?? 0)];
    },
  };
}

function lastAtOrBelow(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

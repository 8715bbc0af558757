import { boxBetween, cellsOf, type TextRow } from "./text-row.ts";
import { type Box, boxAround } from "./word.ts";

/** One column cell of a row. */
export interface TextCell {
  readonly row: TextRow;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly folded: string;
  readonly box: Box;
}

/** Cells standing under each other, such as an address. */
export interface TextBlock {
  readonly cells: readonly TextCell[];
  readonly box: Box;
}

/** Cuts rows into cells and gathers the cells that stand closely under each other. */
export function blocksOf(rows: readonly TextRow[]): TextBlock[] {
  const open: TextCell[][] = [];
  for (const row of rows) {
    for (const [start, end] of cellsOf(row)) {
      const cell: TextCell = {
        row,
        start,
        end,
        text: row.text.slice(start, end),
        folded: row.folded.slice(start, end),
        box: boxBetween(row, start, end),
      };
      const above = open.filter((cells) => continues(cells.at(-1), cell));
      const block = above.at(-1);
      if (block) block.push(cell);
      else open.push([cell]);
    }
  }
  return open.map((cells) => ({ cells, box: boxAround(cells.map((c) => c.box)) as Box }));
}

function continues(above: TextCell | undefined, cell: TextCell): boolean {
  if (!above || above.row.page !== cell.row.page || above.row.index === cell.row.index)
    return false;
  const gap = cell.box.y - above.box.y - above.box.height;
  if (gap > 0.9 * Math.max(above.box.height, cell.box.height)) return false;
  const left = Math.abs(above.box.x - cell.box.x) < 0.012;
  const centre =
    Math.abs(above.box.x + above.box.width / 2 - cell.box.x - cell.box.width / 2) < 0.012;
  return left || centre;
}

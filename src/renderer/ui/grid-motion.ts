/** Where the keyboard stands in a grid: a data row (0 is the first) and a column. */
export interface GridPlace {
  row: number;
  column: number;
}

/** The grid's size as the keyboard sees it; `pageRows` is how many rows are in view. */
export interface GridExtent {
  rows: number;
  columns: number;
  pageRows: number;
}

/** A key as the browser names it, with Ctrl (or Command) held or not. */
export interface GridKey {
  key: string;
  isMod: boolean;
}

/**
 * The place a key leads to, following the ARIA grid pattern (arrows by cell, Home and End in
 * the row, with Ctrl in the grid, PageUp and PageDown by screen), held inside the grid.
 * @returns undefined when the key does not move
 */
export function moveInGrid(
  from: GridPlace,
  pressed: GridKey,
  extent: GridExtent,
): GridPlace | undefined {
  if (extent.rows === 0) return undefined;
  const to = target(from, pressed, extent);
  return to === undefined ? undefined : held(to, extent);
}

function target(at: GridPlace, pressed: GridKey, extent: GridExtent): GridPlace | undefined {
  switch (pressed.key) {
    case "ArrowDown":
      return { ...at, row: pressed.isMod ? extent.rows - 1 : at.row + 1 };
    case "ArrowUp":
      return { ...at, row: pressed.isMod ? 0 : at.row - 1 };
    case "ArrowRight":
      return { ...at, column: at.column + 1 };
    case "ArrowLeft":
      return { ...at, column: at.column - 1 };
    case "PageDown":
      return { ...at, row: at.row + extent.pageRows };
    case "PageUp":
      return { ...at, row: at.row - extent.pageRows };
    case "Home":
      return { row: pressed.isMod ? 0 : at.row, column: 0 };
    case "End":
      return { row: pressed.isMod ? extent.rows - 1 : at.row, column: extent.columns - 1 };
    default:
      return undefined;
  }
}

function held(place: GridPlace, extent: GridExtent): GridPlace {
  return {
    row: Math.min(Math.max(place.row, 0), extent.rows - 1),
    column: Math.min(Math.max(place.column, 0), extent.columns - 1),
  };
}

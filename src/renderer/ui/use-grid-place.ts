import { useState } from "react";
import type { GridPlace } from "./grid-motion.ts";

interface Kept extends GridPlace {
  scrollTop: number;
}

/** Where the person stood in each table, for the life of the window. */
const kept = new Map<string, Kept>();

/** The place of the keyboard in a table, found again when the person comes back. */
export function useGridPlace(tableId: string): {
  place: GridPlace;
  firstScrollTop: number;
  moveTo: (place: GridPlace) => void;
  keepScroll: (scrollTop: number) => void;
} {
  const [first] = useState(() => kept.get(tableId) ?? { row: 0, column: 0, scrollTop: 0 });
  const [place, setPlace] = useState<GridPlace>({ row: first.row, column: first.column });
  return {
    place,
    firstScrollTop: first.scrollTop,
    moveTo: (next) => {
      setPlace(next);
      kept.set(tableId, { ...(kept.get(tableId) ?? first), ...next });
    },
    keepScroll: (scrollTop) => {
      kept.set(tableId, { ...(kept.get(tableId) ?? { row: 0, column: 0 }), scrollTop });
    },
  };
}

import type { KeyboardEvent } from "react";
import type { Cell } from "./grid-entry.ts";

/** Where a key was pressed in the grid. */
export interface GridSpot {
  key: number;
  cell: Cell;
  isEmpty: boolean;
}

/** What a key asks of the grid, beside moving on. */
export type GridAct = "balance" | "repeat" | "delete" | "up" | "down";

/** The line and the cell of an event; undefined in the head. */
export function spotOf(event: Pick<KeyboardEvent, "target">): GridSpot | undefined {
  const field = event.target;
  if (!(field instanceof HTMLInputElement)) return undefined;
  const cell = field.closest<HTMLElement>("[data-cell]");
  if (cell === null) return undefined;
  const { line, cell: name } = cell.dataset;
  return { key: Number(line), cell: name as Cell, isEmpty: field.value === "" };
}

/**
 * The act of a key. `=` and `"` act in empty cells only, and `=` only when there is something to
 * balance: elsewhere they are typed (`=120*1,2` is a sum).
 */
export function actOf(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">,
  spot: GridSpot,
  differenceMinor: number,
): GridAct | undefined {
  const isAmount = spot.cell === "debit" || spot.cell === "credit";
  const { key } = event;
  if (event.ctrlKey || event.metaKey) return key === "Delete" ? "delete" : undefined;
  if (key === "F3" || (key === '"' && spot.isEmpty)) return "repeat";
  const balances = key === "F4" || (key === "=" && differenceMinor !== 0);
  if (isAmount && spot.isEmpty && balances) return "balance";
  const isPlain = isAmount || spot.cell === "label";
  if (isPlain && key === "ArrowUp") return "up";
  return isPlain && key === "ArrowDown" ? "down" : undefined;
}

/** Puts the focus on the stop after a field; false when there is none left. */
export function focusNext(root: HTMLElement, from: HTMLElement): boolean {
  const stops = [...root.querySelectorAll<HTMLElement>("[data-stop]")];
  const next = stops.find(
    (stop) =>
      !stop.contains(from) &&
      (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  fieldIn(next)?.focus();
  return next !== undefined;
}

/** Puts the focus on the same cell of the line above or below. */
export function focusBeside(root: HTMLElement, spot: GridSpot, step: 1 | -1): void {
  const cells = [...root.querySelectorAll<HTMLElement>(`[data-cell="${spot.cell}"]`)];
  const at = cells.findIndex((cell) => cell.dataset.line === String(spot.key));
  fieldIn(cells[at + step])?.focus();
}

/** Puts the focus on the first cell of the last line. */
export function focusLastLine(root: HTMLElement): void {
  const cells = [...root.querySelectorAll<HTMLElement>('[data-cell="account"]')];
  fieldIn(cells.at(-1))?.focus();
}

/** Puts the focus on the entry's date, where typing starts. */
export function focusFirst(root: HTMLElement): void {
  fieldIn(root.querySelector<HTMLElement>("[data-first]") ?? undefined)?.focus();
}

function fieldIn(stop: HTMLElement | undefined): HTMLElement | null {
  return stop?.querySelector<HTMLElement>("input, select") ?? null;
}

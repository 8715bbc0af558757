import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Rectangle } from "electron";

/** Where the window was: its frame in screen points, and whether it filled the screen. */
export interface WindowPlace {
  width: number;
  height: number;
  x?: number;
  y?: number;
  maximized: boolean;
}

export const SMALLEST = { width: 960, height: 600 };
const FIRST: WindowPlace = { width: 1280, height: 800, maximized: false };

/** How much of the title bar must be on a screen for a person to be able to grab it. */
const GRIP = { width: 100, height: 20 };

/** Reads the window's last place; a window never comes back outside the screens of today. */
export function readWindowPlace(file: string, screens: readonly Rectangle[]): WindowPlace {
  const place = parsed(file);
  if (place === undefined) return FIRST;
  const { x, y, maximized } = place;
  const width = Math.max(SMALLEST.width, place.width);
  const height = Math.max(SMALLEST.height, place.height);
  if (x === undefined || y === undefined) return { width, height, maximized };
  const isSeen = screens.some(
    (s) =>
      x + width >= s.x + GRIP.width &&
      x <= s.x + s.width - GRIP.width &&
      y >= s.y &&
      y <= s.y + s.height - GRIP.height,
  );
  return isSeen ? { x, y, width, height, maximized } : { width, height, maximized };
}

/** Remembers the window's place; a place that cannot be written is only forgotten. */
export function keepWindowPlace(file: string, place: WindowPlace): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(place));
  } catch {
    // Nothing is lost but a comfort.
  }
}

function parsed(file: string): WindowPlace | undefined {
  try {
    const read = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    const { x, y, width, height, maximized } = read;
    if (!isWhole(width) || !isWhole(height)) return undefined;
    const place = { width, height, maximized: maximized === true };
    return isWhole(x) && isWhole(y) ? { ...place, x, y } : place;
  } catch {
    return undefined;
  }
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value);
}

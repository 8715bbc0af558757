import type { ReactNode } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";

/** A rectangle or the inner plot of a chart, in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What can be pointed at and read: a bar, a dot, a day. */
export interface ChartMark {
  key: string;
  /** Where the pointer meets it. */
  box: Box;
  /** Shown as a dot on an upright line instead of a frame around `box`. */
  dot?: { x: number; y: number };
  name: string;
  /** The exact values, as read under the chart and aloud. */
  value: string;
  open?: (() => void) | undefined;
}

/** One drawing of a chart at a given width: its shapes and what can be read in it. */
export interface ChartDrawing {
  shapes: ReactNode;
  marks: readonly ChartMark[];
}

/** How a mark is coloured: two greys, the accent, the alert; hollow is a decrease. */
export type ChartTone = "accent" | "muted" | "strong" | "alert" | "hollow";

/** What every chart is given, whatever it draws. */
export interface ChartFacts {
  /** A sentence: what the chart says. */
  title: string;
  /** What is drawn and over which period, for those who do not see it; shown while nothing is read. */
  description?: string | undefined;
  /** Name of the exported files, without extension: `retards-des-clients`. */
  fileName: string;
  /** The same values as a table. */
  table: ExportedTable;
  /** Said instead of the chart when there is nothing to draw. */
  empty: string;
  /** Height of the drawing in CSS pixels; each chart has its own when left out. */
  height?: number | undefined;
}

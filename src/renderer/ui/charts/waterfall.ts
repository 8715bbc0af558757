/** One step of a bridge, in cents. */
export interface BridgeStep {
  key: string;
  label: string;
  amountMinor: number;
  open?: (() => void) | undefined;
}

/** A bar of a bridge, from the level before it to the level after it. */
export interface BridgeBar extends BridgeStep {
  kind: "opening" | "up" | "down" | "closing";
  fromMinor: number;
  toMinor: number;
}

interface Bridge {
  opening: Omit<BridgeStep, "key">;
  steps: readonly BridgeStep[];
  closingLabel: string;
  openClosing?: (() => void) | undefined;
}

/** The bars of a bridge; the closing is the exact sum of what leads to it, never told apart. */
export function bridgeBars({ opening, steps, closingLabel, openClosing }: Bridge): BridgeBar[] {
  let level = opening.amountMinor;
  const first = {
    ...opening,
    key: "opening",
    kind: "opening" as const,
    fromMinor: 0,
    toMinor: level,
  };
  const moves = steps.map((step) => {
    const fromMinor = level;
    level += step.amountMinor;
    const kind = step.amountMinor < 0 ? ("down" as const) : ("up" as const);
    return { ...step, kind, fromMinor, toMinor: level };
  });
  const closing = {
    key: "closing",
    kind: "closing" as const,
    label: closingLabel,
    open: openClosing,
  };
  return [first, ...moves, { ...closing, amountMinor: level, fromMinor: 0, toMinor: level }];
}

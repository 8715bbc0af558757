/** How a command ended. */
export type Outcome =
  | { done: unknown }
  | { refused: { code: string; facts: object } }
  | { usage: string }
  /** The reference under which the office logged it, or what is known of it. */
  | { fault: string };

/** The process's exit code for each way of ending. */
export const EXIT_CODES = { done: 0, refused: 1, usage: 2, fault: 3 } as const;

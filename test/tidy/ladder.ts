/** Domains of the main process from the ground up; those of one row are siblings. */
const LADDER: readonly (readonly string[])[] = [
  ["contract"],
  ["base"],
  ["store"],
  ["security", "automation"],
  ["ledger"],
  ["parties"],
  ["invoicing", "purchases", "banking"],
  ["reconciliation"],
  ["treasury", "exports"],
  ["assistant"],
  ["providers"],
  ["book", "doors", "app"],
];

/** Rungs where the domains work together: automation over security, and the top of the house. */
const OPEN_RUNGS = new Set([3, LADDER.length - 1]);

export interface Rung {
  domain: string;
  rung: number;
}

/** Where a source file stands. The renderer and the preload stand apart: contract or themselves. */
export function rungOf(file: string): Rung {
  const [, root = "", domain = ""] = file.split("/");
  if (root === "contract") return { domain: "contract", rung: 0 };
  if (root !== "main") return { domain: root, rung: 1 };
  const at = LADDER.findIndex((names) => names.includes(domain));
  return at === -1 ? { domain: "app", rung: LADDER.length - 1 } : { domain, rung: at };
}

/** Two different domains of one rung that must not know each other. */
export function sameRung(a: Rung, b: Rung): boolean {
  return a.rung === b.rung && a.domain !== b.domain && !OPEN_RUNGS.has(a.rung);
}

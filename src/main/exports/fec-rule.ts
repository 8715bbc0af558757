import type { FecLevel, FecSeverity } from "./fec-findings.ts";

/** The facts of a sentence once they are readable text; what is not told is empty. */
export interface ShownFacts {
  column: string;
  value: string;
  expected: string;
}

/** A rule of the checker: how grave its breach is, where it stands, and its two sentences. */
export interface FecRule {
  level: FecLevel;
  severity: FecSeverity;
  source: string;
  fr: (facts: ShownFacts) => string;
  en: (facts: ShownFacts) => string;
}

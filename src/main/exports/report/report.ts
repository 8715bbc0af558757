import type { StatementColumn, StatementRow } from "#contract/statements.ts";

/** What every file of a statement is made from: a head, and rows as they are read. */
export interface Report {
  title: string;
  company: string;
  filter: readonly string[];
  columns: readonly StatementColumn[];
  rows: Iterable<StatementRow>;
  language: "fr" | "en";
  /** Day on which it is made. */
  madeOn: string;
}

import type { StatementAsked, StatementColumn, StatementRow } from "#contract/statements.ts";

/** A statement being drawn: its head at once, its rows as they are read. */
export interface StatementSheet {
  title: string;
  filter: string[];
  columns: StatementColumn[];
  /** Rows after a key (a row's id), in order. */
  rows: (after?: string) => Iterable<StatementRow>;
}

/** Words in the language of the statement. */
export function say(asked: Pick<StatementAsked, "language">, fr: string, en: string): string {
  return asked.language === "fr" ? fr : en;
}

export function textColumn(key: string, label: string, share: number): StatementColumn {
  return { key, label, type: "text", share };
}

export function moneyColumn(key: string, label: string, share = 2): StatementColumn {
  return { key, label, type: "money", share };
}

/** Rows of a list that is short enough to be made at once, from after a key on. */
export function fromList(list: readonly StatementRow[]): StatementSheet["rows"] {
  return (after) => {
    if (after === undefined) return list;
    return list.slice(list.findIndex((row) => row.id === after) + 1);
  };
}

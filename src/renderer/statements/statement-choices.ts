import type { FiscalYear } from "#contract/book.ts";
import type { StatementAsked, StatementName } from "#contract/statements.ts";

/** What the person chose; dates left out are those of the newest fiscal year. */
export interface StatementChoices {
  name: StatementName;
  fromOn: string | undefined;
  toOn: string | undefined;
  journal: string;
  account: string;
  partyKind: "customer" | "supplier";
  compareWith: "none" | "previous" | "budget";
}

/** The question that the choices make; undefined without a fiscal year. */
export function askedOf(
  choices: StatementChoices,
  year: FiscalYear | undefined,
  language: "fr" | "en",
): StatementAsked | undefined {
  const { journal, account, ...rest } = choices;
  const fromOn = choices.fromOn ?? year?.startsOn;
  const toOn = choices.toOn ?? year?.endsOn;
  if (fromOn === undefined || toOn === undefined) return undefined;
  const isLines = choices.name === "journal" || choices.name === "ledger";
  return {
    ...rest,
    ...{ fromOn, toOn, language },
    ...(choices.name === "journal" && journal !== "" ? { journal } : {}),
    ...((isLines || choices.name === "balance") && /^\d+$/.test(account) ? { account } : {}),
  };
}

import { type FecLawCheck, type FecLawFacts, kept } from "./fec-law-check.ts";
import type { FecRow } from "./fec-row.ts";

/** Accounts: each belongs to the chart, keeps one label, and its auxiliary account has one too. */
export class FecLawAccounts implements FecLawCheck {
  readonly #facts: FecLawFacts;
  readonly #labels = new Map<string, string>();

  constructor(facts: FecLawFacts) {
    this.#facts = facts;
  }

  row(row: FecRow): void {
    const { findings } = this.#facts;
    const { account, line } = row;
    const label = this.#labels.get(account);
    if (label === undefined) this.#meet(row);
    else if (label !== row.accountLabel) {
      findings.add("law.account-label", { line, value: row.accountLabel, expected: label });
    }
    if ((row.party === "") !== (row.partyLabel === "")) {
      findings.add("law.party-label", { line, value: row.party || row.partyLabel });
    }
  }

  /** Each account was judged when first met: nothing is left to say. */
  end(): void {}

  #meet(row: FecRow): void {
    const { findings, knownAccounts } = this.#facts;
    this.#labels.set(kept(row.account), kept(row.accountLabel));
    if (row.account === "") return;
    const digits = /^\d{3}/.test(row.account);
    const root = knownAccounts === undefined ? "" : chartRoot(row.account, knownAccounts);
    if (root === undefined || !digits) {
      findings.add("law.account-chart", { line: row.line, value: row.account });
    } else if (knownAccounts === undefined) {
      return;
    } else if (root.length < 3 && subdivided(root, knownAccounts)) {
      const facts = { line: row.line, value: row.account, expected: root };
      findings.add("law.account-subdivision", facts);
    }
  }
}

/** The longest beginning of an account, of two digits or more, that the chart knows. */
function chartRoot(account: string, known: ReadonlySet<string>): string | undefined {
  for (let length = account.length; length >= 2; length--) {
    const start = account.slice(0, length);
    if (known.has(start)) return start;
  }
  return undefined;
}

/** True when the chart itself divides a two-digit account (51 yes, 53 no). */
function subdivided(root: string, known: ReadonlySet<string>): boolean {
  return [..."0123456789"].some((digit) => known.has(root + digit));
}

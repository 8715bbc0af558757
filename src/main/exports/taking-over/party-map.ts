import { partyKindOf } from "#main/ledger/party-accounts.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import type { Transaction } from "#main/store/book.ts";
import type { TakenRow } from "./taken-row.ts";

/** A party that the lines of a file name. */
export interface MappedParty {
  id: number;
  code: string;
  name: string;
  isNew: boolean;
}

/**
 * Gives the lines on party accounts their party, by kind and code: the file's auxiliary account,
 * else the account itself where a package keeps one account per party (`411DUPONT`).
 */
export class PartyMap {
  readonly #tx: Transaction;
  readonly #known = new Map<string, MappedParty>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  /** @returns nothing for an account that is not kept per party */
  of(row: TakenRow, account: string): MappedParty | undefined {
    const kind = partyKindOf(account);
    if (kind === undefined) return undefined;
    const code = row.party || account;
    const key = `${kind}\t${code}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = row.partyLabel || (row.party === "" ? row.accountLabel : "") || code;
    const before = this.#tx
      .reading("SELECT 1 FROM party WHERE kind = ? AND code = ?")
      .get(kind, code);
    const id = ensureParty(this.#tx, { kind, code, name });
    const made = { id, code, name, isNew: before === undefined };
    this.#known.set(key, made);
    return made;
  }

  all(): MappedParty[] {
    return [...this.#known.values()];
  }
}

import type { Transaction } from "#main/store/book.ts";
import { followingCode, lastCode } from "../lettering.ts";

/** Gives full letters to groups known to net to zero, remembering each party's last code. */
export class CodeBook {
  readonly #tx: Transaction;
  readonly #last = new Map<string, string | undefined>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  letter(group: {
    account: string;
    partyId: number;
    letteredOn: string;
    lineIds: readonly number[];
  }): string {
    const { account, partyId } = group;
    const key = `${account} ${partyId}`;
    const last = this.#last.has(key) ? this.#last.get(key) : lastCode(this.#tx, group, "[A-Z]*");
    const code = last === undefined ? "AA" : followingCode(last);
    this.#last.set(key, code);
    const { lastInsertRowid } = this.#tx
      .writing("INSERT INTO lettering (account, party_id, code, lettered_on) VALUES (?, ?, ?, ?)")
      .run(account, partyId, code, group.letteredOn);
    const insert = this.#tx.writing(
      "INSERT INTO lettering_line (line_id, lettering_id) VALUES (?, ?)",
    );
    for (const lineId of group.lineIds) insert.run(lineId, lastInsertRowid);
    return code;
  }
}

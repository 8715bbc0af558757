import type { ImportReport } from "#contract/procedure.ts";
import type { RefusedRow } from "#main/base/table/refused-row.ts";
import { refuseRow } from "#main/base/table/refused-row.ts";
import type { Progress, Transaction } from "#main/store/book.ts";
import type { BankAccountRow } from "./bank-accounts.ts";
import { fingerprintLines } from "./statement/fingerprint-lines.ts";
import { type JoinedLine, joinLines } from "./statement/join-lines.ts";
import type { StatementLine } from "./statement/parsed-statement.ts";

const BATCH = 1000;

/** What became of the lines that an import brought to an account. */
export interface Intake {
  added: number;
  already: number;
  refused: RefusedRow[];
  notes: ImportReport["notes"];
}

/**
 * Adds to an account the lines that it does not have yet. A line that the book knows from
 * another file or format is passed over and lends its bank ids; one that only looks like a known
 * line is added and named in the notes.
 */
export function* takeLines(
  tx: Transaction,
  asked: {
    account: BankAccountRow;
    lines: readonly StatementLine[];
    importRunId: number;
    fileName: string;
  },
): Generator<Progress, Intake, void> {
  const { account, fileName } = asked;
  const intake: Intake = { added: 0, already: 0, refused: [], notes: [] };
  const lines = asked.lines.filter((l) => {
    if (l.currency === account.currency) return true;
    const { line, currency } = l;
    const facts = { file: fileName, line, currency, expected: account.currency };
    intake.refused.push(refuseRow("banking.currency", facts));
    return false;
  });
  const key = account.iban ?? account.account;
  const known = knownLines(tx, account.id, lines);
  const joins = joinLines(key, known, lines);
  const prints = fingerprintLines(key, lines);
  const insert = new LineInsert(tx, asked);
  for (const [i, line] of lines.entries()) {
    if (i % BATCH === 0) yield { stage: "bank-lines", done: i, total: lines.length };
    const join = joins[i] ?? { state: "new" };
    if (join.state === "known") {
      intake.already++;
      insert.keys(known[join.knownIndex]!.id, line.bankIds);
      continue;
    }
    insert.line(line, prints[i]!);
    intake.added++;
    if (join.state === "doubtful") {
      const facts = { line: line.line, label: line.label, amountMinor: line.amountMinor };
      intake.notes.push({ code: "banking.probable-twin", facts });
    }
  }
  return intake;
}

type KnownLine = JoinedLine & { id: number };

function knownLines(
  tx: Transaction,
  bankAccountId: number,
  incoming: readonly StatementLine[],
): KnownLine[] {
  let from = "9999-12-31";
  let to = "";
  for (const { bookedOn } of incoming) {
    if (bookedOn < from) from = bookedOn;
    if (bookedOn > to) to = bookedOn;
  }
  const rows = tx
    .reading(
      "SELECT id, booked_on AS bookedOn, amount_minor AS amountMinor, label, reference, " +
        "(SELECT json_group_array(key) FROM bank_line_key k WHERE k.bank_line_id = b.id " +
        "AND k.bank_account_id = b.bank_account_id) AS keys " +
        "FROM bank_line b WHERE bank_account_id = ? AND booked_on BETWEEN ? AND ? ORDER BY id",
    )
    .all(bankAccountId, from, to) as (Omit<KnownLine, "bankIds"> & { keys: string })[];
  return rows.map(({ keys, ...row }) => ({ ...row, bankIds: JSON.parse(keys) as string[] }));
}

class LineInsert {
  readonly #tx: Transaction;
  readonly #accountId: number;
  readonly #importRunId: number;

  constructor(tx: Transaction, at: { account: BankAccountRow; importRunId: number }) {
    this.#tx = tx;
    this.#accountId = at.account.id;
    this.#importRunId = at.importRunId;
  }

  line(line: StatementLine, fingerprint: string): void {
    const { lastInsertRowid } = this.#tx
      .writing(
        "INSERT INTO bank_line (bank_account_id, booked_on, value_on, amount_minor, currency, " +
          "label, counterparty_name, counterparty_iban, reference, fingerprint, import_run_id) " +
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .run(
        this.#accountId,
        line.bookedOn,
        line.valueOn ?? null,
        line.amountMinor,
        line.currency,
        line.label,
        line.counterpartyName ?? null,
        line.counterpartyIban ?? null,
        line.reference ?? null,
        fingerprint,
        this.#importRunId,
      );
    this.keys(Number(lastInsertRowid), line.bankIds);
  }

  /** Keeps every id that the bank gives a line, so that no later file brings it again. */
  keys(bankLineId: number, bankIds: readonly string[]): void {
    const insert = this.#tx.writing(
      "INSERT INTO bank_line_key (bank_account_id, key, bank_line_id) VALUES (?, ?, ?) " +
        "ON CONFLICT DO NOTHING",
    );
    for (const id of bankIds) insert.run(this.#accountId, id, bankLineId);
  }
}

import { addDays } from "#contract/date.ts";
import type { ImportReport } from "#contract/procedure.ts";
import { closeImport, type ImportedFile, openImport } from "#main/automation/import-run.ts";
import { isRefusal } from "#main/base/refusal.ts";
import type { RefusedRow } from "#main/base/table/refused-row.ts";
import { documentInEuro } from "#main/ledger/currency/document-in-euro.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import type { Act, Transaction, Work } from "#main/store/book.ts";
import { DEFAULT_EXPENSE } from "./bill-entry.ts";
import { postBill } from "./post-bill.ts";
import { type BillDraft, readBills } from "./read-bills.ts";
import { countBills, countTwins } from "./rows.ts";

/** Default payment term where a bill names none: 30 days (C. com. L441-10 I). */
const DEFAULT_TERM_DAYS = 30;
const BATCH = 200;

/**
 * Imports supplier bills: each is posted with its VAT, once. A row repeated word for word
 * is refused and named; a second import of the file adds nothing.
 */
export function importBills(
  act: Act,
  file: ImportedFile,
  options: { preview: boolean; mapping?: Record<string, string> | undefined },
): Work<ImportReport> {
  return function* (tx) {
    const read = readBills(file, options.mapping === undefined ? {} : { mapping: options.mapping });
    if (isRefusal(read)) return read;
    const importRunId = openImport(tx, act, { kind: "bills", file });
    const intake = new BillIntake(tx, act, importRunId);
    for (const [i, draft] of read.bills.entries()) {
      if (i % BATCH === 0) yield { stage: "bills", done: i, total: read.bills.length };
      intake.take(draft);
    }
    return closeImport(tx, importRunId, {
      kind: "bills",
      fileName: file.name,
      preview: options.preview,
      found: read.bills.length + read.refused.length,
      added: intake.added,
      already: intake.already,
      refused: [...read.refused, ...intake.refused].map((r) => ({ ...r, facts: { ...r.facts } })),
      mapping: read.mapping,
      inBook: countBills(tx),
      notes: read.warnings.map(({ code, facts }) => ({ code, facts: { ...facts } })),
    });
  };
}

class BillIntake {
  added = 0;
  already = 0;
  readonly refused: RefusedRow[] = [];
  readonly #tx: Transaction;
  readonly #act: Act;
  readonly #importRunId: number;

  constructor(tx: Transaction, act: Act, importRunId: number) {
    this.#tx = tx;
    this.#act = act;
    this.#importRunId = importRunId;
  }

  take(read: BillDraft): void {
    const draft = documentInEuro(this.#tx, read);
    if (isRefusal(draft)) {
      this.refused.push({ line: read.line, code: draft.code, facts: draft.facts });
      return;
    }
    const partyId = ensureParty(this.#tx, {
      kind: "supplier",
      code: draft.supplierCode,
      name: draft.supplierName,
      siren: draft.supplierSiren,
      vatNumber: draft.supplierVat,
      iban: draft.supplierIban,
    });
    const { number, issuedOn, grossMinor } = draft;
    if (countTwins(this.#tx, { partyId, number, issuedOn, grossMinor }) > 0) this.already++;
    else this.#post(draft, partyId);
  }

  #post(draft: BillDraft, partyId: number): void {
    const posted = postBill(this.#tx, this.#act, {
      bill: { ...draft, expenseAccount: draft.expenseAccount ?? DEFAULT_EXPENSE },
      partyId,
      dueOn: draft.dueOn ?? addDays(draft.issuedOn, DEFAULT_TERM_DAYS),
      importRunId: this.#importRunId,
    });
    if (isRefusal(posted)) {
      this.refused.push({ line: draft.line, code: posted.code, facts: posted.facts });
    } else {
      this.added++;
    }
  }
}

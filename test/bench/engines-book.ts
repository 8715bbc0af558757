import type Database from "better-sqlite3";
import { addDays, weekday } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { ensureAccount } from "#main/ledger/open-account.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

const FIRST_ON = "2025-01-01";
const DAYS = 1095;
/** The book ends here; what would be paid later stays open. */
export const ENGINES_BOOK_ENDS_ON = "2027-12-31";
const SIZES = {
  invoices: 50_000,
  bills: 20_000,
  bankLines: 200_000,
  customers: 800,
  suppliers: 300,
};
/** One bank line in three is left unmatched, as in a book where somebody is behind. */
const UNMATCHED = 0.33;
const NUMBERS = ["411000", "401000", "706000", "706100", "445711", "445660", "607000", "606400"];
const COSTS = ["613200", "616000", "622600", "625100", "626000", "627000", "641100", "645100"];
const PAYEES = "LOYER SCI,ASSURANCE MAIF,ORANGE,EDF,URSSAF,PAIE,SNCF,AMAZON,TOTAL,OVH".split(",");

interface Line {
  account: string;
  partyId?: number;
  debitMinor: number;
  creditMinor: number;
}

/**
 * A seeded company of 50,000 invoices, 20,000 bills and 200,000 bank lines over three years, put
 * into the book's tables at once: every entry balances, every sum is that of its rows.
 */
export async function enginesBook(): Promise<CoreBook> {
  const core = await coreBook({
    years: ["2025", "2026", "2027"].map((y) => ({ startsOn: `${y}-01-01`, endsOn: `${y}-12-31` })),
  });
  const opened = await core.book.transact(core.act, (tx) => {
    for (const number of [...NUMBERS, ...COSTS]) {
      const refused = ensureAccount(tx, { number, label: `Compte ${number}` });
      if (isRefusal(refused)) return refused;
    }
    return { result: null, audit: { subject: "bench" } };
  });
  if (isRefusal(opened)) throw new Error(opened.code);
  const { database } = core;
  database.pragma("foreign_keys = OFF");
  database.pragma("synchronous = OFF");
  database.transaction(() => new BookFiller(database).fill())();
  database.exec("ANALYZE");
  database.pragma("foreign_keys = ON");
  return core;
}

class BookFiller {
  readonly #db: Database.Database;
  readonly #next = random(11).next;
  readonly #numbers = new Map<string, number>();
  #entryId = 0;
  #bankLineId = 0;
  #matchId = 0;

  constructor(database: Database.Database) {
    this.#db = database;
  }

  fill(): void {
    this.#db.exec(
      "INSERT INTO import_run (id, kind, file_name, sha256, report, at_ms, person) " +
        "VALUES (1, 'bench', 'bench', zeroblob(32), '{}', 0, 'bench');" +
        "INSERT INTO bank_account (id, name, account, journal, opening_minor) " +
        "SELECT 1, 'Banque', '512001', code, 50000000 FROM journal WHERE kind = 'bank' LIMIT 1",
    );
    for (const [kind, count] of [
      ["customer", SIZES.customers],
      ["supplier", SIZES.suppliers],
    ] as const) {
      for (let i = 0; i < count; i++) {
        const name = `${kind === "customer" ? "Client" : "Fournisseur"} ${i}`;
        this.#run("INSERT INTO party (kind, code, name) VALUES (?, ?, ?)", kind, `B${i}`, name);
      }
    }
    this.#trade("invoice", SIZES.invoices);
    this.#trade("bill", SIZES.bills);
    while (this.#bankLineId < SIZES.bankLines) this.#otherLine();
    this.#db.exec(
      "INSERT INTO balance SELECT e.fiscal_year_id, l.account, substr(l.dated_on, 1, 7), e.journal, " +
        "sum(l.debit_minor), sum(l.credit_minor) FROM line l JOIN entry e ON e.id = l.entry_id " +
        "GROUP BY 1, 2, 3, 4",
    );
  }

  /** Invoices or bills, each paid some days late unless the book ends before. */
  #trade(table: "invoice" | "bill", count: number): void {
    const isSale = table === "invoice";
    const parties = this.#db
      .prepare("SELECT id FROM party WHERE kind = ? ORDER BY id")
      .pluck()
      .all(isSale ? "customer" : "supplier") as number[];
    for (let id = 1; id <= count; id++) {
      const issuedOn = addDays(FIRST_ON, Math.floor(((id - 1) * DAYS) / count));
      const partyId = parties[Math.floor(parties.length * this.#next() ** 2)] ?? 1;
      const dueOn = addDays(issuedOn, [30, 45, 60][partyId % 3] ?? 30);
      const netMinor = 1000 + Math.floor(500_000 * this.#next() ** 3);
      const vatMinor = Math.round(netMinor / 5);
      const grossMinor = netMinor + vatMinor;
      const [third, result, tax] = isSale
        ? ["411000", this.#next() < 0.7 ? "706000" : "706100", "445711"]
        : ["401000", this.#next() < 0.6 ? "607000" : "606400", "445660"];
      const entryId = this.#post(isSale ? "VE" : "AC", issuedOn, [
        sided(third, isSale ? grossMinor : -grossMinor, partyId),
        sided(result, isSale ? -netMinor : netMinor),
        sided(tax, isSale ? -vatMinor : vatMinor),
      ]);
      const common = [id, `${isSale ? "FA" : "FF"}-${id}`, partyId, issuedOn, dueOn];
      const amounts = [netMinor, vatMinor, grossMinor, entryId];
      this.#run(
        `INSERT INTO ${table} (id, kind, number, party_id, issued_on, due_on, label, vat_treatment, ` +
          `net_minor, vat_minor, gross_minor, entry_id${isSale ? "" : ", expense_account"}) ` +
          `VALUES (?, 'invoice', ?, ?, ?, ?, 'Bench', 'standard', ?, ?, ?, ?${isSale ? "" : ", ?"})`,
        ...[...common, ...amounts, ...(isSale ? [] : [result])],
      );
      const lateDays = Math.round((partyId % 17) + 40 * this.#next() ** 3 - 3);
      const paidOn = workday(addDays(dueOn, lateDays));
      if (paidOn > ENGINES_BOOK_ENDS_ON || this.#next() < 0.01) continue;
      const bankLineId = this.#bankLine(paidOn, isSale ? grossMinor : -grossMinor, {
        label: isSale ? `VIR SEPA CLIENT ${partyId} FA-${id}` : `PRLV FOURNISSEUR ${partyId} ${id}`,
      });
      const matchId = this.#match(bankLineId, paidOn, {
        ...sided(third, isSale ? -grossMinor : grossMinor, partyId),
      });
      this.#run(
        "INSERT INTO match_allocation (match_id, item_kind, item_id, amount_minor) VALUES (?, ?, ?, ?)",
        ...[matchId, table, id, grossMinor],
      );
    }
  }

  /** What the bank takes by itself: rents, wages, cards, fees. */
  #otherLine(): void {
    const on = workday(addDays(FIRST_ON, Math.floor(DAYS * this.#next())));
    if (on > ENGINES_BOOK_ENDS_ON) return;
    const payee = Math.floor(this.#next() * PAYEES.length);
    const site = Math.floor(40 * this.#next());
    const amountMinor = 0 - (500 + 1000 * payee + Math.floor(4000 * this.#next() ** 2));
    const label = `${PAYEES[payee]} SITE ${"ABCDEFGHIJ"[site % 10]}${site} ${on.slice(2, 7)}`;
    const id = this.#bankLine(on, amountMinor, { label });
    if (this.#next() < UNMATCHED) return;
    this.#match(id, on, sided(COSTS[payee % COSTS.length] ?? "613200", -amountMinor));
  }

  #bankLine(on: string, amountMinor: number, { label }: { label: string }): number {
    const id = ++this.#bankLineId;
    this.#run(
      "INSERT INTO bank_line (id, bank_account_id, booked_on, amount_minor, currency, label, " +
        "fingerprint, import_run_id) VALUES (?, 1, ?, ?, 'EUR', ?, ?, 1)",
      ...[id, on, amountMinor, label, `b${id}`],
    );
    return id;
  }

  #match(bankLineId: number, on: string, other: Line): number {
    const bank = sided("512001", other.creditMinor - other.debitMinor);
    const entryId = this.#post("BQ", on, [bank, other]);
    const id = ++this.#matchId;
    this.#run(
      "INSERT INTO match (id, bank_line_id, made_by, reasons, entry_id, at_ms, person) " +
        "VALUES (?, ?, 'engine', '[]', ?, 0, 'bench')",
      ...[id, bankLineId, entryId],
    );
    return id;
  }

  #post(journal: string, on: string, lines: readonly Line[]): number {
    const id = ++this.#entryId;
    for (const [i, { account, partyId, debitMinor, creditMinor }] of lines.entries()) {
      this.#run(
        "INSERT INTO line (id, entry_id, position, dated_on, account, party_id, label, " +
          "debit_minor, credit_minor) VALUES (?, ?, ?, ?, ?, ?, 'Bench', ?, ?)",
        ...[id * 65_536 + i + 1, id, i + 1, on, account, partyId ?? null, debitMinor, creditMinor],
      );
    }
    const year = on.slice(0, 4);
    const number = (this.#numbers.get(year) ?? 0) + 1;
    this.#numbers.set(year, number);
    this.#run(
      "INSERT INTO entry (id, fiscal_year_id, number, journal, dated_on, piece_ref, piece_on, " +
        "label, posted_on, posted_at_ms, hash) VALUES (?, ?, ?, ?, ?, ?, ?, 'Bench', ?, 0, zeroblob(32))",
      ...[id, Number(year) - 2024, number, journal, on, `P${id}`, on, on],
    );
    return id;
  }

  readonly #statements = new Map<string, Database.Statement>();
  #run(sql: string, ...values: unknown[]): void {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    known.run(...values);
  }
}

/** A line of an entry: debit where positive, credit where negative. */
function sided(account: string, minor: number, partyId?: number): Line {
  return {
    ...{ account, debitMinor: Math.max(0, minor), creditMinor: Math.max(0, -minor) },
    ...(partyId === undefined ? {} : { partyId }),
  };
}

/** The day itself, or the Monday after it. */
function workday(on: string): string {
  const day = weekday(on);
  return day === 6 ? addDays(on, 2) : day === 0 || day === 7 ? addDays(on, 1) : on;
}

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { verifyBook } from "#main/book/verify-book.ts";
import { ledgerChecks } from "#main/ledger/checks.ts";
import type { EntryDraft } from "#main/ledger/model.ts";
import { reverseEntry } from "#main/ledger/reverse-entry.ts";
import { trialBalance } from "#main/ledger/trial-balance.ts";
import { type CoreBook, coreBook, sale } from "./core-book.ts";

let core: CoreBook;
beforeEach(async () => {
  core = await coreBook();
});
afterEach(() => core.remove());

const codeOf = async (draft: EntryDraft) => {
  const posted = await core.post(draft);
  return isRefusal(posted) ? posted.code : "posted";
};

function verified() {
  const steps = verifyBook(core.book.read, ledgerChecks);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe("posting refuses in its order of precedence", () => {
  it("mended one fault at a time, an entry gives each refusal in turn", async () => {
    core.database.prepare("UPDATE period SET state = 'closed' WHERE month = '2026-02'").run();
    const good = sale(core.customerId);
    const [first, second, third] = good.lines as [
      (typeof good.lines)[0],
      (typeof good.lines)[0],
      (typeof good.lines)[0],
    ];
    const { partyId: _, ...noParty } = first;
    const bothSides = { ...second, debitMinor: 1 };
    const unknown = { ...third, account: "999999" };
    const base = { ...good, journal: "ZZ", pieceRef: " ", datedOn: "2026-02-10" };
    const open = { ...base, datedOn: "2026-03-02" };
    const table: [string, EntryDraft][] = [
      ["ledger.unknown-account", { ...base, lines: [unknown] }],
      ["ledger.closed-period", { ...base, lines: [bothSides] }],
      ["ledger.no-fiscal-year", { ...base, datedOn: "2031-01-01", lines: [bothSides] }],
      ["ledger.too-few-lines", { ...open, lines: [bothSides] }],
      ["ledger.one-side", { ...open, lines: [noParty, bothSides] }],
      ["ledger.unbalanced", { ...open, lines: [noParty, second] }],
      ["ledger.missing-piece", { ...open, lines: [noParty, second, third] }],
      ["ledger.missing-party", { ...open, pieceRef: "FA-1", lines: [noParty, second, third] }],
      ["ledger.unknown-journal", { ...open, pieceRef: "FA-1", lines: good.lines }],
      ["posted", good],
    ];
    const given: string[] = [];
    for (const [, draft] of table) given.push(await codeOf(draft));
    expect(given).toEqual(table.map(([code]) => code));
  });

  it("gives numbers one after the other, and none to what was refused", async () => {
    const numbers: (number | string)[] = [];
    for (const pieceRef of ["A", "", "B", "C"]) {
      const posted = await core.post({ ...sale(core.customerId), pieceRef });
      numbers.push(isRefusal(posted) ? posted.code : posted.number);
    }
    expect(numbers).toEqual([1, "ledger.missing-piece", 2, 3]);
  });
});

describe("posted entries", () => {
  it.each([
    ["UPDATE entry SET label = 'x'", "never change"],
    ["DELETE FROM entry", "never deleted"],
    ["UPDATE line SET debit_minor = 1 WHERE debit_minor > 0", "never change"],
    ["DELETE FROM line", "never deleted"],
    ["UPDATE audit SET person = 'x'", "never change"],
    ["DELETE FROM audit", "never deleted"],
    ["REPLACE INTO line SELECT * FROM line LIMIT 1", "takes no further line"],
  ])("refuse %s even from the application's own connection", async (sql, words) => {
    await core.post(sale(core.customerId));
    expect(() => core.database.exec(sql)).toThrow(words);
  });

  it("refuse a number out of sequence, and an entry that does not balance", async () => {
    await core.post(sale(core.customerId));
    const insert = (number: number, debit: number) => () =>
      core.database.transaction(() => {
        const line = core.database.prepare(
          "INSERT INTO line (id, entry_id, position, dated_on, account, label, debit_minor, " +
            "credit_minor) VALUES (?, 9, ?, '2026-03-02', '512001', 'x', ?, ?)",
        );
        line.run(9 * 65_536 + 1, 1, debit, 0);
        line.run(9 * 65_536 + 2, 2, 0, 100);
        core.database
          .prepare(
            "INSERT INTO entry SELECT 9, fiscal_year_id, ?, journal, dated_on, piece_ref, " +
              "piece_on, label, posted_on, posted_at_ms, NULL, NULL, NULL, hash FROM entry",
          )
          .run(number);
      })();
    expect(insert(7, 100)).toThrow("entry numbers follow one another");
    expect(insert(2, 99)).toThrow("an entry balances");
    expect(verified().sound).toBe(true);
  });

  it("are reversed once, lettered with their mirror, and leave nothing in the balance", async () => {
    const posted = await core.post(sale(core.customerId));
    if (isRefusal(posted)) throw new Error(posted.code);
    const reverse = () =>
      core.book.transact(core.act, (tx) => {
        const done = reverseEntry(tx, core.act, { entryId: posted.entryId, datedOn: "2026-04-01" });
        return isRefusal(done) ? done : { result: done, audit: { subject: "reverse" } };
      });
    const first = await reverse();
    const second = await reverse();
    expect(isRefusal(first)).toBe(false);
    expect(isRefusal(second) && second.code).toBe("ledger.already-reversed");
    const { rows } = trialBalance(core.book.read, { fiscalYearId: posted.fiscalYearId });
    expect(rows.map((r) => r.balanceMinor)).toEqual([0, 0, 0]);
    expect(verified().sound).toBe(true);
  });
});

describe("the chains", () => {
  const tamper = [
    ["an amount", "UPDATE line SET debit_minor = debit_minor + 1 WHERE debit_minor > 0"],
    ["a label", "UPDATE line SET label = 'x' WHERE position = 2"],
    ["a date", "UPDATE entry SET piece_on = '2026-03-01' WHERE number = 2"],
    ["an account", "UPDATE line SET account = '707' WHERE account = '706000'"],
    ["a number", "UPDATE entry SET number = 5 WHERE number = 3"],
  ] as const;
  it.each(tamper)("name the first entry where %s was changed", async (_, sql) => {
    for (let i = 0; i < 3; i++) await core.post(sale(core.customerId));
    for (const name of ["entry_unchanged", "line_unchanged"]) {
      core.database.exec(`DROP TRIGGER ${name}`);
    }
    core.database.exec(sql);
    const ledger = verified().chains.find((c) => c.chain === "ledger");
    expect(ledger?.sound).toBe(false);
    expect(ledger?.brokenAt).toMatch(/^2026-01-01\/[123]$/);
  });

  it("name the audit line that was changed or taken away", async () => {
    for (let i = 0; i < 3; i++) await core.post(sale(core.customerId));
    core.database.exec("DROP TRIGGER audit_unchanged; DROP TRIGGER audit_kept");
    core.database.exec("UPDATE audit SET subject = 'x' WHERE id = 3");
    expect(verified().chains.find((c) => c.chain === "audit")?.brokenAt).toBe("3");
    core.database.exec("DELETE FROM audit WHERE id = 2");
    expect(verified().chains.find((c) => c.chain === "audit")?.brokenAt).toBe("2");
  });
});

import type { EntryDraft } from "#main/ledger/model.ts";

/** Keeps balances in a Map, knowing nothing of how the ledger does it. */
export class Auditor {
  readonly #balances = new Map<string, number>();
  readonly #numbers = new Map<string, number>();

  /** What posting should answer: the next number of the year, or the code of its refusal. */
  expect(draft: EntryDraft): number | string {
    const year = draft.datedOn.slice(0, 4);
    const sum = (side: "debitMinor" | "creditMinor") =>
      draft.lines.reduce((n, l) => n + l[side], 0);
    if (draft.lines.some((l) => l.account === "999999")) return "ledger.unknown-account";
    if (year !== "2025" && year !== "2026") return "ledger.no-fiscal-year";
    if (draft.lines.length < 2) return "ledger.too-few-lines";
    if (draft.lines.some((l) => l.debitMinor > 0 === l.creditMinor > 0)) return "ledger.one-side";
    if (sum("debitMinor") !== sum("creditMinor")) return "ledger.unbalanced";
    if (draft.pieceRef === "") return "ledger.missing-piece";
    const number = (this.#numbers.get(year) ?? 0) + 1;
    this.#numbers.set(year, number);
    for (const line of draft.lines) {
      const key = `${year} ${line.account}`;
      const before = this.#balances.get(key) ?? 0;
      this.#balances.set(key, before + line.debitMinor - line.creditMinor);
    }
    return number;
  }

  /** The balance of each account of a year that has moved. */
  balances(year: string): Map<string, number> {
    const own = [...this.#balances].filter(([key]) => key.startsWith(year));
    return new Map(own.map(([key, value]) => [key.slice(5), value]));
  }
}

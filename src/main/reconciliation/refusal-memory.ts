import type { ReadHandle } from "#main/store/handle.ts";
import type { BankLine } from "./bank-line-rows.ts";
import { foldText, readNameWords } from "./matching/label-words.ts";
import { candidateKey, type StoredCandidate } from "./stored-candidate.ts";

const DAY_MS = 86_400_000;
/** What a refusal takes from the score of the like, when fresh, and how it fades. */
const HEAVIEST = 0.35;
const FADING_DAYS = 45;
/** A person's no to these very items stands for a year. */
const STANDING_DAYS = 365;

interface Refused {
  bankLineId: number;
  items: string;
  atMs: number;
  label: string;
  counterpartyName: string | null;
}

/**
 * What people refused. The same candidate is not offered again for the same line within a year;
 * on lines that read alike, its party or account is weighed down by 0.35, fading by e every 45 days.
 */
export class RefusalMemory {
  readonly #hidden = new Set<string>();
  readonly #weights = new Map<string, number>();
  readonly #partyOf: (item: string) => string;

  constructor(read: ReadHandle, nowMs: number) {
    const party = {
      invoice: read.reading("SELECT party_id AS id FROM invoice WHERE id = ?"),
      bill: read.reading("SELECT party_id AS id FROM bill WHERE id = ?"),
    };
    this.#partyOf = (item) => {
      const [kind, id] = item.split(":");
      const row = party[kind as "invoice" | "bill"]?.get(Number(id)) as { id: number } | undefined;
      return row === undefined ? item.split(":", 2).join(":") : `party ${row.id}`;
    };
    for (const refused of refusals(read)) this.#remember(refused, nowMs);
  }

  /** Whether a person refused this very candidate for this line. */
  hides(line: BankLine, candidate: StoredCandidate): boolean {
    return this.#hidden.has(`${line.id} ${candidateKey(candidate)}`);
  }

  /** Candidates without the refused ones, weighed, best first. */
  weigh(line: BankLine, candidates: readonly StoredCandidate[]): StoredCandidate[] {
    const alike = likeness(line);
    return candidates
      .filter((c) => !this.hides(line, c))
      .map((c) => this.#weighed(c, alike))
      .sort((a, b) => b.score - a.score);
  }

  #weighed(candidate: StoredCandidate, alike: string): StoredCandidate {
    const weight = this.#weights.get(`${alike} ${this.#target(candidateKey(candidate))}`);
    if (weight === undefined) return candidate;
    const score = Math.max(0, Math.round((candidate.score - weight) * 10_000) / 10_000);
    const reason = { signal: "refused-before", value: "", weight: -weight };
    return { ...candidate, score, reasons: [...candidate.reasons, reason] };
  }

  #remember(refused: Refused, nowMs: number): void {
    const days = Math.max(0, (nowMs - refused.atMs) / DAY_MS);
    if (days <= STANDING_DAYS) this.#hidden.add(`${refused.bankLineId} ${refused.items}`);
    const weight = Math.round(HEAVIEST * Math.exp(-days / FADING_DAYS) * 10_000) / 10_000;
    if (weight < 0.01) return;
    const key = `${likeness(refused)} ${this.#target(refused.items)}`;
    this.#weights.set(key, Math.max(weight, this.#weights.get(key) ?? 0));
  }

  /** The party of the items, or the account with its party: what a refusal says no to at large. */
  #target(key: string): string {
    return this.#partyOf(key.split(" ")[0] ?? "");
  }
}

function refusals(read: ReadHandle): Refused[] {
  return read
    .reading(
      "SELECT r.bank_line_id AS bankLineId, r.items, r.at_ms AS atMs, b.label, " +
        "b.counterparty_name AS counterpartyName FROM match_refusal r " +
        "JOIN bank_line b ON b.id = r.bank_line_id",
    )
    .all() as Refused[];
}

/** Lines read alike when the bank writes the same words, whatever the numbers. */
function likeness(line: { label: string; counterpartyName: string | null }): string {
  const words = readNameWords(foldText(`${line.label} ${line.counterpartyName ?? ""}`));
  return words.filter((w) => !/\d/.test(w)).join(" ");
}

import { centsText, type FecLawCheck, type FecLawFacts, kept } from "./fec-law-check.ts";
import { isOpeningJournal } from "./fec-opening.ts";
import type { FecRow } from "./fec-row.ts";

interface LetterGroup {
  letter: string;
  sumMinor: number;
  line: number;
  lastDay: number;
}

/**
 * Lettering (lettrage): a letter has a date and a date has a letter; the lines of one account and
 * party under one letter net to zero. A letter in lower case is partial by usage and may stay
 * open. A group lettered after the closing date may have its other half in the next file, and one
 * whose account was carried forward may have it in the opening entry, unlettered.
 */
export class FecLawLettering implements FecLawCheck {
  readonly #facts: FecLawFacts;
  readonly #open = new Map<string, LetterGroup>();
  readonly #carried = new Set<string>();

  constructor(facts: FecLawFacts) {
    this.#facts = facts;
  }

  row(row: FecRow): void {
    if (isOpeningJournal(row.journal, row.journalLabel)) {
      this.#carried.add(kept(`${row.account}\t${row.party}`));
    }
    const { findings } = this.#facts;
    const { line, letter, letterDate } = row;
    const dated = letterDate.law !== "none";
    if (letter === "") {
      if (dated) findings.add("law.letter-missing", { line, value: dayValue(letterDate.day) });
      return;
    }
    if (!dated) findings.add("law.letter-date", { line, value: letter });
    if (!/[a-z]/.test(letter)) this.#add(row);
  }

  end(whole: boolean): void {
    const { findings, lastDay } = this.#facts;
    if (!whole) return;
    for (const [key, group] of this.#open) {
      if (lastDay > 0 && group.lastDay > lastDay) continue;
      const place = key.slice(0, key.lastIndexOf("\t"));
      const account = key.slice(0, key.indexOf("\t"));
      const carried = this.#carried.has(place) || this.#carried.has(`${account}\t`);
      findings.add(carried ? "law.letter-carried" : "law.letter-unbalanced", {
        line: group.line,
        value: `${group.letter} (${place.replace("\t", " ").trim()})`,
        expected: centsText(group.sumMinor),
      });
    }
  }

  /** Keeps only the groups that do not net to zero yet, so that memory follows open items. */
  #add(row: FecRow): void {
    const minor = row.debitMinor - row.creditMinor;
    if (Number.isNaN(minor)) return;
    const key = `${row.account}\t${row.party}\t${row.letter}`;
    const group = this.#open.get(key);
    if (group === undefined) {
      const { line, letterDate } = row;
      const letter = kept(row.letter);
      this.#open.set(kept(key), { letter, sumMinor: minor, line, lastDay: letterDate.day });
      return;
    }
    group.sumMinor += minor;
    group.lastDay = Math.max(group.lastDay, row.letterDate.day);
    if (group.sumMinor === 0) this.#open.delete(key);
  }
}

function dayValue(day: number): string {
  return day === 0 ? "" : String(day);
}

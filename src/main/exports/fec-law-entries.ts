import { centsText, dayText, type FecLawCheck, type FecLawFacts, kept } from "./fec-law-check.ts";
import { FecLawNumbers } from "./fec-law-numbers.ts";
import { isOpeningJournal } from "./fec-opening.ts";
import type { FecRow } from "./fec-row.ts";

interface CurrentEntry {
  journal: string;
  number: string;
  line: number;
  repeated: boolean;
  opening: boolean;
  day: number;
  validDay: number;
  sumMinor: number;
  result: boolean;
  income: boolean;
}

/** Entries not netted to zero are remembered up to this number; a file beyond it is broken. */
const UNBALANCED_KEPT = 100_000;

/**
 * Entries, each being the successive lines of one journal and number: balanced, one accounting
 * date and one validation date, in the year, openings first, in the order of validation, and no
 * clearing of classes 6 and 7.
 */
export class FecLawEntries implements FecLawCheck {
  readonly #facts: FecLawFacts;
  readonly #numbers: FecLawNumbers;
  readonly #unbalanced = new Map<string, { number: string; line: number; minor: number }>();
  #current: CurrentEntry | undefined;
  #ordinarySeen = false;
  #lastValidDay = 0;
  count = 0;

  constructor(facts: FecLawFacts) {
    this.#facts = facts;
    this.#numbers = new FecLawNumbers(facts);
  }

  row(row: FecRow): void {
    let entry = this.#current;
    if (entry === undefined || !continues(entry, row)) {
      this.#finish();
      entry = this.#start(row);
    } else {
      this.#sameDays(entry, row);
    }
    entry.sumMinor += row.debitMinor - row.creditMinor;
    const first = row.account.charCodeAt(0);
    if (first === 54 || first === 55) {
      entry.income = true;
      if (entry.opening) {
        this.#facts.findings.add("law.opening-result", { line: row.line, value: row.account });
      }
    } else if (first === 49 && row.account.charCodeAt(1) === 50) entry.result = true;
  }

  end(whole: boolean): void {
    this.#finish();
    this.#numbers.end();
    if (!whole) return;
    for (const { number, line, minor } of this.#unbalanced.values()) {
      const expected = centsText(minor);
      this.#facts.findings.add("law.entry-unbalanced", { line, value: number, expected });
    }
  }

  #start(row: FecRow): CurrentEntry {
    this.count++;
    const opening = isOpeningJournal(row.journal, row.journalLabel);
    const entry = {
      journal: row.journal,
      number: row.number,
      line: row.line,
      repeated: this.#numbers.entry({
        journal: row.journal,
        number: row.number,
        line: row.line,
        isOpening: opening,
      }),
      opening,
      day: row.date.day,
      validDay: row.validDate.day,
      sumMinor: 0,
      result: false,
      income: false,
    };
    this.#current = entry;
    this.#checkOrder(entry);
    this.#checkDays(entry);
    return entry;
  }

  #checkOrder(entry: CurrentEntry): void {
    const { findings } = this.#facts;
    const { line, number, validDay } = entry;
    if (entry.opening) {
      if (this.#ordinarySeen) findings.add("law.opening-first", { line, value: number });
      return;
    }
    this.#ordinarySeen = true;
    if (validDay === 0) return;
    if (validDay < this.#lastValidDay) {
      const [value, expected] = [dayText(validDay), dayText(this.#lastValidDay)];
      findings.add("law.validation-order", { line, value, expected });
    }
    this.#lastValidDay = validDay;
  }

  #checkDays(entry: CurrentEntry): void {
    const { findings, firstDay, lastDay, firstDayKnown } = this.#facts;
    const { day, validDay, line } = entry;
    if (day === 0) return;
    if ((firstDay > 0 && day < firstDay) || (lastDay > 0 && day > lastDay)) {
      const expected = `${dayText(firstDay)} – ${dayText(lastDay)}`.replace("–", "-");
      findings.add("law.entry-outside-year", { line, value: dayText(day), expected });
    } else if (entry.opening && firstDayKnown && day !== firstDay) {
      const expected = dayText(firstDay);
      findings.add("law.opening-date", { line, value: dayText(day), expected });
    }
    if (validDay > 0 && validDay < day) {
      const [value, expected] = [dayText(validDay), dayText(day)];
      findings.add("law.validation-before-entry", { line, value, expected });
    }
  }

  #sameDays(entry: CurrentEntry, row: FecRow): void {
    const { line, number: value } = row;
    if (row.date.day !== entry.day) this.#facts.findings.add("law.entry-dates", { line, value });
    if (row.validDate.day !== entry.validDay) {
      this.#facts.findings.add("law.entry-validations", { line, value });
    }
  }

  #finish(): void {
    const entry = this.#current;
    if (entry === undefined) return;
    const { number, line } = entry;
    if (entry.result && entry.income && entry.day === this.#facts.lastDay) {
      this.#facts.findings.add("law.closing-entry", { line, value: number });
    }
    if (entry.sumMinor !== 0 || entry.repeated) this.#settle(entry);
  }

  /** Lines of one entry that stand apart are added up before the entry is judged. */
  #settle(entry: CurrentEntry): void {
    if (Number.isNaN(entry.sumMinor)) return;
    const key = `${entry.journal}\t${entry.number}`;
    const minor = (this.#unbalanced.get(key)?.minor ?? 0) + entry.sumMinor;
    const line = this.#unbalanced.get(key)?.line ?? entry.line;
    if (minor === 0) this.#unbalanced.delete(key);
    else if (this.#unbalanced.size < UNBALANCED_KEPT) {
      this.#unbalanced.set(kept(key), { number: kept(entry.number), line, minor });
    }
  }
}

/** True for a further line of the entry; a line that lacks its journal follows its number. */
function continues(entry: CurrentEntry, { number, journal }: FecRow): boolean {
  if (entry.number !== number) return false;
  return entry.journal === journal || entry.journal === "" || journal === "";
}

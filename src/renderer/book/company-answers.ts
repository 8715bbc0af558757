import type { bookWords } from "#renderer/words/book.ts";
import type { Words } from "#renderer/words/words.ts";

/** What a person answered to the five questions, as typed. */
export interface CompanyAnswers {
  name: string;
  siren: string;
  startsOn: string | undefined;
  endsOn: string | undefined;
  bankName: string;
  iban: string;
  /** The account's balance on the first day of the year; undefined counts as none. */
  openingMinor: number | undefined;
  folder: string;
  passphrase: string;
  again: string;
}

/** The first answers proposed: the calendar year of today, nothing else. */
export function firstAnswers(todayOn: string): CompanyAnswers {
  const year = todayOn.slice(0, 4);
  return {
    name: "",
    siren: "",
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    bankName: "",
    iban: "",
    openingMinor: undefined,
    folder: "",
    passphrase: "",
    again: "",
  };
}

export type AnswerProblems = Partial<Record<keyof CompanyAnswers, string>>;

/** What is missing before asking the office, field by field; the office checks everything again. */
export function answerProblems(
  answers: CompanyAnswers,
  w: Words<typeof bookWords>,
): AnswerProblems {
  const { startsOn, endsOn, passphrase } = answers;
  const problems: AnswerProblems = {};
  if (answers.name.trim() === "") problems.name = w.needName;
  if (!/^\d{9}$/.test(withoutSpaces(answers.siren))) problems.siren = w.needSiren;
  if (startsOn === undefined) problems.startsOn = w.needYear;
  if (endsOn === undefined || (startsOn ?? "") >= endsOn) problems.endsOn = w.needYear;
  const isBankGiven = answers.iban.trim() !== "" || (answers.openingMinor ?? 0) !== 0;
  if (isBankGiven && answers.bankName.trim() === "") {
    problems.bankName = w.needBankName;
  }
  if (answers.folder.trim() === "") problems.folder = w.needFolder;
  if ([...passphrase].length < 10) problems.passphrase = w.needPassphrase;
  else if (passphrase !== answers.again) problems.again = w.notTheSame;
  return problems;
}

/** The office's input; undefined while a date is missing. */
export function companyInput(answers: CompanyAnswers) {
  const { startsOn, endsOn, passphrase } = answers;
  if (startsOn === undefined || endsOn === undefined) return undefined;
  const iban = withoutSpaces(answers.iban);
  const name = answers.bankName.trim();
  const account = { name, openingMinor: answers.openingMinor ?? 0 };
  return {
    folder: answers.folder.trim(),
    passphrase,
    company: { name: answers.name.trim(), siren: withoutSpaces(answers.siren) },
    years: [{ startsOn, endsOn }],
    bankAccounts: name === "" ? [] : [{ ...account, ...(iban === "" ? {} : { iban }) }],
  };
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, "");
}

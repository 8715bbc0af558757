import { describe, expect, test } from "vitest";
import {
  answerProblems,
  type CompanyAnswers,
  companyInput,
  firstAnswers,
} from "#renderer/book/company-answers.ts";
import { bookWords } from "#renderer/words/book.ts";
import { pickWords } from "#renderer/words/words.ts";

const w = pickWords(bookWords, "fr");
const whole: CompanyAnswers = {
  ...firstAnswers("2026-11-21"),
  name: " Menuiserie Aubépine ",
  siren: "732 829 320",
  bankName: "Courant",
  iban: "FR76 3000 4000",
  folder: " /tmp/a.ecritoire ",
  passphrase: "quatre mots au hasard",
  again: "quatre mots au hasard",
};

describe("the five questions", () => {
  test("propose the calendar year of today", () => {
    expect(firstAnswers("2026-11-21")).toMatchObject({
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
    });
  });

  test("name every field that is missing, and none once answered", () => {
    const problems = answerProblems(firstAnswers("2026-11-21"), w);
    expect(Object.keys(problems).sort()).toEqual(["folder", "name", "passphrase", "siren"]);
    expect(answerProblems(whole, w)).toEqual({});
  });

  test("refuse a year that ends before it starts, and two passphrases that differ", () => {
    const wrong = { ...whole, endsOn: "2025-12-31", again: "autre chose" };
    expect(answerProblems(wrong, w)).toEqual({ endsOn: w.needYear, again: w.notTheSame });
  });

  test("ask for the account's name when only its IBAN or balance is given", () => {
    expect(answerProblems({ ...whole, bankName: "" }, w)).toEqual({ bankName: w.needBankName });
    const onlyBalance = { ...whole, bankName: "", iban: "", openingMinor: 12_00 };
    expect(answerProblems(onlyBalance, w)).toEqual({ bankName: w.needBankName });
  });

  test("become the office's input without spaces, and without a bank account left empty", () => {
    expect(companyInput(whole)).toEqual({
      folder: "/tmp/a.ecritoire",
      passphrase: "quatre mots au hasard",
      company: { name: "Menuiserie Aubépine", siren: "732829320" },
      years: [{ startsOn: "2026-01-01", endsOn: "2026-12-31" }],
      bankAccounts: [{ name: "Courant", iban: "FR7630004000", openingMinor: 0 }],
    });
    expect(companyInput({ ...whole, bankName: "", iban: "" })?.bankAccounts).toEqual([]);
    expect(companyInput({ ...whole, endsOn: undefined })).toBeUndefined();
  });
});

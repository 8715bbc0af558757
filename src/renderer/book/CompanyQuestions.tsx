import { TextInput } from "@mantine/core";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { bookWords } from "#renderer/words/book.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { AnswerProblems, CompanyAnswers } from "./company-answers.ts";
import { SecretInput } from "./SecretInput.tsx";
import styles from "./StartScreen.module.css";

interface CompanyQuestionsProps {
  answers: CompanyAnswers;
  problems: AnswerProblems;
  onChange: (change: Partial<CompanyAnswers>) => void;
}

/** The five questions, all in view: nothing is hidden behind a "next". */
export function CompanyQuestions(props: CompanyQuestionsProps) {
  const w = useWords(bookWords);
  return (
    <>
      <fieldset className={styles.question}>
        <legend>{w.q1}</legend>
        <TextInput className={styles.whole ?? ""} label={w.name} {...textOf(props, "name")} />
      </fieldset>
      <fieldset className={styles.question}>
        <legend>{w.q2}</legend>
        <TextInput
          label={w.siren}
          description={w.sirenHint}
          inputMode="numeric"
          {...textOf(props, "siren")}
        />
      </fieldset>
      <YearQuestion {...props} />
      <BankQuestion {...props} />
      <FolderQuestion {...props} />
    </>
  );
}

function YearQuestion({ answers, problems, onChange }: CompanyQuestionsProps) {
  const w = useWords(bookWords);
  return (
    <fieldset className={styles.question}>
      <legend>{w.q3}</legend>
      <DateInput
        label={w.startsOn}
        date={answers.startsOn}
        error={problems.startsOn}
        onChange={(startsOn) => onChange({ startsOn })}
      />
      <DateInput
        label={w.endsOn}
        date={answers.endsOn}
        error={problems.endsOn}
        onChange={(endsOn) => onChange({ endsOn })}
      />
    </fieldset>
  );
}

function BankQuestion(props: CompanyQuestionsProps) {
  const w = useWords(bookWords);
  const { answers, problems, onChange } = props;
  return (
    <fieldset className={styles.question}>
      <legend>{w.q4}</legend>
      <TextInput label={w.bankName} description={w.bankHint} {...textOf(props, "bankName")} />
      <MoneyInput
        label={w.openingBalance}
        description={w.openingHint}
        amountMinor={answers.openingMinor}
        error={problems.openingMinor}
        onChange={(openingMinor) => onChange({ openingMinor })}
      />
      <TextInput
        className={styles.whole ?? ""}
        label={w.iban}
        spellCheck={false}
        {...textOf(props, "iban")}
      />
    </fieldset>
  );
}

function FolderQuestion(props: CompanyQuestionsProps) {
  const w = useWords(bookWords);
  const { answers, problems, onChange } = props;
  return (
    <fieldset className={styles.question}>
      <legend>{w.q5}</legend>
      <TextInput
        className={styles.whole ?? ""}
        label={w.folder}
        description={w.folderHint}
        spellCheck={false}
        {...textOf(props, "folder")}
      />
      <SecretInput
        isNew
        label={w.passphrase}
        secret={answers.passphrase}
        description={w.passphraseHint}
        error={problems.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
      />
      <SecretInput
        isNew
        label={w.again}
        secret={answers.again}
        error={problems.again}
        onChange={(again) => onChange({ again })}
      />
    </fieldset>
  );
}

type TextKey = "name" | "siren" | "bankName" | "iban" | "folder";

/** What every text field of the questions shares. */
function textOf({ answers, problems, onChange }: CompanyQuestionsProps, key: TextKey) {
  return {
    value: answers[key],
    error: problems[key],
    inputWrapperOrder: ["label", "input", "description", "error"] as (
      | "label"
      | "input"
      | "description"
      | "error"
    )[],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      onChange({ [key]: event.currentTarget.value }),
  };
}

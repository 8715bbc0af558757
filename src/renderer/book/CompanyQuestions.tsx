import { TextInput } from "@mantine/core";
import { DateInput } from "#renderer/ui/DateInput.tsx";
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
export function CompanyQuestions({ answers, problems, onChange }: CompanyQuestionsProps) {
  const w = useWords(bookWords);
  const text = (key: "name" | "siren" | "bankName" | "iban" | "folder") => ({
    value: answers[key],
    error: problems[key],
    inputWrapperOrder: ["label", "input", "description", "error"] as const satisfies string[],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      onChange({ [key]: event.currentTarget.value }),
  });
  return (
    <>
      <fieldset className={styles.question}>
        <legend>{w.q1}</legend>
        <TextInput className={styles.whole ?? ""} label={w.name} {...text("name")} />
      </fieldset>
      <fieldset className={styles.question}>
        <legend>{w.q2}</legend>
        <TextInput
          label={w.siren}
          description={w.sirenHint}
          inputMode="numeric"
          {...text("siren")}
        />
      </fieldset>
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
      <fieldset className={styles.question}>
        <legend>{w.q4}</legend>
        <TextInput label={w.bankName} description={w.bankHint} {...text("bankName")} />
        <TextInput label={w.iban} spellCheck={false} {...text("iban")} />
      </fieldset>
      <fieldset className={styles.question}>
        <legend>{w.q5}</legend>
        <TextInput
          className={styles.whole ?? ""}
          label={w.folder}
          description={w.folderHint}
          spellCheck={false}
          {...text("folder")}
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
    </>
  );
}

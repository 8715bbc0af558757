import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { bookWords } from "#renderer/words/book.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { CompanyQuestions } from "./CompanyQuestions.tsx";
import {
  type AnswerProblems,
  answerProblems,
  companyInput,
  firstAnswers,
} from "./company-answers.ts";
import { rememberFolder } from "./last-folder.ts";
import { RecoveryKey } from "./RecoveryKey.tsx";
import styles from "./StartScreen.module.css";
import { useBookChange } from "./use-book-change.ts";

/**
 * Five questions, then the recovery key; the book is shown once the key is out of the window, at
 * its first screen or where the person was on the way to.
 */
export function CreateCompany({ onBack, thenAt }: { onBack: () => void; thenAt?: string }) {
  const w = useWords(bookWords);
  const bookChanged = useBookChange();
  const [answers, setAnswers] = useState(() => firstAnswers(todayHere()));
  const [problems, setProblems] = useState<AnswerProblems>({});
  const create = useMutation({
    mutationFn: (input: NonNullable<ReturnType<typeof companyInput>>) => office.book.create(input),
    onSuccess: (made) => rememberFolder(made.folder),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = answerProblems(answers, w);
    setProblems(found);
    const form = event.currentTarget;
    const input = companyInput(answers);
    if (Object.keys(found).length === 0 && input !== undefined) create.mutate(input);
    else requestAnimationFrame(() => focusFirstProblem(form));
  };
  if (create.data !== undefined) {
    const enter = () => {
      if (thenAt !== undefined) location.hash = thenAt;
      void bookChanged();
    };
    return <RecoveryKey {...create.data} onSafe={enter} />;
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h1 className={styles.title}>{thenAt === undefined ? w.create : w.takeOver}</h1>
      <CompanyQuestions
        answers={answers}
        problems={problems}
        onChange={(change) => setAnswers({ ...answers, ...change })}
      />
      {create.isError && <ProblemNotice error={create.error} />}
      <div className={styles.buttons}>
        <Button type="submit" disabled={create.isPending}>
          {create.isPending ? w.creating : w.createVerb}
        </Button>
        <Button variant="default" onClick={onBack}>
          {w.back}
        </Button>
      </div>
    </form>
  );
}

function focusFirstProblem(form: HTMLFormElement): void {
  form.querySelector<HTMLInputElement>("input[aria-invalid='true']")?.focus();
}

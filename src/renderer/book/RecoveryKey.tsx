import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { bookWords } from "#renderer/words/book.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./StartScreen.module.css";
import { isSameKey } from "./same-key.ts";

interface RecoveryKeyProps {
  folder: string;
  recoveryKey: string;
  /** The person typed it back: it exists elsewhere than in this window. */
  onSafe: () => void;
}

/** The recovery key, shown once: printed or copied, then typed back before going on. */
export function RecoveryKey({ folder, recoveryKey, onSafe }: RecoveryKeyProps) {
  const w = useWords(bookWords);
  const [typed, setTyped] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const [copyWord, setCopyWord] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(recoveryKey).then(
      () => setCopyWord(w.copied),
      () => setCopyWord(w.copyRefused),
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isSame = isSameKey(typed, recoveryKey);
    setIsWrong(!isSame);
    if (isSame) onSafe();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h1 className={styles.title}>{w.recoveryTitle}</h1>
      <p>{w.recoveryWhy}</p>
      <output className={styles.key} aria-label={w.recoveryTitle}>
        {recoveryKey}
      </output>
      <p className={styles.dim}>
        {w.recoveryBook} {folder}
      </p>
      <div className={`${styles.below} ${styles.unprinted}`}>
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => window.print()}>
            {w.printKey}
          </Button>
          <Button variant="default" onClick={() => void copy()}>
            {w.copyKey}
          </Button>
          <span role="status">{copyWord}</span>
        </div>
        <TextInput
          label={w.retypeKey}
          value={typed}
          description={w.retypeHint}
          error={isWrong ? w.keyDiffers : undefined}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setIsWrong(false);
            setTyped(event.currentTarget.value);
          }}
        />
        <div className={styles.buttons}>
          <Button type="submit">{w.keyIsSafe}</Button>
        </div>
      </div>
    </form>
  );
}

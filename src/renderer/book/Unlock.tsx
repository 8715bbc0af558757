import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { bookWords } from "#renderer/words/book.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { lastFolder, rememberFolder } from "./last-folder.ts";
import { SecretInput } from "./SecretInput.tsx";
import styles from "./StartScreen.module.css";
import { useBookChange } from "./use-book-change.ts";

/** Opens an existing folder by passphrase, recovery key, or the key that the keychain keeps. */
export function Unlock({ onBack }: { onBack: () => void }) {
  const w = useWords(bookWords);
  const bookChanged = useBookChange();
  const [folder, setFolder] = useState(lastFolder);
  const [passphrase, setPassphrase] = useState("");
  const [person, setPerson] = useState("");
  const [isFolderMissing, setIsFolderMissing] = useState(false);
  const open = useMutation({
    mutationFn: () =>
      office.book.open({
        folder: folder.trim(),
        ...(passphrase === "" ? {} : { passphrase }),
        ...(person.trim() === "" ? {} : { person: person.trim() }),
      }),
    onSuccess: async (opened) => {
      rememberFolder(opened.folder);
      await bookChanged();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsFolderMissing(folder.trim() === "");
    if (folder.trim() !== "" && !open.isPending) open.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h1 className={styles.title}>{w.open}</h1>
      <TextInput
        label={w.folder}
        value={folder}
        description={w.folderHint}
        error={isFolderMissing ? w.needFolder : undefined}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setFolder(event.currentTarget.value)}
      />
      <SecretInput
        label={w.passphrase}
        secret={passphrase}
        description={w.passphraseOrKey}
        onChange={setPassphrase}
      />
      <PersonInput person={person} onChange={setPerson} />
      {open.isError && <ProblemNotice error={open.error} />}
      <div className={styles.buttons}>
        <Button type="submit" disabled={open.isPending}>
          {open.isPending ? w.unlocking : w.unlock}
        </Button>
        <Button variant="default" onClick={onBack}>
          {w.otherWays}
        </Button>
      </div>
    </form>
  );
}

function PersonInput(props: { person: string; onChange: (person: string) => void }) {
  const w = useWords(bookWords);
  return (
    <TextInput
      label={w.person}
      value={props.person}
      description={w.personHint}
      inputWrapperOrder={["label", "input", "description", "error"]}
      autoComplete="username"
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

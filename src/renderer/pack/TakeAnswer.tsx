import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { SecretInput } from "#renderer/book/SecretInput.tsx";
import { office } from "#renderer/office.ts";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { packWords } from "#renderer/words/pack.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Pack.module.css";

/** Takes the accountant's answer: its proposals wait, its comments answer the questions. */
export function TakeAnswer() {
  const w = useWords(packWords);
  const titleId = useId();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState("");
  const take = useMutation({
    mutationFn: (given: File) => office.pack.takeAnswer({ file: given, passphrase }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["pack"] }),
  });
  const done = take.data;
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{w.take}</h2>
      {file === undefined ? (
        <DropZone hint={w.takeHint} accept=".age" onFiles={([first]) => setFile(first)} />
      ) : (
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault();
            take.mutate(file);
          }}
        >
          <span>{file.name}</span>
          <div className={styles.secret}>
            <SecretInput label={w.passphrase} secret={passphrase} onChange={setPassphrase} />
          </div>
          <Button type="submit" loading={take.isPending} disabled={passphrase === ""}>
            {w.takeVerb}
          </Button>
        </form>
      )}
      {take.isError && <ProblemNotice error={take.error} />}
      {done !== undefined && <p role="status">{w.taken(done.author, done.added, done.comments)}</p>}
    </section>
  );
}

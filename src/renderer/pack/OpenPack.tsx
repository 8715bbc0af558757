import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { SecretInput } from "#renderer/book/SecretInput.tsx";
import { office } from "#renderer/office.ts";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { packWords } from "#renderer/words/pack.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { OpenedPack } from "./OpenedPack.tsx";
import styles from "./Pack.module.css";

/** The accountant's side: a pack received is opened, verified, read and answered, without a book. */
export function OpenPack({ onBack }: { onBack: () => void }) {
  const w = useWords(packWords);
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState("");
  const open = useMutation({
    mutationFn: (given: File) => office.pack.open({ file: given, passphrase, withFiles: true }),
  });
  return (
    <div className={styles.opening}>
      <h1>{w.open}</h1>
      {file === undefined && (
        <DropZone hint={w.dropPack} accept=".age" onFiles={([first]) => setFile(first)} />
      )}
      {file !== undefined && open.data === undefined && (
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault();
            open.mutate(file);
          }}
        >
          <span>{file.name}</span>
          <div className={styles.secret}>
            <SecretInput label={w.passphrase} secret={passphrase} onChange={setPassphrase} />
          </div>
          <Button type="submit" loading={open.isPending} disabled={passphrase === ""}>
            {w.opening}
          </Button>
        </form>
      )}
      {open.isError && <ProblemNotice error={open.error} />}
      {open.data !== undefined && <OpenedPack {...open.data} passphrase={passphrase} />}
      <div>
        <Button variant="default" onClick={onBack}>
          {w.otherWays}
        </Button>
      </div>
    </div>
  );
}

import { Button, NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { saveFile } from "#renderer/app/save-file.ts";
import { SecretInput } from "#renderer/book/SecretInput.tsx";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { packWords } from "#renderer/words/pack.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Pack.module.css";

/** Writes a year's pack under a passphrase. */
export function MakePack() {
  const w = useWords(packWords);
  const titleId = useId();
  const years = useBookStatus().data?.years ?? [];
  const [chosen, setChosen] = useState<string>();
  const [passphrase, setPassphrase] = useState("");
  const yearId = Number(chosen ?? years.at(-1)?.id ?? 0);
  const make = useMutation({
    mutationFn: () => office.pack.make({ fiscalYearId: yearId, passphrase }),
    onSuccess: ({ file }) => saveFile(file),
  });
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{w.make}</h2>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== "") make.mutate();
        }}
      >
        <NativeSelect
          label={w.year}
          value={String(yearId)}
          data={years.map((year) => ({ value: String(year.id), label: year.endsOn.slice(0, 4) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <div className={styles.secret}>
          <SecretInput
            label={w.passphrase}
            description={w.passphraseHint}
            secret={passphrase}
            isNew
            onChange={setPassphrase}
          />
        </div>
        <Button type="submit" loading={make.isPending} disabled={passphrase === ""}>
          {w.makeVerb}
        </Button>
      </form>
      {make.isError && <ProblemNotice error={make.error} />}
      {make.data !== undefined && <p role="status">{w.made(make.data.fingerprint)}</p>}
    </section>
  );
}

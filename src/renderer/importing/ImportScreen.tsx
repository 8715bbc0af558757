import { useCallback, useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { importWords } from "#renderer/words/importing.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { type FileKind, guessKind } from "./file-kind.ts";
import { useGivenFiles } from "./given-files.ts";
import styles from "./Import.module.css";
import { ImportedFile } from "./ImportedFile.tsx";
import { usePastedRows } from "./pasted-rows.ts";

interface Dropped {
  id: number;
  file: File;
  kind: FileKind;
}

/** Files dropped or chosen: each is previewed, then imported when the person says so. */
export function ImportScreen(_: ScreenProps) {
  const w = useWords(importWords);
  const [dropped, setDropped] = useState<readonly Dropped[]>([]);
  const take = useCallback(async (files: File[]) => {
    const known = await Promise.all(
      files.map(async (file) => ({ file, kind: await guessKind(file) })),
    );
    setDropped((before) => {
      const last = before.at(-1)?.id ?? 0;
      return [...before, ...known.map((k, i) => ({ ...k, id: last + i + 1 }))];
    });
  }, []);
  useGivenFiles(take);
  usePastedRows(take);
  const remove = (id: number) => setDropped((before) => before.filter((d) => d.id !== id));
  return (
    <>
      <PageHead title={w.title} />
      <div className={styles.page}>
        <DropZone hint={w.hint} onFiles={(files) => void take(files)} />
        {dropped.length === 0 && <p className={styles.dim}>{w.nothingYet}</p>}
        <p>
          <a href="#/import/fec">{w.takeOver}</a>
        </p>
        {dropped.map((d) => (
          <ImportedFile key={d.id} file={d.file} guessed={d.kind} onRemove={() => remove(d.id)} />
        ))}
      </div>
    </>
  );
}

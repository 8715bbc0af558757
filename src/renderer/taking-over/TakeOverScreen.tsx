import { Button } from "@mantine/core";
import { useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { fecWords } from "#renderer/words/fec.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { TakenFile } from "./TakenFile.tsx";
import styles from "./TakeOver.module.css";

/** Another package's FEC: dropped, previewed, corrected by its tables, then taken over. */
export function TakeOverScreen(_: ScreenProps) {
  const w = useWords(fecWords);
  const [file, setFile] = useState<File>();
  return (
    <>
      <PageHead title={w.title} />
      <div className={styles.page}>
        <p className={styles.dim}>{w.why}</p>
        {file === undefined ? (
          <DropZone hint={w.hint} accept=".txt,.csv" onFiles={([first]) => setFile(first)} />
        ) : (
          <>
            <TakenFile key={`${file.name} ${file.lastModified}`} file={file} />
            <div>
              <Button variant="default" onClick={() => setFile(undefined)}>
                {w.other}
              </Button>
            </div>
          </>
        )}
      </div>
    </>
  );
}

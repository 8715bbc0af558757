import { Button } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./DropZone.module.css";

interface DropZoneProps {
  /** What may be dropped, said in a few words: `relevés CAMT, OFX ou CSV`. */
  hint: string;
  /** File extensions the file dialog shows first: `.csv,.ofx,.xml`. */
  accept?: string;
  onFiles: (files: File[]) => void;
  isDisabled?: boolean;
}

/** A place to drop files, with a button that does exactly the same (WCAG 2.5.7). */
export function DropZone({ hint, accept, onFiles, isDisabled = false }: DropZoneProps) {
  const w = useWords(uiWords);
  const [isOver, setIsOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const give = (files: FileList | null | undefined) => {
    if (files && files.length > 0 && !isDisabled) onFiles([...files]);
  };
  const onDrag = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(event.type === "dragover");
    if (event.type === "drop") give(event.dataTransfer.files);
  };
  return (
    <section
      className={styles.zone}
      data-over={isOver}
      aria-label={w.dropHere}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={onDrag}
      onPaste={(event) => give(event.clipboardData.files)}
    >
      <p>
        {w.dropHere} {w.orChoose}
      </p>
      <p className={styles.hint}>{hint}</p>
      <Button variant="default" disabled={isDisabled} onClick={() => picker.current?.click()}>
        {w.chooseFiles}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={accept}
        onChange={(event) => {
          give(event.currentTarget.files);
          // The same file may be chosen twice in a row.
          event.currentTarget.value = "";
        }}
      />
    </section>
  );
}

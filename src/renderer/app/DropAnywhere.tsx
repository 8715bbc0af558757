import { useEffect, useState } from "react";
import { giveFiles } from "#renderer/importing/given-files.ts";
import { frameWords } from "#renderer/words/frame.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./DropAnywhere.module.css";
import { go } from "./router.ts";

/** Files dropped on any screen go to the import; a screen's own drop zone comes first. */
export function DropAnywhere() {
  const w = useWords(frameWords);
  const isOver = useWindowDrop();
  return isOver ? <p className={styles.over}>{w.dropToImport}</p> : null;
}

/** True while files are held over the window. */
function useWindowDrop(): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // A zone of the screen that takes the files shows it by itself.
      setIsOver(!event.defaultPrevented);
      event.preventDefault();
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false);
    const onDrop = (event: DragEvent) => {
      setIsOver(false);
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      giveFiles([...(event.dataTransfer?.files ?? [])]);
      go("/import");
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, []);
  return isOver;
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}

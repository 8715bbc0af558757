import { Popover } from "@mantine/core";
import { ProgressBar } from "#renderer/ui/ProgressBar.tsx";
import { frameWords } from "#renderer/words/frame.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { useWork } from "#renderer/work.ts";
import styles from "./RunningWork.module.css";

/** How many long actions are running; its panel shows how far each is and lets one stop it. */
export function RunningWork() {
  const w = useWords(frameWords);
  const work = useWork();
  if (work.length === 0) return null;
  return (
    <Popover position="bottom-end" width={360}>
      <Popover.Target>
        <button type="button" className={styles.button}>
          <span className={styles.dot} aria-hidden="true" />
          {w.runningWork(work.length)}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.panel ?? ""} aria-label={w.runningWork(work.length)}>
        {work.map((one) => (
          <ProgressBar
            key={one.id}
            label={one.label}
            done={one.done}
            total={one.total}
            onCancel={one.cancel}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

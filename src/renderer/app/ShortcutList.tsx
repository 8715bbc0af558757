import { Modal } from "@mantine/core";
import { Kbd } from "#renderer/ui/Kbd.tsx";
import type { Keys } from "#renderer/ui/keys.ts";
import { frameWords } from "#renderer/words/frame.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { type Command, currentCommands } from "./commands.ts";
import styles from "./ShortcutList.module.css";

interface ShortcutListProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Every shortcut that works on this screen, by group (F1). */
export function ShortcutList({ isOpen, onClose }: ShortcutListProps) {
  const w = useWords(frameWords);
  const ui = useWords(uiWords);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={w.shortcuts}
      size="34rem"
      closeButtonProps={{ "aria-label": ui.close }}
      classNames={{ title: styles.title ?? "", content: styles.content ?? "" }}
    >
      {isOpen && <Groups />}
    </Modal>
  );
}

function Groups() {
  const w = useWords(frameWords);
  const tables: Line[] = [
    { label: w.moveCell, keys: ["←", "↑", "→", "↓"] },
    { label: w.openRow, keys: ["Enter"] },
    { label: w.markRow, keys: ["Space"] },
    { label: w.goBack, keys: ["Escape"] },
  ];
  const dates: Line[] = [
    { label: w.nextDay, keys: ["plus", "minus"] },
    { label: w.today, keys: ["A"] },
  ];
  return (
    <>
      <p className={styles.note}>{w.shortcutsHere}</p>
      <div className={styles.groups}>
        {groupsOf(currentCommands()).map(([name, lines]) => (
          <Group key={name} name={name} lines={lines} />
        ))}
        <Group name={w.inTables} lines={tables} />
        <Group name={w.inDates} lines={dates} />
      </div>
    </>
  );
}

interface Line {
  label: string;
  keys: readonly Keys[];
}

function Group({ name, lines }: { name: string; lines: readonly Line[] }) {
  return (
    <section className={styles.group}>
      <h2 className={styles.name}>{name}</h2>
      <dl>
        {lines.map((line) => (
          <div key={line.label} className={styles.line}>
            <dt>{line.label}</dt>
            <dd>
              {line.keys.map((keys) => (
                <Kbd key={keys} keys={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function groupsOf(commands: readonly Command[]): [string, Line[]][] {
  const groups = new Map<string, Line[]>();
  for (const { keys, label, group = "" } of commands) {
    if (keys === undefined) continue;
    groups.set(group, [...(groups.get(group) ?? []), { label, keys: [keys] }]);
  }
  return [...groups];
}

import { useEffect, useId } from "react";
import { isMac } from "#renderer/platform.ts";
import { type Keys, matchesKeys } from "#renderer/ui/keys.ts";

/** Something a person can do now: listed in the palette (Ctrl+K) and bound to its shortcut. */
export interface Command {
  id: string;
  label: string;
  run: () => void;
  /** Heading in the palette and in the list of shortcuts. */
  group?: string;
  keys?: Keys;
  /** Why it cannot be done now; shown in place of doing it. */
  disabledBecause?: string | undefined;
}

const registered = new Map<string, readonly Command[]>();

/** Offers commands while the calling screen is on view. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId();
  useEffect(() => {
    registered.set(owner, commands);
  }, [owner, commands]);
  useEffect(
    () => () => {
      registered.delete(owner);
    },
    [owner],
  );
}

/** Everything that can be done now; the screen's own commands come before the frame's. */
export function currentCommands(): Command[] {
  return [...registered.values()].reverse().flat();
}

/** Runs a command that is offered now, if it is: for keys that only a table's row may have. */
export function runCommand(id: string): void {
  const command = currentCommands().find((c) => c.id === id);
  if (command?.disabledBecause === undefined) command?.run();
}

/** Runs the command whose shortcut was pressed. Listens once, for the whole window. */
export function listenToShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = currentCommands().find((c) => isFor(c, event));
    if (command === undefined) return;
    event.preventDefault();
    if (command.disabledBecause === undefined) command.run();
  };
  window.addEventListener("keydown", onKeyDown);
  return () => window.removeEventListener("keydown", onKeyDown);
}

/** A key that writes or erases belongs to the field it is pressed in. */
function isFor(command: Command, event: KeyboardEvent): boolean {
  if (command.keys === undefined || !matchesKeys(command.keys, event, isMac)) return false;
  const isBare = !event.ctrlKey && !event.metaKey && !/^F\d/.test(event.key);
  return !isBare || !isField(event.target);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]")
  );
}

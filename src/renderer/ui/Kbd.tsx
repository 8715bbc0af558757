import { isMac } from "#renderer/platform.ts";
import { useLanguage } from "#renderer/words/language.ts";
import styles from "./Kbd.module.css";
import { type Keys, keysLabel } from "./keys.ts";

/** A shortcut as this person's keyboard names it. */
export function Kbd({ keys }: { keys: Keys }) {
  return <kbd className={styles.kbd}>{keysLabel(keys, useLanguage(), isMac)}</kbd>;
}

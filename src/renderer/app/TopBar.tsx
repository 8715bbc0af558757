import { useIsOnline } from "#renderer/connection.ts";
import { Kbd } from "#renderer/ui/Kbd.tsx";
import { frameWords } from "#renderer/words/frame.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { openPalette } from "./Palette.tsx";
import { RunningWork } from "./RunningWork.tsx";
import styles from "./TopBar.module.css";

/** One step of the path to where the person is; the last has no address. */
export interface Crumb {
  label: string;
  address?: string;
}

interface TopBarProps {
  crumbs: readonly Crumb[];
  isMenuOpen: boolean;
  onMenu: () => void;
}

/** Where one is, the palette, what is running, and whether there is a network. */
export function TopBar({ crumbs, isMenuOpen, onMenu }: TopBarProps) {
  const w = useWords(frameWords);
  const isOnline = useIsOnline();
  return (
    <section className={styles.bar} aria-label={w.topBar}>
      <button
        type="button"
        className={styles.menu}
        aria-expanded={isMenuOpen}
        aria-controls="navigation"
        onClick={onMenu}
      >
        {w.openNavigation}
      </button>
      <nav aria-label={w.youAreHere} className={styles.crumbs}>
        <ol>
          {crumbs.map((crumb, at) => (
            <li key={crumb.label} aria-current={at === crumbs.length - 1 ? "location" : undefined}>
              {crumb.address === undefined ? (
                crumb.label
              ) : (
                <a href={crumb.address}>{crumb.label}</a>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <span role="status" className={styles.notice}>
        {!isOnline && w.offline}
      </span>
      <RunningWork />
      <button type="button" className={styles.search} onClick={openPalette}>
        <span>{w.search}</span>
        <Kbd keys="mod+k" />
      </button>
    </section>
  );
}

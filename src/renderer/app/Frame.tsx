import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useConnection } from "#renderer/connection.ts";
import { frameWords } from "#renderer/words/frame.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { CompanyMenu, type MenuEntry } from "./CompanyMenu.tsx";
import { listenToShortcuts } from "./commands.ts";
import { DropAnywhere } from "./DropAnywhere.tsx";
import styles from "./Frame.module.css";
import { Palette } from "./Palette.tsx";
import { SampleBand } from "./SampleBand.tsx";
import { ShortcutList } from "./ShortcutList.tsx";
import { type Badges, SideNav } from "./SideNav.tsx";
import { StatusLine } from "./StatusLine.tsx";
import type { SectionId } from "./sections.ts";
import { type Crumb, TopBar } from "./TopBar.tsx";
import { useFrameCommands } from "./use-frame-commands.ts";

interface FrameProps {
  company: { name: string; isSample: boolean };
  menuEntries?: readonly MenuEntry[];
  onThrowSampleAway?: () => void;
  section: SectionId | undefined;
  /** What the address says: the work area takes the keyboard when it changes. */
  place: string;
  crumbs: readonly Crumb[];
  badges: Badges;
  /** Short facts on the book: `exercice 2026`, `période ouverte 11/2026`. */
  status: readonly string[];
  children: ReactNode;
}

/** The frame around every screen: places left, where one is on top, state of the book below. */
export function Frame(props: FrameProps) {
  const { company, place, section } = props;
  const w = useWords(frameWords);
  const work = useWorkArea(place);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [areShortcutsOpen, setAreShortcutsOpen] = useState(false);
  useFrameCommands(useMemo(() => ({ showShortcuts: () => setAreShortcutsOpen(true) }), []));
  useEffect(listenToShortcuts, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going elsewhere closes the menu.
  useEffect(() => setIsMenuOpen(false), [place]);
  const here = props.crumbs.at(-1)?.label;
  useEffect(() => {
    document.title = [here, company.name, "Écritoire"].filter(Boolean).join(" – ");
  }, [here, company.name]);
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link; the router owns the hash. */}
      <a
        className={styles.skip}
        href="#work"
        onClick={(event) => {
          event.preventDefault();
          work.current?.focus();
        }}
      >
        {w.skip}
      </a>
      <div className={styles.bands}>
        {company.isSample && <SampleBand onThrowAway={props.onThrowSampleAway} />}
        <LostBand />
      </div>
      <SideNav
        current={section}
        badges={props.badges}
        isOpen={isMenuOpen}
        onClose={() => setIsMenuOpen(false)}
        head={<CompanyMenu name={company.name} entries={props.menuEntries ?? []} />}
      />
      <TopBar
        crumbs={props.crumbs}
        isMenuOpen={isMenuOpen}
        onMenu={() => setIsMenuOpen(!isMenuOpen)}
      />
      <main ref={work} id="work" tabIndex={-1} className={styles.work}>
        {props.children}
      </main>
      <StatusLine facts={props.status} />
      <DropAnywhere />
      <Palette />
      <ShortcutList isOpen={areShortcutsOpen} onClose={() => setAreShortcutsOpen(false)} />
    </div>
  );
}

/** The work area takes the keyboard on navigation, but not when the window opens. */
function useWorkArea(place: string) {
  const work = useRef<HTMLElement>(null);
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    const area = work.current;
    if (area !== null && !area.contains(document.activeElement)) area.focus();
  }, [place]);
  return work;
}

function LostBand() {
  const w = useWords(frameWords);
  const connection = useConnection();
  return (
    <div role="status">
      {connection === "lost" && <p className={styles.lost}>{w.officeLost}</p>}
    </div>
  );
}

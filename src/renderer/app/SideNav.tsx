import type { ReactNode } from "react";
import { formatCount } from "#renderer/format.ts";
import { frameWords } from "#renderer/words/frame.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { NavIcon } from "./NavIcon.tsx";
import styles from "./SideNav.module.css";
import { type SectionId, sections } from "./sections.ts";

/** What waits for a person in each section. */
export type Badges = Partial<Record<SectionId, number>>;

interface SideNavProps {
  current: SectionId | undefined;
  badges: Badges;
  /** The company's name and menu, on top. */
  head: ReactNode;
  /** Opened by the Menu button in a narrow window. */
  isOpen: boolean;
  onClose: () => void;
}

/** The main places, each with the count of what waits there. */
export function SideNav({ current, badges, head, isOpen, onClose }: SideNavProps) {
  const w = useWords(frameWords);
  const language = useLanguage();
  return (
    <nav
      className={styles.nav}
      aria-label={w.mainNavigation}
      data-open={isOpen}
      id="navigation"
      onKeyDown={(event) => {
        if (event.key === "Escape" && isOpen) onClose();
      }}
    >
      {head}
      <ul className={styles.list}>
        {sections.map(({ id, path }) => {
          const count = badges[id] ?? 0;
          return (
            <li key={id}>
              <a
                href={`#${path}`}
                className={styles.link}
                aria-current={id === current ? "page" : undefined}
              >
                <NavIcon section={id} />
                <span className={styles.name}>{w[id]}</span>
                {count > 0 && (
                  <span className={styles.badge}>
                    <span aria-hidden="true">{formatCount(count, language)}</span>
                    <span className="unseen">{w.waiting(count)}</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

import styles from "./ViewTabs.module.css";

interface ViewTabsProps {
  /** Names the group for screen readers. */
  label: string;
  views: readonly { id: string; address: string; label: string }[];
  current: string;
}

/** The views of one section, each an address of its own. */
export function ViewTabs({ label, views, current }: ViewTabsProps) {
  return (
    <nav className={styles.views} aria-label={label}>
      {views.map((view) => (
        <a
          key={view.id}
          href={view.address}
          aria-current={view.id === current ? "page" : undefined}
        >
          {view.label}
        </a>
      ))}
    </nav>
  );
}

import type { ReactNode } from "react";
import styles from "./ListDetail.module.css";

interface ListDetailProps {
  list: ReactNode;
  /** The panel, or undefined when nothing is opened; the list then takes the whole width. */
  detail?: ReactNode;
}

/** List left, detail right, always the same way; below 1280 the detail covers the list's edge. */
export function ListDetail({ list, detail }: ListDetailProps) {
  return (
    <div className={styles.both}>
      <div className={styles.list}>{list}</div>
      {detail}
    </div>
  );
}

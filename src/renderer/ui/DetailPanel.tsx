import { CloseButton } from "@mantine/core";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./ListDetail.module.css";

interface DetailPanelProps {
  title: string;
  /** One line under the title: who, when, which account. */
  subtitle?: ReactNode;
  onClose: () => void;
  /** Moves the keyboard into the panel when it opens (Enter on a row does, following does not). */
  takesFocus?: boolean;
  /** Buttons kept at the foot of the panel. */
  actions?: ReactNode;
  children: ReactNode;
}

/**
 * The right-hand panel: source, reasons, history, what next. Escape gives the list back. In a
 * window narrower than 1280 it stays folded at the edge until opened, so as not to cover amounts.
 */
export function DetailPanel(props: DetailPanelProps) {
  const { takesFocus = false, onClose } = props;
  const w = useWords(uiWords);
  const titleId = useId();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [takesFocus]);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-unfolded={takesFocus || isUnfolded}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <button type="button" className={styles.unfold} onClick={() => setIsUnfolded(true)}>
        {w.details}
      </button>
      <div className={styles.panelHead}>
        <div className={styles.panelTitle}>
          <h2 id={titleId}>{props.title}</h2>
          {props.subtitle !== undefined && <p>{props.subtitle}</p>}
        </div>
        <CloseButton size="sm" aria-label={w.close} onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by the keyboard. */}
      <section className={styles.panelBody} tabIndex={0} aria-label={w.details}>
        {props.children}
      </section>
      {props.actions !== undefined && <div className={styles.panelFoot}>{props.actions}</div>}
    </aside>
  );
}

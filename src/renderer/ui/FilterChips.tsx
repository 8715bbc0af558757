import { formatCount } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./chips.module.css";

/** One filter that can be on or off, with how many rows it would keep. */
export interface FilterChip {
  key: string;
  label: string;
  count?: number | undefined;
}

interface FilterChipsProps {
  chips: readonly FilterChip[];
  active: ReadonlySet<string>;
  onChange: (active: ReadonlySet<string>) => void;
  /** One filter at a time, as in a choice of states. */
  isSingle?: boolean;
}

/** Filters as chips above a list; they stay in view and clear in one press. */
export function FilterChips({ chips, active, onChange, isSingle = false }: FilterChipsProps) {
  const w = useWords(uiWords);
  const language = useLanguage();
  const press = (key: string) => {
    const next = new Set(isSingle ? [] : active);
    if (active.has(key)) next.delete(key);
    else next.add(key);
    onChange(next);
  };
  return (
    <fieldset className={styles.filters}>
      <legend className="unseen">{w.filters}</legend>
      {chips.map((chip) => (
        <button
          key={chip.key}
          type="button"
          className={styles.filter}
          aria-pressed={active.has(chip.key)}
          onClick={() => press(chip.key)}
        >
          {chip.label}
          {chip.count !== undefined && (
            <span className={styles.count}>{formatCount(chip.count, language)}</span>
          )}
        </button>
      ))}
      {active.size > 0 && (
        <button type="button" className={styles.clear} onClick={() => onChange(new Set())}>
          {w.clearFilters}
        </button>
      )}
    </fieldset>
  );
}

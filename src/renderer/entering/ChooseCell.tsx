import { useId } from "react";
import type { Completion } from "#contract/entry.ts";
import { formatCount } from "#renderer/format.ts";
import { enteringWords } from "#renderer/words/entering.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Entering.module.css";
import { type ChoiceAsked, useChoice } from "./use-choice.ts";

interface ChooseCellProps extends ChoiceAsked {
  label: string;
}

/**
 * A cell completed by number or name (ARIA combobox). The first choice is the one Enter takes;
 * a fast typist may go on before the list is there: the choice lands when it answers.
 */
export function ChooseCell(props: ChooseCellProps) {
  const id = useId();
  const { typed, at, choices, isFound, isOpen, take, type, settle, onKeyDown } = useChoice(props);
  return (
    <>
      <input
        role="combobox"
        aria-label={props.label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && choices.length > 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? props.text}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => void settle()}
        onKeyDown={onKeyDown}
      />
      {isOpen && <Choices {...{ id, at, choices, isFound }} onTake={take} />}
    </>
  );
}

interface ChoicesProps {
  id: string;
  at: number;
  choices: readonly Completion[];
  isFound: boolean;
  onTake: (chosen: Completion) => void;
}

function Choices({ id, at, choices, isFound, onTake }: ChoicesProps) {
  const w = useWords(enteringWords);
  const language = useLanguage();
  return (
    <div id={id} role="listbox" aria-label={w.choices} className={styles.choices}>
      {isFound && choices.length === 0 && <p className={styles.dim}>{w.noChoice}</p>}
      {choices.map((one, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (ARIA combobox).
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's own.
        <div
          key={`${one.kind} ${one.partyId ?? one.account}`}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          className={styles.choice}
          // The field must not lose the focus before the choice is taken.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(one)}
        >
          <span className={styles.number}>{one.account}</span>
          <span>{one.label}</span>
          {one.uses > 0 && (
            <span className={styles.dim}>{w.used(formatCount(one.uses, language), one.uses)}</span>
          )}
        </div>
      ))}
    </div>
  );
}

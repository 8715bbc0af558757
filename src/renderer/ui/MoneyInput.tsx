import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { formatAmount } from "#renderer/format.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./input.module.css";
import { type MoneyTyping, readMoneyTyping } from "./money-typing.ts";

interface MoneyInputProps {
  label: string;
  /** Cents, or undefined for an empty field. */
  amountMinor: number | undefined;
  onChange: (amountMinor: number | undefined) => void;
  /** What the office refused about this amount. */
  error?: string | undefined;
  description?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** Grid cells name themselves by their column head. */
  isLabelHidden?: boolean;
  /** Enter was pressed on a readable amount: the caller moves to the next field. */
  onEnter?: () => void;
  currencySign?: string;
}

/**
 * The one field for amounts: any French or English writing, sums such as `=120*1,2`, the numeric
 * pad's point as a decimal mark. The amount is told at each readable keystroke and written
 * cleanly when the field is left.
 */
export function MoneyInput(props: MoneyInputProps) {
  const w = useWords(uiWords);
  const language = useLanguage();
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { amountMinor, onChange } = props;

  const type = (text: string) => {
    setDraft(text);
    setProblem(undefined);
    const typed = readMoneyTyping(text);
    if (typed.kind === "amount") onChange(typed.amountMinor);
    if (typed.kind === "empty") onChange(undefined);
  };
  const settle = (): boolean => {
    if (draft === undefined) return true;
    const words = problemWords(readMoneyTyping(draft), w);
    setProblem(words);
    if (words === undefined) setDraft(undefined);
    else onChange(undefined);
    return words === undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.code === "NumpadDecimal" && !hasMod(event)) {
      event.preventDefault();
      type(withMark(event.currentTarget, language));
    }
    if (event.key === "Enter" && settle()) {
      selectSoon(event.currentTarget);
      props.onEnter?.();
    }
  };
  return (
    <TextInput
      label={props.isLabelHidden === true ? undefined : props.label}
      aria-label={props.isLabelHidden === true ? props.label : undefined}
      description={props.description}
      value={draft ?? (amountMinor === undefined ? "" : formatAmount(amountMinor, language))}
      error={problem ?? props.error}
      required={props.isRequired ?? false}
      disabled={props.isDisabled ?? false}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      classNames={{ input: styles.figure ?? "", error: styles.error ?? "" }}
      rightSection={<span aria-hidden="true">{props.currencySign ?? "€"}</span>}
      rightSectionPointerEvents="none"
      onChange={(event) => type(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={settle}
      onKeyDown={onKeyDown}
    />
  );
}

/** Enter leaves the amount written cleanly and selected, so that typing replaces it. */
function selectSoon(field: HTMLInputElement): void {
  requestAnimationFrame(() => {
    if (document.activeElement === field) field.select();
  });
}

function hasMod(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** The field's text once the decimal mark of the language replaces what is selected. */
function withMark(field: HTMLInputElement, language: Language): string {
  const mark = language === "fr" ? "," : ".";
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  // The caret follows the inserted mark once React has written the new value.
  queueMicrotask(() => requestAnimationFrame(() => field.setSelectionRange(start + 1, start + 1)));
  return field.value.slice(0, start) + mark + field.value.slice(end);
}

function problemWords(typed: MoneyTyping, w: Words<typeof uiWords>): string | undefined {
  switch (typed.kind) {
    case "amount":
    case "empty":
      return undefined;
    case "ambiguous":
      return w.amountAmbiguous;
    case "too-precise":
      return w.amountTooPrecise;
    case "too-large":
      return w.amountTooLarge;
    case "unreadable":
      return w.amountUnreadable;
  }
}

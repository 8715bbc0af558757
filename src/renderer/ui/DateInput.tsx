import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { addDays } from "#contract/date.ts";
import { formatDate } from "#renderer/format.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { isOutside, readDateTyping } from "./date-typing.ts";
import styles from "./input.module.css";
import { todayHere } from "./today.ts";

interface DateInputProps {
  label: string;
  /** `YYYY-MM-DD`, or undefined for an empty field. */
  date: string | undefined;
  onChange: (date: string | undefined) => void;
  /** The fiscal year or open period: a date outside warns, the office decides. */
  bounds?: { startsOn: string; endsOn: string } | undefined;
  error?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  isLabelHidden?: boolean;
  onEnter?: () => void;
  /** Today; the machine's own when left out. */
  todayOn?: string;
}

/**
 * The one field for dates: `20`, `2011`, `201126`, `20/11/26`, `a`; `+` and `-` (or the arrows)
 * move a date already there. What was typed is written in full when the field is left.
 */
export function DateInput(props: DateInputProps) {
  const w = useWords(uiWords);
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const [isUnread, setIsUnread] = useState(false);
  const { date, onChange, bounds } = props;
  const todayOn = props.todayOn ?? todayHere();

  const settle = (): boolean => {
    if (draft === undefined) return true;
    const read = readDateTyping(draft, { todayOn, currentOn: date });
    const isFine = read !== undefined || draft.trim() === "";
    setIsUnread(!isFine);
    if (isFine) setDraft(undefined);
    onChange(read);
    return isFine;
  };
  const step = (days: number) => {
    setDraft(undefined);
    setIsUnread(false);
    const typed = draft === undefined ? undefined : readDateTyping(draft, { todayOn });
    onChange(addDays(typed ?? date ?? todayOn, days));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const days = stepOf(event, draft);
    if (days !== undefined) {
      event.preventDefault();
      step(days);
    }
    if (event.key === "Enter" && settle()) props.onEnter?.();
  };
  const warning = bounds !== undefined && date !== undefined && isOutside(date, bounds);
  return (
    <TextInput
      label={props.isLabelHidden === true ? undefined : props.label}
      aria-label={props.isLabelHidden === true ? props.label : undefined}
      value={draft ?? (date === undefined ? "" : formatDate(date))}
      error={isUnread ? w.dateUnreadable : props.error}
      description={
        warning ? w.dateOutside(formatDate(bounds.startsOn), formatDate(bounds.endsOn)) : undefined
      }
      inputWrapperOrder={["label", "input", "description", "error"]}
      required={props.isRequired ?? false}
      disabled={props.isDisabled ?? false}
      autoComplete="off"
      spellCheck={false}
      classNames={{ description: styles.warning ?? "", error: styles.error ?? "" }}
      onChange={(event) => {
        setIsUnread(false);
        setDraft(event.currentTarget.value);
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={settle}
      onKeyDown={onKeyDown}
    />
  );
}

/** `+` and `-` move the date unless one is being typed, where `-` separates its parts. */
function stepOf(event: KeyboardEvent, draft: string | undefined): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === "ArrowUp") return 1;
  if (event.key === "ArrowDown") return -1;
  if (draft !== undefined && draft !== "") return undefined;
  if (event.key === "+") return 1;
  return event.key === "-" ? -1 : undefined;
}

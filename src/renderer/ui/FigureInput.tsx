import { TextInput } from "@mantine/core";
import { useState } from "react";
import { parseAmount } from "#contract/amount.ts";
import { useLanguage } from "#renderer/words/language.ts";
import styles from "./input.module.css";

interface FigureInputProps {
  label: string;
  /** Whole units, or hundredths of a percent (basis points) when `isRate`. */
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  /** Written after the figure: `j`, `%`, `mois`. */
  unit: string;
  isRate?: boolean;
  description?: string;
  error?: string | undefined;
}

/** The one field for days, counts and percentages; what cannot be read leaves the value as it was. */
export function FigureInput(props: FigureInputProps) {
  const { value, isRate = false } = props;
  const language = useLanguage();
  const [draft, setDraft] = useState<string>();
  const type = (text: string) => {
    setDraft(text);
    if (text.trim() === "") props.onChange(undefined);
    const read = parseAmount(text.replace("%", ""));
    if (read === undefined) return;
    if (isRate) props.onChange(read);
    else if (read % 100 === 0) props.onChange(read / 100);
  };
  const written = value === undefined ? "" : String(isRate ? value / 100 : value);
  return (
    <TextInput
      label={props.label}
      description={props.description}
      error={props.error}
      value={draft ?? (language === "fr" ? written.replace(".", ",") : written)}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      classNames={{ input: styles.figure ?? "", error: styles.error ?? "" }}
      rightSection={<span aria-hidden="true">{props.unit}</span>}
      rightSectionWidth={`${1.25 + props.unit.length * 0.5}rem`}
      rightSectionPointerEvents="none"
      onChange={(event) => type(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => setDraft(undefined)}
    />
  );
}

import { PasswordInput } from "@mantine/core";
import { bookWords } from "#renderer/words/book.ts";
import { useWords } from "#renderer/words/use-words.ts";

interface SecretInputProps {
  label: string;
  secret: string;
  onChange: (secret: string) => void;
  description?: string;
  error?: string | undefined;
  /** Lets a password manager know whether it fills or proposes. */
  isNew?: boolean;
}

/** A passphrase: pasted or typed, shown on demand. */
export function SecretInput(props: SecretInputProps) {
  const w = useWords(bookWords);
  return (
    <PasswordInput
      label={props.label}
      value={props.secret}
      description={props.description}
      error={props.error}
      inputWrapperOrder={["label", "input", "description", "error"]}
      autoComplete={props.isNew === true ? "new-password" : "current-password"}
      visibilityToggleButtonProps={{ "aria-label": w.showSecret, tabIndex: 0 }}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

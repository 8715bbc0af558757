import type { Field } from "./field.ts";
import type { TerminalLanguage } from "./terminal-language.ts";
import { terminalWords } from "./terminal-words.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The value that a flag's text stands for. A file stays its path; reading it comes later.
 * @throws UsageError saying what was expected
 */
export function fieldValue(field: Field, text: string, lang: TerminalLanguage): unknown {
  const value = parsed(field, text);
  if (value !== undefined) return value;
  const words = terminalWords[lang];
  throw new UsageError(words.badValue(field.flag, text, expectedValue(field, lang)));
}

/** What a field takes, in words: its kind, its choices, its bounds. */
export function expectedValue(field: Field, lang: TerminalLanguage): string {
  if (field.kind === "choice") return field.choices.join(" | ");
  const { minimum, maximum } = field.schema;
  const words = terminalWords[lang].kinds[field.kind];
  const isMoney = field.path.at(-1)?.endsWith("Minor") === true;
  const unit = isMoney ? ` (${terminalWords[lang].cents})` : "";
  // The bounds of safe integers say nothing to a person.
  const low = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (low === undefined && high === undefined) return words + unit;
  return `${words}${unit} ${low ?? ""}…${high ?? ""}`;
}

function parsed(field: Field, text: string): unknown {
  switch (field.kind) {
    case "integer":
      return /^[+-]?\d{1,16}$/.test(text) ? Number(text) : undefined;
    case "number":
      return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "choice":
      return field.choices.includes(text) ? text : undefined;
    case "map":
    case "json":
      return jsonObject(text);
    default:
      return text;
  }
}

function jsonObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

import { z } from "zod";
import type { ListedProcedure } from "#contract/procedures.ts";
import { flagOfPath } from "./build-input.ts";
import type { Field } from "./field.ts";
import { expectedValue } from "./field-value.ts";
import type { TerminalLanguage } from "./terminal-language.ts";
import { terminalWords } from "./terminal-words.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Checks an input against the contract before the office is started, for a message that speaks
 * of flags. The office checks it again: this is only for the person.
 * @throws UsageError with one line a field
 */
export async function checkInput(
  { procedure }: ListedProcedure,
  input: unknown,
  asked: { fields: readonly Field[]; lang: TerminalLanguage },
): Promise<void> {
  const schema = procedure["~orpc"].inputSchema;
  if (!(schema instanceof z.ZodType)) return;
  const result = await schema.safeParseAsync(input);
  if (result.success) return;
  const words = terminalWords[asked.lang];
  const lines = result.error.issues.map((issue) => {
    const flag = flagOfPath(issue.path);
    const field = asked.fields.find((f) => f.flag === flag);
    const expected = field === undefined ? issue.message : expectedOf(field, asked.lang);
    const found = valueAt(input, issue.path);
    if (found === undefined) return words.missing(flag, field?.isSecret === true, expected);
    if (field?.isSecret === true) return words.badSecret(flag);
    return words.badValue(flag, display(found), expected);
  });
  throw new UsageError([...new Set(lines)].join("\n"));
}

function expectedOf(field: Field, lang: TerminalLanguage): string {
  const { pattern } = field.schema;
  const isOpaque = field.kind === "date" || pattern === undefined;
  return isOpaque ? expectedValue(field, lang) : `${expectedValue(field, lang)} ${pattern}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    input,
  );
}

function display(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

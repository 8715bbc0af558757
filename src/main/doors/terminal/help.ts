import { type ListedProcedure, procedures } from "#contract/procedures.ts";
import type { CommandLine } from "./command-line.ts";
import { type Field, fieldsOf, inputSchemaOf } from "./field.ts";
import { expectedValue } from "./field-value.ts";
import { kebab } from "./kebab.ts";
import type { TerminalLanguage } from "./terminal-language.ts";
import { terminalWords } from "./terminal-words.ts";

type Row = readonly [name: string, text: string];

/** The help of the program, of a domain or of a command: whatever the line names. */
export function helpOf({ common, domain, called }: CommandLine): string {
  if (called !== undefined) return helpOfCommand(called.procedure, common.lang);
  return domain === undefined ? helpOfProgram(common.lang) : helpOfDomain(domain, common.lang);
}

function helpOfProgram(lang: TerminalLanguage): string {
  const w = terminalWords[lang];
  const domains = [...new Set(procedures.map((p) => p.path[0]))];
  const parts = domains.map((domain) => `${domain}\n${commandsOf(domain, lang)}`);
  return [w.title, w.usage, ...parts, commonOf(lang), w.secrets, w.exitCodes].join("\n\n");
}

function helpOfDomain(domain: string, lang: TerminalLanguage): string {
  const w = terminalWords[lang];
  return [
    w.usage,
    `${w.commandsOf(domain)}\n${commandsOf(domain, lang)}`,
    w.seeHelp(`${domain} …`),
  ].join("\n\n");
}

function helpOfCommand(procedure: ListedProcedure, lang: TerminalLanguage): string {
  const w = terminalWords[lang];
  const name = procedure.path.map(kebab).join(" ");
  const fields = fieldsOf(inputSchemaOf(procedure)).filter((f) => !isTheBook(procedure, f));
  const rows = fields.map((f): Row => [`--${f.flag}`, describe(f, lang)]);
  const own = rows.length === 0 ? [] : [`${w.fields}\n${columns(rows)}`];
  const secrets = fields.some((f) => f.isSecret) ? [w.secrets] : [];
  const { positional } = procedure.meta;
  const bare = positional === undefined ? "" : ` ${positional.toUpperCase()}`;
  const usage = `${w.usageOf(name + bare)}${isClosed(procedure) ? "" : " --book …"}`;
  return [usage, procedure.meta[lang], ...own, ...secrets, commonOf(lang)].join("\n\n");
}

/** True for the field that `--book` fills: the folder of a command that needs no open book. */
export function isTheBook(procedure: ListedProcedure, field: Field): boolean {
  return procedure.meta.closed === true && field.path.join(".") === "folder";
}

function isClosed(procedure: ListedProcedure): boolean {
  if (procedure.meta.closed !== true) return false;
  return !fieldsOf(inputSchemaOf(procedure)).some((f) => isTheBook(procedure, f) && f.isRequired);
}

function describe(field: Field, lang: TerminalLanguage): string {
  const w = terminalWords[lang];
  const fallback = field.schema.default;
  const isTold = fallback !== undefined && fallback !== "" && !Array.isArray(fallback);
  const notes = [
    ...(field.isSecret ? [] : [expectedValue(field, lang)]),
    ...(field.isRequired ? [w.required] : []),
    ...(field.isList ? [w.repeatable] : []),
    ...(isTold ? [w.byDefault(String(fallback))] : []),
  ];
  return notes.join(", ");
}

function commandsOf(domain: string, lang: TerminalLanguage): string {
  const listed = procedures.filter((p) => p.path[0] === domain);
  return columns(listed.map((p): Row => [kebab(p.path[1]), p.meta[lang]]));
}

function commonOf(lang: TerminalLanguage): string {
  const w = terminalWords[lang];
  return `${w.common}\n${columns(w.commonFlags)}`;
}

function columns(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`.trimEnd()).join("\n");
}

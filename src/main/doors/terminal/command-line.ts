import { type ListedProcedure, procedures } from "#contract/procedures.ts";
import { type Field, fieldsOf, inputSchemaOf, type JsonSchema } from "./field.ts";
import { kebab } from "./kebab.ts";
import { nearestName } from "./nearest-name.ts";
import type { TerminalLanguage } from "./terminal-language.ts";
import { terminalWords } from "./terminal-words.ts";
import { UsageError } from "./usage-error.ts";

/** What every command takes beside its own fields. */
export interface CommonFlags {
  book?: string;
  input?: string;
  output?: string;
  json: boolean;
  force: boolean;
  help: boolean;
  lang: TerminalLanguage;
}

/** A flag as typed; `text` is missing when nothing followed it. */
export interface GivenFlag {
  field: Field;
  /** The key of a map's entry. */
  key?: string;
  text: string | undefined;
}

/** A command line, understood but not yet checked against the contract. */
export interface CommandLine {
  common: CommonFlags;
  domain?: string;
  called?: { procedure: ListedProcedure; schema: JsonSchema; fields: Field[]; given: GivenFlag[] };
}

export const COMMON_FLAGS = ["book", "input", "output", "json", "force", "help", "lang"] as const;
const SWITCHES = new Set(["json", "force", "help"]);

/**
 * Understands `<domain> <command> [--flag value …]`.
 * @throws UsageError with the nearest name when a word is unknown
 */
export function readCommandLine(argv: readonly string[], lang: TerminalLanguage): CommandLine {
  return new Reader(argv, lang).read();
}

class Reader {
  readonly #argv: readonly string[];
  #at = 0;
  readonly #line: CommandLine;

  constructor(argv: readonly string[], lang: TerminalLanguage) {
    this.#argv = argv;
    const common = { json: false, force: false, help: false, lang };
    this.#line = { common };
    // The language counts from the first message on, wherever it stands on the line.
    for (const [at, word] of argv.entries()) {
      const asked = word === "--lang" ? argv[at + 1] : word.match(/^--lang=(.*)$/)?.[1];
      if (asked === "fr" || asked === "en") this.#line.common.lang = asked;
    }
  }

  read(): CommandLine {
    for (let word = this.#next(); word !== undefined; word = this.#next()) {
      if (word === "-h") this.#line.common.help = true;
      else if (word.startsWith("--")) this.#flag(word.slice(2));
      else this.#name(word);
    }
    return this.#line;
  }

  get #words() {
    return terminalWords[this.#line.common.lang];
  }

  #next(): string | undefined {
    return this.#argv[this.#at++];
  }

  #name(word: string): void {
    const { domain, called } = this.#line;
    if (called !== undefined) this.#positional(called, word);
    else if (domain === undefined) this.#domain(word);
    else this.#command(domain, word);
  }

  /** A value without its flag goes to the field that the contract names for it, once. */
  #positional(called: NonNullable<CommandLine["called"]>, word: string): void {
    const { positional } = called.procedure.meta;
    const field = called.fields.find((f) => f.flag === positional);
    const isTaken = called.given.some((given) => given.field === field);
    if (field === undefined || isTaken) throw new UsageError(this.#words.tooMany(word));
    called.given.push({ field, text: word });
  }

  #domain(word: string): void {
    const domains = new Set(procedures.map((p) => p.path[0]));
    if (!domains.has(word)) {
      throw new UsageError(this.#words.unknownDomain(word, nearestName(word, domains)));
    }
    this.#line.domain = word;
  }

  #command(domain: string, word: string): void {
    const listed = procedures.filter((p) => p.path[0] === domain);
    const procedure = listed.find((p) => kebab(p.path[1]) === word);
    if (procedure === undefined) {
      const nearest = nearestName(
        word,
        listed.map((p) => kebab(p.path[1])),
      );
      throw new UsageError(this.#words.unknownCommand(`${domain} ${word}`, nearest));
    }
    const schema = inputSchemaOf(procedure);
    this.#line.called = { procedure, schema, fields: fieldsOf(schema), given: [] };
  }

  #flag(word: string): void {
    const equals = word.indexOf("=");
    const name = equals < 0 ? word : word.slice(0, equals);
    const inline = equals < 0 ? undefined : word.slice(equals + 1);
    if ((COMMON_FLAGS as readonly string[]).includes(name)) this.#common(name, inline);
    else this.#own(name, inline);
  }

  #common(name: string, inline: string | undefined): void {
    if (SWITCHES.has(name)) {
      if (inline !== undefined) throw new UsageError(this.#words.noValue(name));
      Object.assign(this.#line.common, { [name]: true });
      return;
    }
    const value = inline ?? this.#value();
    if (value === undefined) throw new UsageError(this.#words.valueNeeded(name));
    if (name === "lang" && value !== "fr" && value !== "en") {
      throw new UsageError(this.#words.badValue(name, value, "fr, en"));
    }
    Object.assign(this.#line.common, { [name]: value });
  }

  #own(name: string, inline: string | undefined): void {
    const { called } = this.#line;
    const found = called === undefined ? undefined : flagNamed(name, called.fields);
    if (called === undefined || found === undefined) {
      const known = [...COMMON_FLAGS, ...(called?.fields ?? []).map((f) => f.flag)];
      throw new UsageError(this.#words.unknownFlag(name, nearestName(name, known)));
    }
    if (found.field.isSecret) throw new UsageError(this.#words.secretFlag(name));
    if (found.field.kind === "boolean") {
      const text = inline ?? (found.isNegated ? "false" : this.#booleanWord());
      called.given.push({ field: found.field, text });
      return;
    }
    const text = inline ?? this.#value();
    called.given.push({ ...found, text });
  }

  /** The word after a flag, unless it is the next flag. */
  #value(): string | undefined {
    const word = this.#argv[this.#at];
    return word === undefined || word.startsWith("--") ? undefined : this.#next();
  }

  /** `--preview` alone is yes; `--preview false` is accepted too. */
  #booleanWord(): string {
    const word = this.#argv[this.#at];
    return word === "true" || word === "false" ? (this.#next() ?? "true") : "true";
  }
}

function flagNamed(
  name: string,
  fields: readonly Field[],
): { field: Field; key?: string; isNegated?: boolean } | undefined {
  const field = fields.find((f) => f.flag === name);
  if (field !== undefined) return { field };
  const positive = name.startsWith("no-") ? name.slice(3) : undefined;
  const negated = fields.find((f) => f.kind === "boolean" && f.flag === positive);
  if (negated !== undefined) return { field: negated, isNegated: true };
  const map = fields.find((f) => f.kind === "map" && name.startsWith(`${f.flag}.`));
  return map === undefined ? undefined : { field: map, key: name.slice(map.flag.length + 1) };
}

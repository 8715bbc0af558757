import type { GivenFlag } from "./command-line.ts";
import type { Field, JsonSchema } from "./field.ts";
import { fieldValue } from "./field-value.ts";
import { kebab } from "./kebab.ts";
import { nearestName } from "./nearest-name.ts";
import type { TerminalLanguage } from "./terminal-language.ts";
import { terminalWords } from "./terminal-words.ts";
import { UsageError } from "./usage-error.ts";

type Json = Record<string, unknown>;

/**
 * The input that the flags make, laid over the one read from `--input`. A repeated flag adds an
 * element to its list; a repeated part (`--years.starts-on`) begins the next element. A list
 * given by flags replaces the one of the file.
 * @throws UsageError for a value that its field does not take
 */
export function buildInput(base: Json, given: readonly GivenFlag[], lang: TerminalLanguage): Json {
  const input = structuredClone(base);
  const fresh = new Set<string>();
  for (const { field, key, text } of given) {
    if (text === undefined) throw new UsageError(terminalWords[lang].valueNeeded(field.flag));
    const value = key === undefined ? fieldValue(field, text, lang) : { [key]: text };
    const holder = holderOf(input, field, fresh);
    const name = field.path.at(-1) ?? "";
    if (field.isList) addAll(listAt(holder, name, { fresh, at: field.path.join(".") }), value);
    else if (isJson(value) && isJson(holder[name])) Object.assign(holder[name], value);
    else holder[name] = value;
  }
  return input;
}

/** The object that holds a field, made on the way; in a list, its newest element. */
function holderOf(input: Json, field: Field, fresh: Set<string>): Json {
  let holder = input;
  const steps = field.path.slice(0, -1);
  for (const [at, step] of steps.entries()) {
    if (step === "*") continue;
    const here = field.path.slice(0, at + 1).join(".");
    if (steps[at + 1] === "*") {
      const rest = field.path.slice(at + 2);
      holder = elementFor(listAt(holder, step, { fresh, at: here }), rest);
    } else {
      if (!isJson(holder[step])) holder[step] = {};
      holder = holder[step] as Json;
    }
  }
  return holder;
}

function listAt(holder: Json, name: string, list: { fresh: Set<string>; at: string }): unknown[] {
  const found = holder[name];
  const isOurs = list.fresh.has(list.at) && Array.isArray(found);
  list.fresh.add(list.at);
  if (isOurs) return found;
  const made: unknown[] = [];
  holder[name] = made;
  return made;
}

/** The newest element, or a new one when that one already has the part. */
function elementFor(list: unknown[], rest: readonly string[]): Json {
  const newest = list.at(-1);
  const part = rest[0];
  const isTaken = rest.length === 1 && part !== undefined && isJson(newest) && part in newest;
  if (isJson(newest) && !isTaken) return newest;
  const made: Json = {};
  list.push(made);
  return made;
}

function addAll(list: unknown[], value: unknown): void {
  if (Array.isArray(value)) list.push(...value);
  else list.push(value);
}

/**
 * Refuses names that the contract does not have: they would be dropped without a word.
 * @throws UsageError naming the first, with the nearest known one
 */
export function refuseUnknownNames(
  schema: JsonSchema,
  value: unknown,
  { lang, at = [] }: { lang: TerminalLanguage; at?: readonly string[] },
): void {
  if (Array.isArray(value)) {
    for (const item of value) refuseUnknownNames(schema.items ?? {}, item, { lang, at });
    return;
  }
  const { properties } = schema;
  if (properties === undefined || !isJson(value)) return;
  for (const [name, part] of Object.entries(value)) {
    const place = [...at, name];
    if (!Object.hasOwn(properties, name)) {
      const nearest = nearestName(name, Object.keys(properties));
      throw new UsageError(terminalWords[lang].unknownName(place.join("."), nearest));
    }
    refuseUnknownNames(properties[name] ?? {}, part, { lang, at: place });
  }
}

/** The flag of a place in an input: `["years", 0, "startsOn"]` → `years.starts-on`. */
export function flagOfPath(path: readonly PropertyKey[]): string {
  return path
    .filter((step) => typeof step === "string")
    .map(kebab)
    .join(".");
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

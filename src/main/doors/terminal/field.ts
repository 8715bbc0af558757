import { z } from "zod";
import type { ListedProcedure } from "#contract/procedures.ts";
import { kebab } from "./kebab.ts";

/** What a flag holds. A `map` takes `--flag.KEY value`; a `json` a whole object as JSON text. */
export type FieldKind =
  | "text"
  | "integer"
  | "number"
  | "boolean"
  | "date"
  | "choice"
  | "file"
  | "map"
  | "json";

/** One field of a procedure's input, as a flag. */
export interface Field {
  /** Its name without the dashes: `company.vat-number`. */
  flag: string;
  /** Its place in the input; `*` stands for an element of a list. */
  path: readonly string[];
  kind: FieldKind;
  /** True when the flag may be repeated, each time for one more element. */
  isList: boolean;
  isRequired: boolean;
  /** Passphrases and keys never come from the command line, which other programs can read. */
  isSecret: boolean;
  choices: readonly string[];
  schema: JsonSchema;
}

/** The part of JSON Schema that the contract's inputs come out as. */
export interface JsonSchema {
  type?: string;
  format?: string;
  enum?: readonly string[];
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
}

const SECRETS = new Set(["passphrase", "secret"]);

/** The input of a procedure as JSON Schema. */
export function inputSchemaOf({ procedure }: ListedProcedure): JsonSchema {
  const schema = procedure["~orpc"].inputSchema;
  if (!(schema instanceof z.ZodType)) return { type: "object", properties: {} };
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
}

/** Every flag that an input takes, in the contract's order; an object stands before its parts. */
export function fieldsOf(schema: JsonSchema): Field[] {
  return inside(schema, { flag: "", path: [], isRequired: true });
}

interface Place {
  flag: string;
  path: readonly string[];
  isRequired: boolean;
}

function inside(schema: JsonSchema, place: Place): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const flag = place.flag === "" ? kebab(name) : `${place.flag}.${kebab(name)}`;
    const isRequired = place.isRequired && (schema.required ?? []).includes(name);
    return fieldAndParts(plain(property), { flag, path: [...place.path, name], isRequired });
  });
}

function fieldAndParts(schema: JsonSchema, place: Place): Field[] {
  const isList = schema.type === "array";
  const item = isList ? plain(schema.items ?? {}) : schema;
  const field: Field = {
    ...place,
    kind: kindOf(item),
    isList,
    isSecret: SECRETS.has(place.path.at(-1) ?? ""),
    choices: item.enum ?? [],
    schema: isList ? { ...item, default: schema.default } : item,
  };
  const within = isList ? { ...place, path: [...place.path, "*"] } : place;
  return [field, ...inside(item, within)];
}

/** A nullable schema is its other half: the terminal has no word for null. */
function plain(schema: JsonSchema): JsonSchema {
  return schema.anyOf?.find((one) => one.type !== "null") ?? schema;
}

function kindOf(schema: JsonSchema): FieldKind {
  if (schema.enum !== undefined) return "choice";
  if (schema.format === "binary") return "file";
  if (schema.format === "date") return "date";
  if (schema.type === "string") return "text";
  if (schema.type === "integer" || schema.type === "number" || schema.type === "boolean") {
    return schema.type;
  }
  return typeof schema.additionalProperties === "object" ? "map" : "json";
}

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { findKey, nearestName, type RuleKey, type RuleShape } from "./rule-keys.ts";

/** Where a value stands in the file, to name it in an issue. */
export interface RulePlace {
  line: number;
  /** The key as a person wrote it. */
  key: string;
}

/** The file's values under the names of the code, and where each stands. */
export interface WalkedRules {
  value: Record<string, unknown>;
  /** Path joined with points (`categories.2.account`) → place. */
  places: Map<string, RulePlace>;
  issues: RefusedRow[];
}

interface Walk {
  lines: LineCounter;
  places: Map<string, RulePlace>;
  issues: RefusedRow[];
}

/** Longest value quoted in an issue. */
const QUOTED_CHARACTERS = 60;

/**
 * Turns the document into plain values under the code's names. Unknown and repeated keys become
 * issues and are left out; a value of the wrong kind is passed on for the schema to refuse.
 */
export function walkRules(
  root: YAMLMap,
  keys: readonly RuleKey[],
  lines: LineCounter,
): WalkedRules {
  const walk: Walk = { lines, places: new Map(), issues: [] };
  const value = walkMap(walk, { node: root, keys, path: [] });
  return { value, places: walk.places, issues: walk.issues };
}

interface MapPlace {
  node: YAMLMap;
  keys: readonly RuleKey[];
  path: readonly string[];
}

function walkMap(walk: Walk, { node, keys, path }: MapPlace): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const pair of node.items) {
    const written = textOf(pair.key);
    const line = lineOf(walk, pair.key);
    const known = findKey(keys, written);
    if (known === undefined) {
      const names = keys.map((k) => k.names[0] ?? k.key);
      const nearest = nearestName(keys, written);
      walk.issues.push(
        refuseRow("rules.unknown-key", { line, key: written, nearest, known: names }),
      );
      continue;
    }
    const here = [...path, known.key];
    if (known.spread && isMap(pair.value) && known.shape.is === "map") {
      const inner = walkMap(walk, { node: pair.value, keys: known.shape.keys, path });
      Object.assign(out, inner);
      continue;
    }
    const first = walk.places.get(here.join("."));
    if (first) {
      walk.issues.push(refuseRow("rules.repeated-key", { line, key: written, first: first.key }));
      continue;
    }
    walk.places.set(here.join("."), { line, key: written });
    const value = walkValue(walk, pair, { shape: known.shape, path: here, key: written });
    if (value !== undefined) out[known.key] = value;
  }
  return out;
}

interface ValuePlace {
  shape: RuleShape;
  path: readonly string[];
  key: string;
}

function walkValue(
  walk: Walk,
  pair: Pair<unknown, unknown>,
  { shape, path, key }: ValuePlace,
): unknown {
  const node = pair.value;
  if (isAlias(node)) {
    const line = lineOf(walk, node);
    const told = { line, key, text: `*${node.source}`, expected: "no-alias" };
    walk.issues.push(refuseRow("rules.bad-value", told));
    return undefined;
  }
  if (shape.is === "map" && isMap(node)) return walkMap(walk, { node, keys: shape.keys, path });
  if (shape.is === "named-list") return walkNamedList(walk, node, { keys: shape.keys, path });
  const value = plainValue(walk, node, path);
  // One text stands for a list of one.
  return shape.is === "list" && typeof value === "string" ? [value] : value;
}

/** `- nom: A` in a list, or `A:` over its own keys: the same. */
function walkNamedList(
  walk: Walk,
  node: unknown,
  { keys, path }: { keys: readonly RuleKey[]; path: readonly string[] },
): unknown {
  if (isSeq(node)) {
    return node.items.map((item, i) => {
      const here = [...path, String(i)];
      walk.places.set(here.join("."), { line: lineOf(walk, item), key: `n° ${i + 1}` });
      return isMap(item) ? walkMap(walk, { node: item, keys, path: here }) : textOf(item);
    });
  }
  if (!isMap(node)) return plainValue(walk, node, path);
  return node.items.map((pair, i) => {
    const here = [...path, String(i)];
    const name = textOf(pair.key);
    walk.places.set(here.join("."), { line: lineOf(walk, pair.key), key: name });
    if (!isMap(pair.value)) return textOf(pair.value);
    return { name, ...walkMap(walk, { node: pair.value, keys, path: here }) };
  });
}

function plainValue(walk: Walk, node: unknown, path: readonly string[]): unknown {
  if (isSeq(node)) {
    return node.items.map((item, i) => {
      const here = [...path, String(i)].join(".");
      const key = walk.places.get(path.join("."))?.key ?? "";
      walk.places.set(here, { line: lineOf(walk, item), key });
      return isScalar(item) ? textOf(item) : {};
    });
  }
  if (isMap(node)) return {};
  const text = textOf(node);
  return text === "" ? undefined : text;
}

function textOf(node: unknown): string {
  return isScalar(node) && typeof node.value === "string" ? node.value : "";
}

/** The part of a value that an issue quotes. */
export function quotedText(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.slice(0, QUOTED_CHARACTERS);
}

function lineOf(walk: Walk, node: unknown): number {
  const start = (node as Node | null)?.range?.[0] ?? 0;
  return walk.lines.linePos(start).line;
}

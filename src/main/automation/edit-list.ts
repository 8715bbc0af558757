import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, YAMLSeq } from "yaml";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { findKey, ruleKeys } from "./rule-keys.ts";

/** One change of a list of `rules.yaml`, its items as they are written; places count from 0. */
export type ListEdit =
  | { kind: "add"; item: WrittenItem }
  | { kind: "replace"; place: number; item: WrittenItem }
  | { kind: "remove"; place: number }
  | { kind: "move"; place: number; to: number };

/** Keys and values as they stand in the file. */
export type WrittenItem = Readonly<Record<string, string | readonly string[]>>;

/**
 * The text of `rules.yaml` after one change of the list under a key. Comments and everything that
 * the change does not touch stay as they were written. Pure.
 */
export function editList(source: string, key: string, edit: ListEdit): string | Refusal {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { schema: "failsafe", lineCounter });
  const list = listUnder(document, key, lineCounter);
  if (isRefusal(list)) return list;
  const refused = apply({ document, list, key }, edit);
  return isRefusal(refused) ? refused : document.toString({ lineWidth: 100 });
}

/** The node that holds the items in order; made at the end of the file when there is none. */
function listUnder(document: Document, key: string, lines: LineCounter): YAMLSeq | Refusal {
  const root = document.contents;
  const pair = isMap(root)
    ? root.items.find(
        (item) => isScalar(item.key) && findKey(ruleKeys, String(item.key.value))?.key === key,
      )
    : undefined;
  if (isSeq(pair?.value)) return pair.value;
  if (isMap(pair?.value)) {
    const { line } = lines.linePos(pair.value.range?.[0] ?? 0);
    return refuse("rules.not-a-list", { line });
  }
  const name = ruleKeys.find((one) => one.key === key)?.names[0] ?? key;
  const made = new YAMLSeq();
  if (pair !== undefined) {
    pair.value = made;
    return made;
  }
  if (isMap(root)) document.set(name, made);
  else document.contents = document.createNode({ [name]: made }) as never;
  return document.get(name) as YAMLSeq;
}

interface Place {
  document: Document;
  list: YAMLSeq;
  /** The key of the list. */
  key: string;
}

function apply({ document, list, key }: Place, edit: ListEdit): null | Refusal {
  if (edit.kind === "add") {
    list.add(document.createNode(edit.item));
    return null;
  }
  const known = list.items[edit.place];
  if (known === undefined) return refuse("rules.no-such-rule", { place: edit.place });
  if (edit.kind === "remove") list.items.splice(edit.place, 1);
  if (edit.kind === "move") {
    list.items.splice(edit.place, 1);
    list.items.splice(edit.to, 0, known);
  }
  if (edit.kind === "replace") rewrite({ document, list, key }, edit);
  return null;
}

/** Writes the new values where the old ones stand, under the words that the person chose. */
function rewrite(
  { document, list, key }: Place,
  { place, item }: Extract<ListEdit, { kind: "replace" }>,
): void {
  const known = list.items[place];
  const shape = ruleKeys.find((one) => one.key === key)?.shape;
  const keys = shape?.is === "named-list" ? shape.keys : [];
  const ruleKeyOf = (written: unknown) =>
    isScalar(written) ? findKey(keys, String(written.value)) : undefined;
  const isPlain = isMap(known) && known.items.every((pair) => !ruleKeyOf(pair.key)?.spread);
  const told = new Map(
    Object.entries(item).map(([name, value]) => [
      findKey(keys, name)?.key ?? name,
      { name, value },
    ]),
  );
  if (!isPlain) {
    list.items[place] = document.createNode(item);
    return;
  }
  known.items = known.items.filter((pair) => told.has(ruleKeyOf(pair.key)?.key ?? ""));
  for (const [ruleKey, { name, value }] of told) {
    const pair = known.items.find((one) => ruleKeyOf(one.key)?.key === ruleKey);
    if (pair === undefined) known.add(document.createPair(name, value));
    else if (typeof value === "string" && isScalar(pair.value)) pair.value.value = value;
    else if (typeof value !== "string" && isSeq(pair.value)) {
      pair.value.items = value.map((one) => document.createNode(one));
    } else pair.value = document.createNode(value);
  }
}

import { type Document, isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import type { Limits } from "#contract/limits.ts";
import { decimalText } from "#main/base/money.ts";
import { findKey, ruleKeys } from "./rule-keys.ts";

/** Lists stay written as people write them: `[15, 30]`. */
const LAYOUT = { lineWidth: 100, flowCollectionPadding: false };

type Part = "limits" | "drafts";

/** Where each threshold stands in the file, and how its value is written there. */
const WRITTEN: Record<keyof Limits, { part: Part; key: string; write: (value: number) => string }> =
  {
    approvalMinor: { part: "limits", key: "approvalMinor", write: amount },
    floorMinor: { part: "limits", key: "floorMinor", write: amount },
    horizonDays: { part: "limits", key: "horizonDays", write: String },
    concentrationBps: { part: "limits", key: "concentrationShare", write: percent },
    creditBps: { part: "limits", key: "creditShare", write: percent },
    lateDays: { part: "limits", key: "lateDays", write: String },
    minimumImpactMinor: { part: "limits", key: "minimumImpactMinor", write: amount },
    draftSalesBps: { part: "drafts", key: "salesShare", write: percent },
    draftQuotesBps: { part: "drafts", key: "quotesShare", write: percent },
    draftPurchasesBps: { part: "drafts", key: "purchasesShare", write: percent },
  };

/**
 * The text of `rules.yaml` after some thresholds changed; null takes one away, and a name that is
 * not given stays as it is. Comments and the rest of the file stay as they were written. Pure.
 */
export function editLimits(source: string, limits: Partial<Limits>): string {
  const document = parseDocument(source, { schema: "failsafe" });
  for (const [name, value] of Object.entries(limits) as [keyof Limits, number | null][]) {
    const { part, key, write } = WRITTEN[name];
    if (value === null) takeAway(partOf(document, part), part, key);
    else put(document, madePart(document, part), { part, key, text: write(value) });
  }
  return document.contents === null ? source : document.toString(LAYOUT);
}

function put(
  document: Document,
  map: YAMLMap,
  { part, key, text }: { part: Part; key: string; text: string },
): void {
  const pair = pairOf(map, part, key);
  if (pair === undefined) map.add(document.createPair(nameOf(part, key), text));
  else if (isScalar(pair.value)) pair.value.value = text;
  else pair.value = document.createNode(text);
}

function takeAway(map: YAMLMap | undefined, part: Part, key: string): void {
  const pair = map === undefined ? undefined : pairOf(map, part, key);
  if (map !== undefined && pair !== undefined) map.items.splice(map.items.indexOf(pair), 1);
}

function pairOf(map: YAMLMap, part: Part, key: string) {
  return map.items.find(
    (item) => isScalar(item.key) && findKey(keysOf(part), String(item.key.value))?.key === key,
  );
}

function partOf(document: Document, part: Part): YAMLMap | undefined {
  const root = document.contents;
  const pair = isMap(root)
    ? root.items.find(
        (item) => isScalar(item.key) && findKey(ruleKeys, String(item.key.value))?.key === part,
      )
    : undefined;
  return isMap(pair?.value) ? pair.value : undefined;
}

function madePart(document: Document, part: Part): YAMLMap {
  const known = partOf(document, part);
  if (known !== undefined) return known;
  const name = ruleKeys.find((one) => one.key === part)?.names[0] ?? part;
  const made = document.createPair(name, {});
  if (isMap(document.contents)) document.contents.add(made as never);
  else document.contents = document.createNode({ [name]: {} }) as never;
  return document.get(name) as YAMLMap;
}

function keysOf(part: Part) {
  const shape = ruleKeys.find((one) => one.key === part)?.shape;
  return shape?.is === "map" ? shape.keys : [];
}

function nameOf(part: Part, key: string): string {
  return keysOf(part).find((one) => one.key === key)?.names[0] ?? key;
}

function amount(minor: number): string {
  return decimalText(minor, ",");
}

function percent(bps: number): string {
  return `${String(bps / 100).replace(".", ",")} %`;
}

import { isMap, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { decodeText } from "#main/base/decode-text.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { DroppedFile } from "#main/base/table/read-table.ts";
import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import {
  type BusinessRules,
  budgetSchema,
  categoryRuleSchema,
  defaultRules,
  draftsSchema,
  feeRuleSchema,
  limitsSchema,
  matchingSchema,
  reminderDaysSchema,
} from "./business-rules.ts";
import { findKey, type RuleKey, ruleKeys } from "./rule-keys.ts";
import { quotedText, type WalkedRules, walkRules } from "./walk-rules.ts";

/** The rules of a file, and everything wrong with it. */
export interface ReadRules {
  /** What could be read: parts with an issue are left out or at their default. */
  rules: BusinessRules;
  /** One per fault, in file order. Rules are taken over only when there is none. */
  issues: RefusedRow[];
}

/**
 * Reads the business rules of a company (`rules.yaml`). Keys are French, with English aliases;
 * numbers are read as they are written, never as floats. Pure.
 *
 * ```yaml
 * seuils:
 *   approbation: 2000,00        # payments from this amount wait for a person
 *   plancher: 5000,00           # the forecast warns below
 *   horizon: 90                 # days that the forecast looks ahead
 *   concentration: 30 %         # a client above this share is told
 *   retard: 15                  # days after the due date from which a receipt is told late
 *   effet minimum: 500,00       # no warning below
 * brouillons: { ventes: 80 %, achats: 100 % }   # what the year's forecast counts of drafts
 * relances: [15, 30, 60]        # days after the due date
 * rapprochement: { automatique: oui, tolérance: "0,02" }
 * commissions:                  # kept by card acquirers before they pay
 *   - libellé: REMISE CB
 *     compte: "627"
 *     maximum: 2 %
 * règles:                       # book lines that pay no invoice and no bill; the first wins
 *   - nom: Salaires
 *     libellé: [MOTIF SALAIRE]
 *     sens: débit
 *     compte: "421"
 * ```
 * @returns a refusal when the file is no YAML of keys, else the rules with their issues
 */
export function readRules(file: DroppedFile): Refusal | ReadRules {
  const { text } = decodeText(file.bytes);
  if (text.trim() === "") return refuse("files.empty", { file: file.name });
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter, prettyErrors: false });
  const fault = document.errors[0];
  if (fault) {
    const { line } = lineCounter.linePos(fault.pos[0]);
    return refuse("rules.syntax", { file: file.name, line, reason: fault.code });
  }
  if (!isMap(document.contents)) {
    return refuse("rules.syntax", { file: file.name, line: 1, reason: "NOT-A-MAP" });
  }
  const walked = walkRules(document.contents, ruleKeys, lineCounter);
  const rules = takeRules(walked);
  const issues = walked.issues.toSorted((a, b) => a.line - b.line);
  return { rules, issues };
}

/** The rules of a text where nothing is wrong; its first fault otherwise. */
export function soundRules(source: string): BusinessRules | Refusal {
  const read = readRules({ name: "rules.yaml", bytes: new TextEncoder().encode(source) });
  if (isRefusal(read)) return read;
  const [fault] = read.issues;
  return fault === undefined ? read.rules : refuse(fault.code, fault.facts as never);
}

/** Reads each part by itself, so that one fault does not hide the others. */
function takeRules(walked: WalkedRules): BusinessRules {
  const rules = defaultRules();
  const { limits, drafts, reminderDays, matching, fees, categories, budget } = walked.value;
  rules.limits = takePart(walked, { schema: limitsSchema, path: ["limits"] }, limits) ?? {};
  const counted = takePart(walked, { schema: draftsSchema, path: ["drafts"] }, drafts);
  rules.drafts = counted ?? rules.drafts;
  const days = takePart(
    walked,
    { schema: reminderDaysSchema, path: ["reminderDays"] },
    reminderDays,
  );
  rules.reminderDays = days ?? rules.reminderDays;
  const match = takePart(walked, { schema: matchingSchema, path: ["matching"] }, matching);
  rules.matching = match ?? rules.matching;
  rules.fees = takeList(walked, { schema: feeRuleSchema, path: ["fees"] }, fees);
  const categoryPart = { schema: categoryRuleSchema, path: ["categories"] };
  rules.categories = takeList(walked, categoryPart, categories);
  rules.budget = takePart(walked, { schema: budgetSchema, path: ["budget"] }, budget) ?? [];
  return rules;
}

interface Part<S extends z.ZodType> {
  schema: S;
  path: readonly string[];
}

function takeList<S extends z.ZodType>(
  walked: WalkedRules,
  { schema, path }: Part<S>,
  value: unknown,
): z.output<S>[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    addIssue(walked, { path, value, expected: "list" });
    return [];
  }
  return value.flatMap((item, i) => {
    const taken = takePart(walked, { schema, path: [...path, String(i)] }, item);
    return taken === undefined ? [] : [taken];
  });
}

function takePart<S extends z.ZodType>(
  walked: WalkedRules,
  { schema, path }: Part<S>,
  value: unknown,
): z.output<S> | undefined {
  if (value === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const inner = issue.path.map(String);
    const wrong = inner.reduce<unknown>((v, k) => (v as Record<string, unknown>)?.[k], value);
    const last = inner.at(-1);
    if (wrong === undefined && last !== undefined && issue.message !== "range") {
      addMissing(walked, [...path, ...inner.slice(0, -1)], last);
    } else {
      addIssue(walked, { path: [...path, ...inner], value: wrong, expected: issue.message });
    }
  }
  return undefined;
}

function addIssue(
  walked: WalkedRules,
  { path, value, expected }: { path: readonly string[]; value: unknown; expected: string },
): void {
  const { line, key } = placeOf(walked, path);
  const told = { line, key, text: quotedText(value), expected };
  walked.issues.push(refuseRow("rules.bad-value", told));
}

function addMissing(walked: WalkedRules, path: readonly string[], key: string): void {
  const place = placeOf(walked, path);
  const missing = allKeys(ruleKeys).find((k) => k.key === key)?.names[0] ?? key;
  walked.issues.push(refuseRow("rules.missing-key", { ...place, missing }));
}

/** The place of a path, or of the nearest part around it that has one. */
function placeOf(walked: WalkedRules, path: readonly string[]) {
  for (let end = path.length; end > 0; end--) {
    const place = walked.places.get(path.slice(0, end).join("."));
    if (place) return place;
  }
  return { line: 1, key: findKey(ruleKeys, path[0] ?? "")?.names[0] ?? "" };
}

function allKeys(keys: readonly RuleKey[]): RuleKey[] {
  return keys.flatMap((k) => [k, ...("keys" in k.shape ? allKeys(k.shape.keys) : [])]);
}

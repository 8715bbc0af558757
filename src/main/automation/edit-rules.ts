import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, YAMLSeq } from "yaml";
import type { BankRule, RuleEdit } from "#contract/automation.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { findKey, ruleKeys } from "./rule-keys.ts";

/** The key under which rules are written in a file that has none yet. */
const RULES_KEY = "règles";

/**
 * The text of `rules.yaml` after one change of its list of rules. Comments and everything that the
 * change does not touch stay as they were written. Pure.
 */
export function editRules(source: string, edit: RuleEdit): string | Refusal {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { schema: "failsafe", lineCounter });
  const list = ruleList(document, lineCounter);
  if (isRefusal(list)) return list;
  const refused = apply(document, list, edit);
  return isRefusal(refused) ? refused : document.toString({ lineWidth: 100 });
}

/** The node that holds the rules in order; made at the end of the file when there is none. */
function ruleList(document: Document, lines: LineCounter): YAMLSeq | Refusal {
  const root = document.contents;
  const pair = isMap(root)
    ? root.items.find(
        (item) =>
          isScalar(item.key) && findKey(ruleKeys, String(item.key.value))?.key === "categories",
      )
    : undefined;
  if (isSeq(pair?.value)) return pair.value;
  if (isMap(pair?.value)) {
    const { line } = lines.linePos(pair.value.range?.[0] ?? 0);
    return refuse("rules.not-a-list", { line });
  }
  const made = new YAMLSeq();
  if (isMap(root)) document.set(RULES_KEY, made);
  else document.contents = document.createNode({ [RULES_KEY]: made }) as never;
  return document.get(RULES_KEY) as YAMLSeq;
}

function apply(document: Document, list: YAMLSeq, edit: RuleEdit): null | Refusal {
  if (edit.kind === "add") {
    list.add(document.createNode(written(edit.rule)));
    return null;
  }
  const known = list.items[edit.place];
  if (known === undefined) return refuse("rules.no-such-rule", { place: edit.place });
  if (edit.kind === "remove") list.items.splice(edit.place, 1);
  if (edit.kind === "move") {
    list.items.splice(edit.place, 1);
    list.items.splice(edit.to, 0, known);
  }
  if (edit.kind === "replace") {
    const node = document.createNode(written(edit.rule));
    const { commentBefore } = known as { commentBefore?: string | null };
    if (commentBefore) node.commentBefore = commentBefore;
    list.items[edit.place] = node;
  }
  return null;
}

/** A rule under the French keys of the file; what says nothing is left out. */
function written(rule: BankRule): Record<string, string | string[]> {
  const lists = { libellé: rule.contains, contrepartie: rule.counterparty, iban: rule.iban };
  const told = Object.entries(lists).filter(([, values]) => values.length > 0);
  return {
    ...(rule.name === "" ? {} : { nom: rule.name }),
    ...Object.fromEntries(told),
    ...(rule.pattern === "" ? {} : { modèle: rule.pattern }),
    ...(rule.minMinor === null ? {} : { "montant min": amount(rule.minMinor) }),
    ...(rule.maxMinor === null ? {} : { "montant max": amount(rule.maxMinor) }),
    ...(rule.direction === null ? {} : { sens: rule.direction === "debit" ? "débit" : "crédit" }),
    compte: rule.account,
    ...(rule.entryLabel === "" ? {} : { intitulé: rule.entryLabel }),
    ...(rule.automatic ? {} : { automatique: "non" }),
  };
}

function amount(minor: number): string {
  return (minor / 100).toFixed(2).replace(".", ",");
}

import type { BankRule, RuleEdit } from "#contract/automation.ts";
import type { Refusal } from "#main/base/refusal.ts";
import { editList, type WrittenItem } from "./edit-list.ts";

/** The text of `rules.yaml` after one change of its list of rules, comments kept. Pure. */
export function editRules(source: string, edit: RuleEdit): string | Refusal {
  const isWritten = edit.kind === "add" || edit.kind === "replace";
  return editList(source, "categories", isWritten ? { ...edit, item: written(edit.rule) } : edit);
}

/** A rule under the French keys of the file; what says nothing is left out. */
function written(rule: BankRule): WrittenItem {
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

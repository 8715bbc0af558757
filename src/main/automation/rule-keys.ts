import { normaliseHeader } from "#main/base/table/normalise-header.ts";

/** What a value of the rules' file may be: one text, a list, or keys of their own. */
export type RuleShape =
  | { is: "value" }
  | { is: "list"; of: RuleShape }
  | { is: "map"; keys: readonly RuleKey[] }
  /** A list of maps, or a map from names to maps. */
  | { is: "named-list"; keys: readonly RuleKey[] };

/** One key: the name in the code, and those in the file, the French one first. */
export interface RuleKey {
  key: string;
  names: readonly string[];
  shape: RuleShape;
  /** The keys below stand for keys of the map around: `quand:` only groups conditions. */
  spread?: boolean;
}

const value: RuleShape = { is: "value" };
const values: RuleShape = { is: "list", of: value };

const LABEL_KEYS: readonly RuleKey[] = [
  {
    key: "contains",
    names: ["libellé", "libellé contient", "contient", "label", "contains"],
    shape: values,
  },
];

const CONDITION_KEYS: readonly RuleKey[] = [
  ...LABEL_KEYS,
  {
    key: "counterparty",
    names: ["contrepartie", "contrepartie contient", "counterparty"],
    shape: values,
  },
  { key: "iban", names: ["iban"], shape: values },
  { key: "pattern", names: ["modèle", "expression", "regex", "pattern"], shape: value },
  { key: "minMinor", names: ["montant min", "minimum", "amount min", "min"], shape: value },
  { key: "maxMinor", names: ["montant max", "maximum", "amount max", "max"], shape: value },
  { key: "direction", names: ["sens", "direction"], shape: value },
];

const CATEGORY_KEYS: readonly RuleKey[] = [
  { key: "name", names: ["nom", "name"], shape: value },
  { key: "when", names: ["quand", "when"], shape: map(CONDITION_KEYS), spread: true },
  ...CONDITION_KEYS,
  { key: "account", names: ["compte", "account"], shape: value },
  { key: "party", names: ["tiers", "party"], shape: value },
  { key: "entryLabel", names: ["intitulé", "libellé écriture", "entry label"], shape: value },
  { key: "automatic", names: ["automatique", "automatic"], shape: value },
];

const FEE_KEYS: readonly RuleKey[] = [
  { key: "name", names: ["nom", "name"], shape: value },
  ...LABEL_KEYS,
  { key: "account", names: ["compte", "account"], shape: value },
  { key: "feeMinBps", names: ["frais min bps", "fee min bps"], shape: value },
  { key: "feeMaxBps", names: ["frais max bps", "fee max bps"], shape: value },
  { key: "feeMinPercent", names: ["minimum", "min"], shape: value },
  { key: "feeMaxPercent", names: ["maximum", "max"], shape: value },
];

const BUDGET_KEYS: readonly RuleKey[] = [
  { key: "name", names: ["nom", "name"], shape: value },
  { key: "accounts", names: ["comptes", "compte", "accounts", "account"], shape: values },
];

/**
 * The keys of `rules.yaml`. Names count without accents, case, spaces and small words:
 * `fraisMaxBps` is `frais max bps`. What each one means stands
 * with the schemas of `business-rules.ts`.
 */
export const ruleKeys: readonly RuleKey[] = [
  {
    key: "limits",
    names: ["seuils", "limites", "limits"],
    shape: map([
      { key: "approvalMinor", names: ["approbation", "validation", "approval"], shape: value },
      { key: "floorMinor", names: ["plancher", "floor"], shape: value },
      { key: "horizonDays", names: ["horizon", "horizon jours", "horizon days"], shape: value },
      { key: "concentrationShare", names: ["concentration", "part d'un client"], shape: value },
      {
        key: "creditShare",
        names: ["coût du crédit", "taux du crédit", "cost of credit", "credit rate"],
        shape: value,
      },
      { key: "lateDays", names: ["retard", "jours de retard", "late days"], shape: value },
      {
        key: "minimumImpactMinor",
        names: ["effet minimum", "impact minimum", "minimum impact"],
        shape: value,
      },
    ]),
  },
  {
    key: "drafts",
    names: ["brouillons", "drafts"],
    shape: map([
      { key: "salesShare", names: ["ventes", "sales"], shape: value },
      { key: "purchasesShare", names: ["achats", "purchases"], shape: value },
      { key: "quotesShare", names: ["devis", "quotes"], shape: value },
    ]),
  },
  {
    key: "reminderDays",
    names: ["relances", "jours de relance", "reminders", "reminder days"],
    shape: values,
  },
  {
    key: "matching",
    names: ["rapprochement", "matching"],
    shape: map([
      { key: "automatic", names: ["automatique", "automatic"], shape: value },
      { key: "toleranceMinor", names: ["tolérance", "tolerance"], shape: value },
    ]),
  },
  {
    key: "fees",
    names: ["commissions", "encaisseurs", "fees", "acquirers"],
    shape: { is: "named-list", keys: FEE_KEYS },
  },
  {
    key: "categories",
    names: ["règles", "catégories", "rules", "categories"],
    shape: { is: "named-list", keys: CATEGORY_KEYS },
  },
  {
    key: "budget",
    names: ["budget", "catégories de budget", "postes de budget", "budget categories"],
    shape: { is: "named-list", keys: BUDGET_KEYS },
  },
];

/** The key written under any of its names; undefined when there is none. */
export function findKey(keys: readonly RuleKey[], written: string): RuleKey | undefined {
  const plain = compact(written);
  return keys.find((k) => k.names.some((n) => compact(n) === plain));
}

/** The name nearest to what was written, for "did you mean"; empty when none is near. */
export function nearestName(keys: readonly RuleKey[], written: string): string {
  const plain = compact(written);
  let best = { name: "", distance: Math.max(1, Math.floor(plain.length / 3)) + 1 };
  for (const name of keys.flatMap((k) => k.names)) {
    const distance = editDistance(plain, compact(name));
    if (distance < best.distance) best = { name, distance };
  }
  return best.name;
}

function map(keys: readonly RuleKey[]): RuleShape {
  return { is: "map", keys };
}

function compact(name: string): string {
  return normaliseHeader(name).replaceAll(" ", "");
}

/** Levenshtein's distance: insertions, deletions and substitutions. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

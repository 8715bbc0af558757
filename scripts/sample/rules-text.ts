import { BUDGET_CATEGORIES } from "./write-budget.ts";

/** One business rule: what a bank line must say, its side, and the account that it is booked to. */
type Rule = {
  name: string;
  texts: readonly string[];
  side?: "débit" | "crédit";
  account: string;
};

const RULES: readonly Rule[] = [
  {
    name: "Frais bancaires",
    texts: [
      "FRAIS TENUE DE COMPTE",
      "COTISATION CARTE BUSINESS",
      "ABONNEMENT BANQUE EN LIGNE",
      "COMMISSION DE MOUVEMENT",
      "COMMISSION VIR ETRANGER",
      "FRAIS REJET PRELEVEMENT",
    ],
    side: "débit",
    account: "627",
  },
  {
    name: "Location du terminal de paiement",
    texts: ["LOCATION TPE"],
    side: "débit",
    account: "627",
  },
  { name: "Salaires", texts: ["MOTIF SALAIRE"], side: "débit", account: "421" },
  { name: "URSSAF", texts: ["PRLV SEPA URSSAF"], side: "débit", account: "431" },
  { name: "Prélèvement à la source", texts: ["DGFIP PAS DSN"], side: "débit", account: "4421" },
  {
    name: "Retraite et mutuelle",
    texts: ["CAISSE RETRAITE COMPLEMENTAIRE", "MUTUELLE SANTE COLLECTIVE"],
    side: "débit",
    account: "437",
  },
  { name: "TVA à décaisser", texts: ["DGFIP TVA"], side: "débit", account: "44551" },
  { name: "Impôt sur les sociétés", texts: ["IMPOT PRO /REF IS"], side: "débit", account: "444" },
  { name: "CFE", texts: ["IMPOT PRO /REF CFE"], side: "débit", account: "63511" },
  { name: "Emprunt", texts: ["ECHEANCE PRET", "DEBLOCAGE PRET"], account: "164" },
  { name: "Capital", texts: ["LIBERATION CAPITAL SOCIAL"], side: "crédit", account: "1013" },
  { name: "Compte courant d'associé", texts: ["COMPTE COURANT ASSOCIE"], account: "455" },
  { name: "Dividendes", texts: ["MOTIF DIVIDENDES"], side: "débit", account: "457" },
  { name: "Virements internes", texts: ["VIR INTERNE"], account: "58" },
  { name: "Intérêts du livret", texts: ["INTERETS CREDITEURS"], side: "crédit", account: "768" },
  {
    name: "Péages, parkings et trains",
    texts: ["CB PEAGE", "CB PARKING", "CB BILLETS TRAIN"],
    side: "débit",
    account: "6251",
  },
  { name: "Hôtels", texts: ["CB HOTEL"], side: "débit", account: "6256" },
  { name: "Repas", texts: ["CB REST "], side: "débit", account: "6257" },
  { name: "Carburant", texts: ["CB STATION"], side: "débit", account: "6061" },
  {
    name: "Petit outillage",
    texts: ["CB COMPTOIR DU BRICOLEUR"],
    side: "débit",
    account: "6063",
  },
];

const HEAD = `# Règles de gestion d'Ateliers Brindelaire.
seuils:
  approbation: 5000,00
  plancher: 20000,00
relances: [15, 30, 60]
rapprochement:
  automatique: oui
  tolérance: 0,02

# Une ligne de banque qui ne règle ni facture client ni facture fournisseur est comptabilisée par
# la première règle dont un texte figure dans son libellé (sans égard aux accents ni à la casse).
`;

const CARDS = `
# L'acquéreur verse les cartes d'un jour nettes de sa commission, qu'il écrit dans le libellé.
commissions:
  - nom: Commission sur cartes
    libellé: ["REMISE CB"]
    compte: "627"
    maximum: 3 %
`;

/** `rules.yaml` of the sample. */
export const rulesText = `${HEAD}règles:\n${RULES.map(ruleText).join("")}${CARDS}${budgetText()}`;

function budgetText(): string {
  const items = BUDGET_CATEGORIES.map(
    ([name, accounts]) => `  - nom: ${name}\n    comptes: [${accounts}]\n`,
  );
  return `\n# Ce que le budget suit ; un autre compte va à sa classe de deux chiffres.\nbudget:\n${items.join("")}`;
}

function ruleText({ name, texts, side, account }: Rule): string {
  const sideLine = side === undefined ? "" : `    sens: ${side}\n`;
  const list = texts.map((text) => `"${text}"`).join(", ");
  const oneLine = `    libellé: [${list}]\n`;
  const manyLines = `    libellé:\n${texts.map((text) => `      - "${text}"\n`).join("")}`;
  const label = oneLine.length > 100 ? manyLines : oneLine;
  return `  - nom: ${name}\n${label}${sideLine}    compte: "${account}"\n`;
}

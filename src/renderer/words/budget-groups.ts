import { catalogue } from "./words.ts";

/** Categories of the budget: the two-figure classes of the French chart of accounts. */
export const budgetGroupWords = catalogue({
  60: { fr: "Achats", en: "Purchases" },
  61: { fr: "Services extérieurs", en: "External services" },
  62: { fr: "Autres services extérieurs", en: "Other external services" },
  63: { fr: "Impôts et taxes", en: "Taxes" },
  64: { fr: "Charges de personnel", en: "Staff costs" },
  65: { fr: "Autres charges de gestion", en: "Other operating expenses" },
  66: { fr: "Charges financières", en: "Financial expenses" },
  67: { fr: "Charges exceptionnelles", en: "Exceptional expenses" },
  68: { fr: "Dotations", en: "Depreciation and provisions" },
  69: { fr: "Participation et impôt sur les bénéfices", en: "Profit sharing and income tax" },
  70: { fr: "Ventes", en: "Sales" },
  71: { fr: "Production stockée", en: "Change in stocks of products" },
  72: { fr: "Production immobilisée", en: "Own work capitalised" },
  74: { fr: "Subventions", en: "Grants" },
  75: { fr: "Autres produits de gestion", en: "Other operating income" },
  76: { fr: "Produits financiers", en: "Financial income" },
  77: { fr: "Produits exceptionnels", en: "Exceptional income" },
  78: { fr: "Reprises", en: "Reversals" },
  79: { fr: "Transferts de charges", en: "Transfers of expenses" },
});

import type { FieldSpec } from "./map-columns.ts";

/** Which side of the trade a file is about. */
export type TradeSide = "sales" | "purchases";

const NUMBER = {
  sales: [
    "Numéro",
    "N° facture",
    "Numéro facture",
    "Invoice number",
    "Invoice no",
    "Number",
    "N°",
    "No",
    "Référence",
    "Reference",
    "Ref",
    "Pièce",
    "Invoice",
    "Facture",
  ],
  purchases: [
    "Référence",
    "Reference",
    "Ref",
    "Référence facture",
    "Numéro",
    "N° facture",
    "Numéro facture",
    "Bill number",
    "Bill no",
    "Invoice number",
    "Number",
    "N°",
    "No",
    "Pièce",
    "Bill",
    "Facture",
  ],
};

const PARTY_CODE = {
  sales: [
    "Code client",
    "N° client",
    "Numéro client",
    "Customer code",
    "Client code",
    "Customer ID",
    "Compte auxiliaire",
    "Compte client",
  ],
  purchases: [
    "Code fournisseur",
    "N° fournisseur",
    "Numéro fournisseur",
    "Supplier code",
    "Vendor code",
    "Supplier ID",
    "Compte auxiliaire",
    "Compte fournisseur",
  ],
};

const PARTY_NAME = {
  sales: ["Client", "Nom client", "Customer", "Customer name", "Client name", "Raison sociale"],
  purchases: [
    "Fournisseur",
    "Nom fournisseur",
    "Supplier",
    "Supplier name",
    "Vendor",
    "Raison sociale",
  ],
};

const DATES: FieldSpec[] = [
  {
    field: "issuedOn",
    title: "Date",
    required: true,
    names: ["Date facture", "Date émission", "Invoice date", "Issue date", "Bill date", "Date"],
  },
  {
    field: "dueOn",
    title: "Échéance",
    names: ["Échéance", "Date échéance", "Due date", "Due on", "Due", "Date limite paiement"],
  },
];

const AMOUNTS: FieldSpec[] = [
  {
    field: "vatTreatment",
    title: "Régime TVA",
    names: ["Régime TVA", "Régime", "VAT treatment", "VAT scheme", "Tax treatment"],
  },
  {
    field: "rateBps",
    title: "Taux TVA",
    names: ["Taux TVA", "VAT rate", "Tax rate", "% TVA", "VAT %", "TVA %", "Taux", "Rate"],
  },
  {
    field: "netMinor",
    title: "HT",
    names: [
      "HT",
      "Montant HT",
      "Total HT",
      "Base HT",
      "Net amount",
      "Amount excl VAT",
      "Amount excluding VAT",
      "Subtotal",
      "Net",
    ],
  },
  {
    field: "vatMinor",
    title: "TVA",
    names: ["TVA", "Montant TVA", "Total TVA", "VAT amount", "VAT", "Tax amount", "Tax"],
  },
  {
    field: "grossMinor",
    title: "TTC",
    names: [
      "TTC",
      "Montant TTC",
      "Total TTC",
      "Net à payer",
      "Gross amount",
      "Amount incl VAT",
      "Amount including VAT",
      "Gross",
      "Total amount",
      "Total",
      "Montant",
      "Amount",
    ],
  },
  { field: "currency", title: "Devise", names: ["Devise", "Currency"] },
];

/** The fields of a file of invoices (`sales`) or bills (`purchases`), with their usual headers. */
export function vatDocumentFields(side: TradeSide): FieldSpec[] {
  const isSales = side === "sales";
  const party = isSales ? "client" : "fournisseur";
  return [
    {
      field: "number",
      title: isSales ? "Numéro" : "Référence",
      required: true,
      names: NUMBER[side],
    },
    { field: "kind", title: "Type", names: ["Type", "Nature", "Kind", "Document type"] },
    ...DATES,
    { field: "partyCode", title: `Code ${party}`, names: PARTY_CODE[side] },
    {
      field: "partyName",
      title: isSales ? "Client" : "Fournisseur",
      required: true,
      names: PARTY_NAME[side],
    },
    { field: "siren", title: "SIREN", names: ["SIREN", "N° SIREN", "SIRET", "Company number"] },
    {
      field: "vatNumber",
      title: "N° TVA",
      names: [
        "N° TVA",
        "Numéro TVA",
        "N° TVA intracommunautaire",
        "TVA intracommunautaire",
        "VAT number",
        "VAT no",
        "VAT ID",
      ],
    },
    ...(isSales ? [] : PURCHASE_ONLY),
    {
      field: "label",
      title: "Libellé",
      names: ["Libellé", "Objet", "Désignation", "Description", "Label", "Subject"],
    },
    ...AMOUNTS,
  ];
}

const PURCHASE_ONLY: FieldSpec[] = [
  { field: "iban", title: "IBAN", names: ["IBAN", "IBAN fournisseur", "Supplier IBAN"] },
  {
    field: "account",
    title: "Compte",
    names: [
      "Compte charge",
      "Compte comptable",
      "Expense account",
      "Account",
      "Compte",
      "Account number",
    ],
  },
];

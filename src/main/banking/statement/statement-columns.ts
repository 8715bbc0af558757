import type { FieldSpec } from "#main/base/table/map-columns.ts";
import { normaliseHeader } from "#main/base/table/normalise-header.ts";

/** Fields of a bank's CSV, with the names that banks give them in general. */
const GENERAL: readonly FieldSpec[] = [
  {
    field: "bookedOn",
    title: "Date",
    required: true,
    names: [
      "Date opération",
      "Date comptabilisation",
      "Date comptable",
      "Date écriture",
      "dateOp",
      "Booking date",
      "Posted date",
      "Date completed (UTC)",
      "Completed date",
      "Transaction date",
      "Date",
      "Buchungstag",
    ],
  },
  { field: "valueOn", title: "Date de valeur", names: ["Date valeur", "dateVal", "Value date"] },
  {
    field: "label",
    title: "Libellé",
    names: [
      "Libellé opération",
      "Libellé complet opération",
      "Libellé",
      "Label",
      "Description",
      "Intitulé",
      "Nature opération",
      "Narrative",
      "Memo",
      "Motif",
      "Verwendungszweck",
    ],
  },
  {
    field: "detail",
    title: "Détail",
    names: ["Détail écriture", "Détail", "Details", "Informations complémentaires"],
  },
  {
    field: "amountMinor",
    title: "Montant",
    names: ["Montant opération", "Montant", "Amount", "Net", "Betrag"],
  },
  { field: "debit", title: "Débit", names: ["Débit", "Debit", "Paid out", "Money out", "Sortie"] },
  {
    field: "credit",
    title: "Crédit",
    names: ["Crédit", "Credit", "Paid in", "Money in", "Entrée"],
  },
  { field: "sense", title: "Sens", names: ["Sens", "D/C", "Débit/Crédit", "CdtDbtInd"] },
  { field: "fee", title: "Frais", names: ["Frais prélevés en plus"] },
  {
    field: "balance",
    title: "Solde",
    names: ["Solde", "Balance", "Running balance", "accountbalance"],
  },
  { field: "currency", title: "Devise", names: ["Devise", "Currency", "CCY", "Monnaie"] },
  {
    field: "counterpartyName",
    title: "Contrepartie",
    names: [
      "Nom contrepartie",
      "Contrepartie",
      "Counterparty name",
      "Partner name",
      "Bénéficiaire",
      "Tiers",
      "Payee",
    ],
  },
  {
    field: "counterpartyIban",
    title: "IBAN de la contrepartie",
    names: ["IBAN contrepartie", "Counterparty IBAN", "Beneficiary IBAN", "IBAN bénéficiaire"],
  },
  { field: "iban", title: "IBAN", names: ["IBAN"] },
  { field: "account", title: "Compte", names: ["Numéro compte", "accountNum", "Compte"] },
  {
    field: "reference",
    title: "Référence",
    names: ["Référence client", "Référence", "Reference", "Ref"],
  },
  {
    field: "bankId",
    title: "Identifiant",
    names: ["Transaction ID", "Identifiant transaction", "Identifiant", "ID"],
  },
  { field: "status", title: "Statut", names: ["Status", "Statut", "State", "État"] },
];

/** A bank's layout, known by headers that only it has together; its names replace the general. */
interface Preset {
  bank: string;
  signature: readonly string[];
  names: Readonly<Record<string, readonly string[]>>;
}

/**
 * Layouts of exports in France that the general names would misread: headers and quirks as public
 * importers document them (kledg's notes on bank imports). Those of BNP Paribas, Société
 * Générale, Crédit Agricole, Crédit Mutuel, CIC and La Banque Postale need no preset.
 */
const PRESETS: readonly Preset[] = [
  {
    bank: "BPCE",
    signature: ["Date de comptabilisation", "Libelle simplifie", "Libelle operation"],
    names: {
      bookedOn: ["Date de comptabilisation"],
      counterpartyName: ["Libelle simplifie"],
      detail: ["Informations complementaires"],
      reference: [],
      bankId: ["Reference"],
    },
  },
  {
    bank: "BoursoBank",
    signature: ["dateOp", "dateVal", "label", "amount"],
    names: { counterpartyName: ["supplierFound"], account: ["accountNum"] },
  },
  {
    bank: "Shine",
    signature: ["Transaction ID", "Date d'opération", "Nom de la contrepartie"],
    names: { bookedOn: ["Date d'opération"], valueOn: ["Date de la valeur"] },
  },
  {
    bank: "Qonto",
    signature: ["Settlement date (UTC)", "Total amount (incl. VAT)", "Transaction ID"],
    names: {
      bookedOn: ["Settlement date (UTC)"],
      valueOn: [],
      amountMinor: ["Total amount (incl. VAT)"],
      currency: ["Currency"],
      label: [],
      account: ["IBAN"],
      iban: [],
    },
  },
  {
    bank: "Qonto",
    signature: ["Statut", "Montant total (TTC)", "Identifiant de transaction"],
    names: {
      bookedOn: ["Date de la valeur (UTC)", "Date de valeur (UTC)", "Date de règlement (UTC)"],
      valueOn: [],
      amountMinor: ["Montant total (TTC)"],
      currency: ["Devise"],
      label: [],
      account: ["IBAN"],
      iban: [],
    },
  },
  {
    bank: "Revolut Business",
    signature: ["Date started (UTC)", "Date completed (UTC)", "State", "Amount"],
    names: {
      bookedOn: ["Date completed (UTC)"],
      amountMinor: ["Total amount", "Amount"],
      currency: ["Payment currency"],
      account: ["Account"],
      counterpartyIban: ["Beneficiary IBAN"],
      counterpartyName: [],
      bankId: ["ID"],
    },
  },
  {
    bank: "Revolut",
    signature: ["Type", "Product", "Completed Date", "Fee", "State"],
    names: { bookedOn: ["Completed Date"], account: ["Product"], fee: ["Fee"] },
  },
];

/** Every field under the names of all banks: what a header line is recognised by. */
export const statementFields: readonly FieldSpec[] = GENERAL.map((spec) => ({
  ...spec,
  names: spec.names.concat(PRESETS.flatMap((p) => p.names[spec.field] ?? [])),
}));

/** The fields to look for under these headers, with the bank when its layout is recognised. */
export function statementColumns(headers: readonly string[]): {
  fields: readonly FieldSpec[];
  bank?: string;
} {
  const present = new Set(headers.map(normaliseHeader));
  const preset = PRESETS.find((p) => p.signature.every((h) => present.has(normaliseHeader(h))));
  if (!preset) return { fields: GENERAL };
  const fields = GENERAL.map((spec) => ({
    ...spec,
    names: preset.names[spec.field] ?? spec.names,
  }));
  return { fields, bank: preset.bank };
}

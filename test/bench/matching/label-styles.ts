import type { Random } from "./random.ts";

/** What a bank shows of one payment. */
export interface Written {
  readonly label: string;
  readonly counterpartyName?: string;
  readonly counterpartyIban?: string;
  readonly reference?: string;
}

interface Payment {
  readonly name: string;
  readonly motive: string;
  readonly iban: string;
  readonly isReceipt: boolean;
}

type Style = (payment: Payment, random: Random) => Written;

const plain = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['&.]/g, " ")
    .replace(/ +/g, " ")
    .toUpperCase();
const digits = (random: Random, n: number) =>
  Array.from({ length: n }, () => random.int(0, 9)).join("");
const way = (payment: Payment, receipt: string, disbursement: string) =>
  payment.isReceipt ? receipt : disbursement;

/** Made in the manner of ten French banks; the wording is ours. */
const LABEL_STYLES: Readonly<Record<string, Style>> = {
  bnp: (p, r) => ({
    label:
      `VIR SEPA ${way(p, "RECU /DE", "EMIS /BEN")} ${plain(p.name)} ` +
      `/MOTIF ${p.motive.toUpperCase()} /REF ${digits(r, 10)}`,
  }),
  societeGenerale: (p, r) => ({
    label:
      `${way(p, "VIR RECU", "VIR EMIS")}    ${digits(r, 9)}S ${way(p, "DE:", "POUR:")} ` +
      `${plain(p.name)} MOTIF: ${p.motive} REF: ${digits(r, 8)}`,
  }),
  creditAgricole: (p) => ({
    label: `${way(p, "VIREMENT EN VOTRE FAVEUR", "VIREMENT EMIS")} ${p.name} ${p.motive}`,
  }),
  caisseEpargne: (p, r) => ({
    label: `VIR SEPA ${plain(p.name)} ${p.motive}`,
    reference: `${digits(r, 6)}-${digits(r, 4)}`,
  }),
  creditMutuel: (p) => ({
    label: `${way(p, "VIR DE", "VIR VERS")} ${plain(p.name)} ${p.motive.toUpperCase()}`,
  }),
  banquePostale: (p) => ({
    label: `${way(p, "VIREMENT DE", "VIREMENT POUR")} ${plain(p.name)} REFERENCE : ${p.motive}`,
  }),
  bourso: (p) => ({ label: `VIR INST ${p.name}${p.motive === "" ? "" : ` | ${p.motive}`}` }),
  shine: (p) => ({ label: p.motive === "" ? "Virement" : p.motive, counterpartyName: p.name }),
  qonto: (p) => ({
    label: p.name,
    counterpartyName: p.name,
    counterpartyIban: p.iban,
    reference: p.motive,
  }),
  lcl: (p, r) => ({
    label: `VIREMENT ${plain(p.name).slice(0, 26)} ${p.motive} ID ${digits(r, 12)}`,
    counterpartyIban: p.iban,
  }),
};

const STYLES = Object.values(LABEL_STYLES);

/** Writes a payment in one of the banks' manners. */
export function writeLabel(payment: Payment, random: Random): Written {
  return random.pick(STYLES)(payment, random);
}

/** Writes it in a bank that keeps 32 characters and nothing else. */
export function writeCutLabel(payment: Payment): Written {
  return { label: `VIR ${plain(payment.name)} ${payment.motive}`.slice(0, 32) };
}

const ANNOUNCING = ["FACTURE", "Facture n°", "REGLT FACT", "Paiement", "FACT."];

/** An own number as payers spell it. */
export function spellReference(reference: string, random: Random): string {
  const parts = reference.split(/[-/]/);
  const spelled = random.weighted({ same: 40, spaced: 15, glued: 15, loose: 10, words: 20 });
  switch (spelled) {
    case "same":
      return reference;
    case "spaced":
      return parts.join(" ");
    case "glued":
      return parts.join("");
    case "loose":
      return parts
        .map((p, n) => (n === 0 ? p : p.replace(/^0+(?=\d)/, "")))
        .join("-")
        .toLowerCase();
    default:
      return `${random.pick(ANNOUNCING)} ${reference}`;
  }
}

/** One slip of the finger somewhere in the digits. */
export function mistype(reference: string, random: Random): string {
  const places = Array.from(reference).flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  const at = random.pick(places);
  const digit = reference[at] ?? "0";
  const before = reference.slice(0, at);
  const after = reference.slice(at + 1);
  switch (random.int(0, 2)) {
    case 0:
      return `${before}${(Number(digit) + random.int(1, 9)) % 10}${after}`;
    case 1:
      return `${before}${after}`;
    default:
      return `${before}${digit}${digit}${after}`;
  }
}

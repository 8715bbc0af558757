import { addDays } from "#contract/date.ts";
import type { Company } from "./companies.ts";
import { writeLabel } from "./label-styles.ts";
import type { MadeLine } from "./payments.ts";
import type { Random } from "./random.ts";

const NOTHING = {
  class: "noise" as const,
  allocations: new Map<string, number>(),
  isTold: false,
  isPartyTold: false,
  payer: "",
};
const COSTS = [
  "PRLV SEPA URSSAF ILE DE FRANCE",
  "PRLV SEPA DGFIP TVA1",
  "COTISATION ESPRIT PRO",
  "FRAIS TENUE DE COMPTE",
  "ECHEANCE PRET",
  "CB CARBURANT AUTOROUTE",
  "PRLV SEPA TELEPHONIE MOBILE",
  "RETRAIT DAB",
  "VIR SEPA EMIS SALAIRE",
];
const RECEIPTS = [
  "VIR RECU REMBOURSEMENT ASSURANCE",
  "VERSEMENT ESPECES",
  "VIR SEPA RECU CPAM INDEMNITES",
  "INTERETS CREDITEURS",
  "REMISE CHEQUES",
  "VIR SEPA RECU /DE M MARTIN THOMAS /MOTIF REMBOURSEMENT",
  "VIR INST MME DURAND SIMON",
  "VIR COMPTE A COMPTE",
];

/**
 * Receipts of known customers that pay nothing in the books: an older invoice, a deposit, or the
 * same amount a second time. Their label has the party, and sometimes a number we never gave.
 */
export function makeUnlisted(
  random: Random,
  companies: readonly Company[],
  made: readonly MadeLine[],
): MadeLine[] {
  const byId = new Map(companies.map((c) => [c.name, c]));
  return made.flatMap((m) => {
    if (m.class !== "no-reference" || !random.chance(0.08)) return [];
    const company = byId.get(m.payer);
    if (company === undefined) return [];
    const isDouble = random.chance(0.15);
    const sign = Math.sign(m.line.amountMinor);
    const amountMinor = isDouble ? m.line.amountMinor : sign * random.int(2000, 500_000);
    const old = `FA-2022-${String(random.int(1, 3000)).padStart(4, "0")}`;
    const motive = random.pick(["", "REGLEMENT", old, "COMMANDE 4500012345"]);
    const payment = { name: company.name, motive, iban: company.iban, isReceipt: sign > 0 };
    const line = {
      bookedOn: addDays(m.line.bookedOn, random.int(1, 60)),
      amountMinor,
      currency: "EUR",
      ...writeLabel(payment, random),
    };
    return [{ ...NOTHING, payer: company.name, line }];
  });
}

/** Payments that come back unpaid: the number and amount of a receipt, with the other sign. */
export function makeRejects(random: Random, made: readonly MadeLine[]): MadeLine[] {
  return made.flatMap((m) => {
    if (m.class !== "reference" || m.line.amountMinor < 0 || !random.chance(0.02)) return [];
    const line = {
      bookedOn: addDays(m.line.bookedOn, random.int(2, 8)),
      amountMinor: -m.line.amountMinor,
      currency: "EUR",
      label: `REJET VIR SEPA ${m.payer} ${m.line.label.slice(-20)}`,
    };
    return [{ ...NOTHING, line, class: "return" as const, partner: m, isTold: true }];
  });
}

/** What banks write on a company's own transfers: its name, its account, a word, or nothing. */
const MOVES = ["VIR INTERNE", "VIREMENT DE COMPTE A COMPTE", "VIR SEPA ECRITOIRE ESSAIS", "VIR"];

/** Transfers between the company's two accounts: two lines of opposite cents, up to three days apart. */
export function makeTransfers(random: Random, count: number): MadeLine[] {
  return Array.from({ length: count }, () => {
    const bookedOn = addDays("2024-01-05", random.int(0, 720));
    const amountMinor = random.chance(0.8) ? random.int(1, 400) * 10_000 : random.int(1e4, 1e7);
    const move = random.pick(MOVES);
    const line = { bookedOn, currency: "EUR", label: `${move} ${random.int(100_000, 999_999)}` };
    const out: MadeLine = {
      ...NOTHING,
      class: "transfer",
      line: { ...line, amountMinor: -amountMinor },
      // A bare VIR tells nothing: the pair is only to be suggested.
      isTold: move !== "VIR",
    };
    const into: MadeLine = {
      ...out,
      bankAccountId: 2,
      partner: out,
      line: { ...line, amountMinor, bookedOn: addDays(bookedOn, random.int(0, 3)) },
    };
    return [Object.assign(out, { partner: into }), into];
  }).flat();
}

/** Lines that pay nothing in the books, with the dates and numbers that such labels hold. */
export function makeNoise(random: Random, count: number): MadeLine[] {
  return Array.from({ length: count }, () => {
    const isCost = random.chance(0.7);
    const bookedOn = addDays("2024-01-05", random.int(0, 720));
    const tail = random.pick([
      `DU ${bookedOn.slice(8)}${bookedOn.slice(5, 7)}${bookedOn.slice(2, 4)}`,
      bookedOn.replaceAll("-", ""),
      String(random.int(1000, 9_999_999)),
      `ECH ${bookedOn.slice(5, 7)}/${bookedOn.slice(0, 4)}`,
    ]);
    const amountMinor = random.chance(0.3) ? random.int(1, 200) * 1000 : random.int(300, 900_000);
    return {
      line: {
        bookedOn,
        amountMinor: isCost ? -amountMinor : amountMinor,
        currency: "EUR",
        label: `${random.pick(isCost ? COSTS : RECEIPTS)} ${tail}`,
      },
      ...NOTHING,
    };
  });
}

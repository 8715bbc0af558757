import fc from "fast-check";
import { addDays, fromDayNumber, toDayNumber } from "#contract/date.ts";
import { applyRateBps } from "#main/base/money.ts";
import type { VatLine } from "#main/purchases/reading/bill-reading.ts";

/** A line of a bill. */
export interface BillItem {
  readonly words: string;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly rateBps: number;
}

/** Everything a drawn bill says: what the reader must find again. */
export interface BillTruth {
  readonly supplier: { name: string; siren: string; vat: string; iban: string };
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly items: readonly BillItem[];
  readonly vatLines: readonly VatLine[];
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly grossMinor: number;
  readonly creditNote: boolean;
}

/** The buyer on every drawn bill. */
export const OWN = { ownName: "Ma Société", ownSiren: "552100554", ownVat: "FR40552100554" };

/** Suppliers of the tests; check digits are right, the companies do not exist. */
export const SUPPLIERS: readonly BillTruth["supplier"][] = [
  "Papeterie Vallon SAS",
  "Garage des Trois Ponts SARL",
  "Imprimerie Océane SA",
  "Nuage & Cie SASU",
].map((name, i) => {
  const siren = withLuhn(`8${i}${i + 2}14${i + 3}7${i}`);
  return { name, siren, vat: vatOf(siren), iban: frenchIban(`2004100${i}11`, `0500013M0${i}6`) };
});

/** Appends the check digit of a SIREN (Luhn). */
function withLuhn(eight: string): string {
  const sum = [...eight].reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${eight}${(10 - (sum % 10)) % 10}`;
}

function vatOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, "0")}${siren}`;
}

/** A French IBAN with its RIB key and its check digits (ISO 13616, modulo 97). */
function frenchIban(bank: string, account: string): string {
  const digits = (text: string) =>
    text.replace(/[A-Z]/g, (c) => String(((c.charCodeAt(0) - 65) % 9) + (c >= "S" ? 2 : 1)));
  const mod97 = (text: string) => [...text].reduce((r, d) => (r * 10 + Number(d)) % 97, 0);
  const key = 97 - mod97(`${digits(`${bank}${account}`)}00`);
  const bban = `${bank}${account}${String(key).padStart(2, "0")}`;
  const expanded = `${bban}FR00`.replace(/[A-Z]/g, (c) => String(c.charCodeAt(0) - 55));
  return `FR${String(98 - mod97(expanded)).padStart(2, "0")}${bban}`;
}

/** A bill from its items: VAT is computed on the base of each rate. */
export function billOf(
  facts: Omit<BillTruth, "vatLines" | "netMinor" | "vatMinor" | "grossMinor">,
): BillTruth {
  const rates = [...new Set(facts.items.map((i) => i.rateBps))].sort((a, b) => b - a);
  const vatLines = rates.map((rateBps) => {
    const items = facts.items.filter((i) => i.rateBps === rateBps);
    const netMinor = items.reduce((sum, i) => sum + i.quantity * i.unitMinor, 0);
    return { rateBps, netMinor, vatMinor: applyRateBps(netMinor, rateBps) };
  });
  const netMinor = vatLines.reduce((sum, l) => sum + l.netMinor, 0);
  const vatMinor = vatLines.reduce((sum, l) => sum + l.vatMinor, 0);
  return { ...facts, vatLines, netMinor, vatMinor, grossMinor: netMinor + vatMinor };
}

const item = fc.record({
  words: fc.constantFrom("Ramettes de papier", "Révision annuelle", "Location salle", "Livres"),
  quantity: fc.integer({ min: 1, max: 12 }),
  unitMinor: fc.integer({ min: 250, max: 185_000 }),
  rateBps: fc.constantFrom(2000, 2000, 2000, 1000, 550, 210),
});

const number = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map((n) => `FA-2026-${String(n).padStart(4, "0")}`),
  fc.integer({ min: 100_000, max: 99_999_999 }).map(String),
  fc.integer({ min: 1, max: 999 }).map((n) => `F2026/${String(n).padStart(3, "0")}`),
);

/** Any bill: one to six items, up to four rates, any day of three years. */
export const anyBill: fc.Arbitrary<BillTruth> = fc
  .record({
    supplier: fc.constantFrom(...SUPPLIERS),
    number,
    day: fc.integer({ min: toDayNumber("2025-01-01"), max: toDayNumber("2027-12-31") }),
    term: fc.constantFrom(15, 30, 45, 60),
    items: fc.array(item, { minLength: 1, maxLength: 6 }),
    creditNote: fc.boolean(),
  })
  .map(({ day, term, items, creditNote, ...facts }) => {
    const issuedOn = fromDayNumber(day);
    const signed = creditNote ? items.map((i) => ({ ...i, unitMinor: -i.unitMinor })) : items;
    return billOf({
      ...facts,
      issuedOn,
      dueOn: addDays(issuedOn, term),
      items: signed,
      creditNote,
    });
  });

import { type CustomerRow, customerRows, type HabitKind } from "./customer-list.ts";
import {
  foreignIbanOf,
  foreignVatOf,
  frenchIbanOf,
  frenchVatOf,
  ibanOf,
  sirenOf,
} from "./identifiers.ts";
import type { Customer, PayingHabit, ReferenceStyle, Segment } from "./model.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";

/** Usual lateness from and to, spread from and to, drift per year (all in days). */
const HABITS: Readonly<Record<HabitKind, readonly [number, number, number, number, number]>> = {
  early: [-8, -3, 2, 4, 0],
  prompt: [-2, 3, 2, 4, 0],
  usual: [5, 14, 4, 8, 0],
  slow: [16, 32, 6, 12, 0],
  "very-slow": [38, 58, 10, 16, 0],
  erratic: [12, 22, 26, 34, 0],
  worsening: [1, 5, 4, 7, 17],
};

const STYLES: Readonly<Record<ReferenceStyle, number>> = {
  exact: 44,
  spaced: 13,
  compact: 11,
  bare: 8,
  none: 9,
  truncated: 7,
  "end-to-end": 8,
};

const RUNS = { any: 50, thursday: 22, tenth: 14, "month-end": 14 } as const;

/** Bank codes of invented banks. */
export const OTHER_BANKS = ["18991", "18992", "18993", "18994", "18995"] as const;

/** Gives every customer of the list its identifiers, terms and paying habit. */
export function makeCustomers(seed: number): Customer[] {
  const draw = randomStream(seed, "customers");
  return customerRows.map((row, index) => makeCustomer(row, index, draw));
}

function makeCustomer(row: CustomerRow, index: number, draw: RandomStream): Customer {
  const [name, city, segment, weight, scale, kind] = row;
  const identity = identityOf(segment, city, index);
  const onAccount = name === "Meubles Fontarèche";
  return {
    code: `C${String(index + 1).padStart(3, "0")}`,
    name,
    bankName: bankSpelling(name, index),
    city,
    ...identity,
    segment,
    weight,
    scaleMinor: scale * 100,
    termDays: segment === "card" ? 0 : segment === "public" ? 30 : draw.pick([30, 30, 30, 45, 60]),
    endOfMonth: segment !== "card" && segment !== "public" && draw.chance(25),
    subscriptionMinor: [6, 12, 18, 24, 29, 36].includes(index) ? draw.int(90, 260) * 100 : 0,
    habit: habitOf(kind, draw, onAccount),
  };
}

function habitOf(kind: HabitKind, draw: RandomStream, onAccount: boolean): PayingHabit {
  const [low, high, narrow, wide, drift] = HABITS[kind];
  return {
    usualDays: draw.int(low, high),
    spreadDays: draw.int(narrow, wide),
    driftPerYear: drift,
    run: draw.weighted(RUNS),
    style: onAccount ? "none" : draw.weighted(STYLES),
    onAccount,
  };
}

function identityOf(segment: Segment, city: string, index: number) {
  const country = /(BE|DE|IT|LU)$/.exec(city)?.[1] as "BE" | "DE" | "IT" | "LU" | undefined;
  const account = 31_407_000 + index * 7_919;
  if (segment === "eu" && country !== undefined) {
    const vatNumber = foreignVatOf(country, 4_172_300 + index * 131);
    return { siren: "", vatNumber, iban: foreignIbanOf(country, account) };
  }
  if (segment === "export") {
    const iban = city.endsWith("CH")
      ? ibanOf("CH", `99999${String(account).padStart(12, "0")}`)
      : ibanOf("GB", `ZZZZ999999${String(account).slice(-8)}`);
    return { siren: "", vatNumber: "", iban };
  }
  const siren = sirenOf(29_203_000 + index * 3_337);
  const bank = OTHER_BANKS[index % OTHER_BANKS.length] ?? "18991";
  const iban = frenchIbanOf(bank, "00101", String(account).padStart(11, "0"));
  return { siren, vatNumber: frenchVatOf(siren), iban };
}

/** Banks print capitals without accents, some with the legal form, cut to 27 characters. */
export function bankSpelling(name: string, index: number): string {
  const plain = plainCapitals(name);
  const form = ["", "", "SARL ", "SAS ", ""][index % 5] ?? "";
  return `${form}${plain}`.slice(0, 27).trim();
}

/** Capitals, digits and spaces: what French banks keep of a text. */
export function plainCapitals(text: string): string {
  const bare = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return bare
    .replace(/œ/gi, "OE")
    .toUpperCase()
    .replace(/[^A-Z0-9/.,+ -]/g, " ")
    .replace(/ +/g, " ")
    .trim();
}

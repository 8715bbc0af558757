import { addDays } from "#contract/date.ts";
import { applyRateBps } from "#main/base/money.ts";
import type { MatchLine, OpenItem } from "#main/reconciliation/matching/model.ts";
import type { Company } from "./companies.ts";
import { rateOf } from "./items.ts";
import {
  mistype,
  spellReference,
  type Written,
  writeCutLabel,
  writeLabel,
} from "./label-styles.ts";
import type { Random } from "./random.ts";

/** Kinds of lines that are measured apart. */
export type LineClass =
  | "reference"
  | "no-reference"
  | "grouped"
  | "partial"
  | "fee"
  | "twin"
  | "typo"
  | "truncated"
  | "head-office"
  | "credit-note"
  | "one-cent"
  | "over-payment"
  | "foreign"
  | "discount"
  | "transfer"
  | "return"
  | "noise";

/** A line as made, before it gets its id. */
export interface MadeLine {
  readonly line: Omit<MatchLine, "id">;
  readonly class: LineClass;
  readonly allocations: ReadonlyMap<string, number>;
  /** Whether the label holds something of each paid item's own number. */
  readonly isTold: boolean;
  /** Whether the label or the account tells the party. */
  readonly isPartyTold: boolean;
  readonly payer: string;
  /** The other line of a transfer, or the payment that came back. */
  readonly partner?: MadeLine;
  /** The company's own account that the line is of; the first when left out. */
  readonly bankAccountId?: number;
}

interface Plan {
  readonly company: Company;
  readonly items: readonly OpenItem[];
  readonly random: Random;
}

const CHOICES = {
  reference: 36,
  "no-reference": 22,
  grouped: 10,
  partial: 6,
  typo: 5,
  truncated: 7,
  "head-office": 4,
  "one-cent": 1.5,
  "over-payment": 0.5,
  discount: 1.5,
  unpaid: 8,
} as const;

/** Pays one company's items in order of issue; cards are left to the acquirer. */
export function payCompany(random: Random, company: Company, open: readonly OpenItem[]) {
  const made: MadeLine[] = [];
  const items = open.filter((i) => i.paymentMethod !== "card");
  for (let at = 0; at < items.length; ) {
    const [first, second] = items.slice(at, at + 2) as [OpenItem, OpenItem | undefined];
    const rest = { company, random };
    if (second !== undefined && isCreditOf(first, second)) {
      made.push(payTogether({ ...rest, items: [first, second] }, "credit-note"));
      at += 2;
    } else if (
      second !== undefined &&
      second.openMinor === first.openMinor &&
      isSoon(first, second)
    ) {
      for (const item of [first, second]) made.push(payOne({ ...rest, items: [item] }, "twin"));
      at += 2;
    } else {
      const size = Math.min(items.length - at, random.int(2, 5));
      const group = items.slice(at, at + size);
      const choice = random.weighted(CHOICES);
      const canGroup =
        first.foreign === undefined &&
        size > 1 &&
        isNear(group) &&
        group.every((i) => i.kind === first.kind);
      if (choice === "grouped" && canGroup) {
        made.push(payTogether({ ...rest, items: group }, "grouped"));
        at += size;
      } else {
        if (isPlain(first)) made.push(...payAlone({ ...rest, items: [first] }, choice));
        at += 1;
      }
    }
  }
  return made;
}

function payAlone(plan: Plan, choice: keyof typeof CHOICES): MadeLine[] {
  if (choice === "unpaid") return [];
  if (plan.items[0]?.foreign !== undefined) return [payForeign(plan, plan.items[0])];
  if (choice === "partial") return payInTwo(plan);
  if (choice === "grouped") return [payOne(plan, "reference")];
  if (choice === "head-office" && plan.company.isSupplier) return [payOne(plan, "reference")];
  return [payOne(plan, choice)];
}

/** One item, one line. */
function payOne(plan: Plan, kind: LineClass): MadeLine {
  const { company, random } = plan;
  const item = plan.items[0] as OpenItem;
  const reference = item.reference;
  const isTold =
    kind === "no-reference" || !random.chance(kind === "head-office" ? 0.8 : 1)
      ? false
      : kind !== "twin" || random.chance(0.5);
  const spelled = kind === "typo" ? mistype(reference, random) : spellReference(reference, random);
  const motive = isTold ? spelled : idleMotive(random);
  const taken =
    kind === "discount" ? applyRateBps(item.openMinor, random.pick([100, 200, 300])) : 0;
  const gap = kind === "one-cent" ? random.pick([-1, 1]) : 0;
  const extra = kind === "over-payment" ? random.int(500, 20_000) : 0;
  const sign = Math.sign(item.openMinor);
  // Some pay under a trade name that our books do not know.
  const isStranger = kind === "head-office" || (kind === "no-reference" && random.chance(0.04));
  const name = isStranger ? company.headOffice : company.name;
  const written =
    kind === "truncated"
      ? writeCutLabel({ name, motive: reference, iban: company.iban, isReceipt: sign > 0 })
      : write(plan, name, motive, sign > 0);
  return {
    line: {
      bookedOn:
        kind === "discount" ? addDays(item.issuedOn, random.int(3, 10)) : payDay(plan, item),
      amountMinor: item.openMinor + sign * (gap + extra) - taken,
      currency: "EUR",
      ...written,
    },
    class: kind,
    allocations: new Map([[item.id, item.openMinor]]),
    isTold: kind === "truncated" ? written.label.includes(reference) : isTold,
    isPartyTold: !isStranger,
    payer: name,
  };
}

/** An item in another currency, changed by the bank at its own rate, which its label tells. */
function payForeign(plan: Plan, item: OpenItem): MadeLine {
  const { company, random } = plan;
  const { currency, amountMinor } = item.foreign!;
  const rate = rateOf(currency) * (1 + random.int(-40, 40) / 1000);
  const isTold = random.chance(0.6);
  const written = write(plan, company.name, isTold ? item.reference : "", amountMinor > 0);
  const told = `${currency} ${(Math.abs(amountMinor) / 100).toFixed(2)} COURS ${rate.toFixed(4)}`;
  return {
    line: {
      ...written,
      bookedOn: payDay(plan, item),
      amountMinor: Math.round(amountMinor / rate),
      currency: "EUR",
      label: `${written.label} ${told}`,
      foreign: item.foreign!,
    },
    class: "foreign",
    allocations: new Map([[item.id, item.openMinor]]),
    isTold,
    isPartyTold: true,
    payer: company.name,
  };
}

/** Several items in one line: all numbers told, the list cut short, or none told. */
function payTogether(plan: Plan, kind: LineClass): MadeLine {
  const { company, random, items } = plan;
  const telling = random.weighted({ all: 60, some: 15, none: 25 });
  const told = telling === "none" ? 0 : telling === "some" ? 1 : items.length;
  const numbers = items.slice(0, told).map((i) => i.reference);
  const motive = numbers.join(random.pick([" ", ", ", " + ", " ET "])) || idleMotive(random);
  const amountMinor = items.reduce((sum, i) => sum + i.openMinor, 0);
  const last = items.reduce((a, b) => (b.dueOn > a.dueOn ? b : a));
  return {
    line: {
      bookedOn: payDay(plan, last),
      amountMinor,
      currency: "EUR",
      ...write(plan, company.name, motive, amountMinor > 0),
    },
    class: kind,
    allocations: new Map(items.map((i) => [i.id, i.openMinor])),
    isTold: told === items.length,
    isPartyTold: true,
    payer: company.name,
  };
}

/** A first part and, most of the time, the rest a month later. */
function payInTwo(plan: Plan): MadeLine[] {
  const { company, random } = plan;
  const item = plan.items[0] as OpenItem;
  const part = Math.round((item.openMinor * random.int(20, 70)) / 100);
  const first = payDay(plan, item);
  const parts = [{ amountMinor: part, bookedOn: first, tells: 0.85, word: "ACOMPTE" }];
  if (random.chance(0.8)) {
    const bookedOn = addDays(first, random.int(20, 40));
    parts.push({ amountMinor: item.openMinor - part, bookedOn, tells: 0.6, word: "SOLDE" });
  }
  return parts.map(({ amountMinor, bookedOn, tells, word }, n) => {
    const isTold = random.chance(tells);
    const motive = isTold ? `${word} ${item.reference}` : word;
    return {
      line: {
        bookedOn,
        amountMinor,
        currency: "EUR",
        ...write(plan, company.name, motive, amountMinor > 0),
      },
      class: "partial" as const,
      allocations: new Map([[item.id, amountMinor]]),
      isTold,
      // The first part's amount is nobody's: without the number there is nothing to go by.
      isPartyTold: isTold || n === 1,
      payer: company.name,
    };
  });
}

function write(plan: Plan, name: string, motive: string, isReceipt: boolean): Written {
  const { random, company } = plan;
  // Names are mistyped too, and labels hold numbers that are not ours.
  const spelled = random.chance(0.03) ? name.replace(/[a-z]([a-z]+)/, "$1") : name;
  const iban = name === company.name ? company.iban : "";
  const foreign = [`CDE 45000${random.int(10_000, 99_999)}`, `CLT ${random.int(100, 9999)}`];
  const date = `DU ${random.int(10, 28)}/0${random.int(1, 9)}/2025`;
  const told = random.chance(0.15) ? `${motive} ${random.pick([...foreign, date])}` : motive;
  return writeLabel({ name: spelled, motive: told, iban, isReceipt }, random);
}

function idleMotive(random: Random): string {
  return random.pick(["", "", "REGLEMENT", "VOTRE FACTURE", "PAIEMENT FACTURES", "VIREMENT WEB"]);
}

function payDay({ company, random }: Plan, item: OpenItem): string {
  const lateness = company.medianDelayDays + random.int(-2, 3) + (random.chance(0.1) ? 15 : 0);
  const day = addDays(item.dueOn, lateness);
  return day < item.issuedOn ? item.issuedOn : day;
}

function isPlain(item: OpenItem): boolean {
  return item.kind === "invoice" || item.kind === "bill";
}

function isCreditOf(item: OpenItem, credit: OpenItem): boolean {
  return isPlain(item) && !isPlain(credit) && Math.abs(credit.openMinor) < Math.abs(item.openMinor);
}

function isSoon(a: OpenItem, b: OpenItem): boolean {
  return b.issuedOn <= addDays(a.issuedOn, 6);
}

function isNear(group: readonly OpenItem[]): boolean {
  const first = group[0] as OpenItem;
  return (group.at(-1) as OpenItem).issuedOn <= addDays(first.issuedOn, 150);
}

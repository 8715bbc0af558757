import { addDays, weekday } from "#contract/date.ts";
import { FIRST_DAY, LAST_DAY } from "./company.ts";
import type { BankLine } from "./model.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";
import { frenchDate, isWorkingDay, workingDaysAfter } from "./working-day.ts";

/** Shops of card purchases for which no bill is kept: label, account, least and most in cents. */
const SHOPS = {
  toll: ["PEAGE A87 SORTIE 21", "6251", 480, 480],
  tollFar: ["PEAGE A11 LE MANS", "6251", 1_130, 1_130],
  parking: ["PARKING DES CARMES", "6251", 240, 1_650],
  fuel: ["STATION DES PONTS NEUFS", "6061", 3_800, 11_400],
  lunch: ["REST LE PAVE BLEU", "6257", 1_450, 7_800],
  train: ["BILLETS TRAIN INTERNET", "6251", 2_900, 16_800],
  hotel: ["HOTEL DES MARINIERS", "6256", 7_400, 14_600],
  hardware: ["COMPTOIR DU BRICOLEUR", "6063", 690, 8_900],
} as const;

const WEIGHTS = {
  toll: 22,
  tollFar: 8,
  parking: 16,
  fuel: 20,
  lunch: 18,
  train: 6,
  hotel: 4,
  hardware: 6,
};

/** The day of three equal tolls: true lines that a careless duplicate check would drop. */
export const TWIN_DAY = "2025-10-14";

const CARDS = ["4871", "4871", "4871", "5206"] as const;

/** Company card purchases of both years. */
export function cardPurchaseLines(seed: number): BankLine[] {
  const draw = randomStream(seed, "card-purchases");
  const lines: BankLine[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) {
    if (!isWorkingDay(day) || day === TWIN_DAY) continue;
    const count = draw.weighted({
      "0": 8,
      "1": 24,
      "2": 32,
      "3": weekday(day) === 5 ? 18 : 28,
      "4": 8,
    });
    for (let i = 0; i < Number(count); i++) lines.push(purchase(day, draw.weighted(WEIGHTS), draw));
  }
  const twin = purchase(TWIN_DAY, "toll", draw);
  const label = twin.label.replace(/CARTE \d+$/, "CARTE 4871");
  const twins = [1, 2, 3].map(() => ({ ...twin, label, planted: "twin" }));
  return [...lines, ...twins].filter((line) => line.bookedOn <= LAST_DAY);
}

function purchase(day: string, shop: keyof typeof SHOPS, draw: RandomStream): BankLine {
  const [name, category, low, high] = SHOPS[shop];
  return {
    account: "main",
    bookedOn: workingDaysAfter(day, 1),
    amountMinor: -draw.int(low, high),
    kind: "card-purchase",
    category,
    label: `CB ${name} ${frenchDate(day).slice(0, 5)} CARTE ${draw.pick(CARDS)}`,
  };
}

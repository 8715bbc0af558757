import { addDays, weekday } from "#contract/date.ts";
import { applyRateBps } from "#main/base/money.ts";
import { accountOf, FIRST_DAY, LAST_DAY } from "./company.ts";
import type { AccountKey, BankLine } from "./model.ts";
import { frenchDate, isWorkingDay } from "./working-day.ts";

/** Kept on the main account; a part of what exceeds the high mark goes to the savings. */
const LOW_MINOR = 1_800_000;
const HIGH_MINOR = 9_000_000;
const MOVE_MINOR = 1_500_000;
/** The bank caps a transfer from the savings; larger needs go out in equal pieces. */
const PIECE_MINOR = 500_000;
const CARDS_KEPT_MINOR = 20_000;
const SAVINGS_RATE_BPS = 150;

type Balances = Record<AccountKey, number>;

/**
 * Adds the transfers between own accounts and the interest, day by day, so that the main account
 * stays above its mark while the savings last.
 */
export function withOwnTransfers(lines: readonly BankLine[]): BankLine[] {
  const byDay = Map.groupBy(lines, (line) => line.bookedOn);
  const balances: Balances = { main: 0, cards: 0, savings: 0 };
  const all: BankLine[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) {
    const today = receiptsFirst(byDay.get(day) ?? []);
    const moves = isWorkingDay(day) ? movesOf(day, after(balances, today)) : [];
    const booked = [
      ...today.filter((l) => l.amountMinor > 0),
      ...moves,
      ...today.filter((l) => l.amountMinor <= 0),
    ];
    for (const line of booked) balances[line.account] += line.amountMinor;
    all.push(...booked);
  }
  return all;
}

function receiptsFirst(lines: readonly BankLine[]): BankLine[] {
  return [...lines.filter((l) => l.amountMinor > 0), ...lines.filter((l) => l.amountMinor <= 0)];
}

function after(balances: Balances, lines: readonly BankLine[]): Balances {
  const result = { ...balances };
  for (const line of lines) result[line.account] += line.amountMinor;
  return result;
}

function movesOf(day: string, end: Balances): BankLine[] {
  const moves: BankLine[] = [];
  const excess = Math.floor((end.cards - CARDS_KEPT_MINOR) / 1_000) * 1_000;
  if (weekday(day) === 5 && excess > 0)
    moves.push(...pair("cards", "main", { day, amount: excess }));
  const main = end.main + (moves.length > 0 ? excess : 0);
  if (day.endsWith("-12-31")) {
    const interest = applyRateBps(Math.max(end.savings, 0), SAVINGS_RATE_BPS);
    if (interest > 0) moves.push(interestLine(day, interest));
  }
  if (main > HIGH_MINOR && weekday(day) === 2) {
    moves.push(...pair("main", "savings", { day, amount: MOVE_MINOR }));
  }
  const missing = Math.ceil((LOW_MINOR - main) / PIECE_MINOR);
  const pieces = Math.min(missing, Math.floor(end.savings / PIECE_MINOR));
  for (let i = 0; i < pieces; i++) {
    moves.push(...pair("savings", "main", { day, amount: PIECE_MINOR, planted: pieces > 1 }));
  }
  return moves;
}

type Move = { day: string; amount: number; planted?: boolean };

function pair(from: AccountKey, to: AccountKey, { day, amount, planted }: Move): BankLine[] {
  const common = { bookedOn: day, kind: "internal-transfer", category: "58" };
  const own = "ATELIERS BRINDELAIRE";
  const twin = planted ? { planted: "twin-transfer" } : {};
  return [
    {
      ...common,
      ...twin,
      account: from,
      amountMinor: -amount,
      label: `VIR INTERNE VERS ${nameOf(to)} ${frenchDate(day).slice(0, 5)}`,
      party: {
        name: own,
        iban: accountOf(to).iban,
      },
    },
    {
      ...common,
      ...twin,
      account: to,
      amountMinor: amount,
      label: `VIR INTERNE DE ${nameOf(from)} ${frenchDate(day).slice(0, 5)}`,
      party: {
        name: own,
        iban: accountOf(from).iban,
      },
    },
  ];
}

function nameOf(key: AccountKey): string {
  return { main: "COMPTE COURANT", cards: "COMPTE CARTES", savings: "LIVRET" }[key];
}

function interestLine(day: string, amountMinor: number): BankLine {
  const label = `INTERETS CREDITEURS ${day.slice(0, 4)}`;
  return {
    account: "savings",
    bookedOn: day,
    amountMinor,
    kind: "interest",
    category: "768",
    label,
  };
}

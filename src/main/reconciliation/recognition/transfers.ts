import { daysBetween } from "#contract/date.ts";
import type { BankLine } from "../bank-line-rows.ts";
import { foldText, readNameWords } from "../matching/label-words.ts";
import { foldIban } from "../matching/party-index.ts";
import type { MatchReason } from "../post-match.ts";
import { type Recognition, scoreOf } from "./recognition.ts";

/** A bank account of the company itself. */
export interface OwnAccount {
  id: number;
  name: string;
  iban: string | null;
}

/** Internal transfers (virements internes) pass through 58 until the other side is seen. */
export const TRANSIT = "580000";

/** Banks credit a transfer at the latest the next working day; holidays make it five days. */
const LONGEST_DAYS = 5;
const WORDS =
  /\b(?:VIR(?:EMENT)? (?:INTERNE|CPTE|COMPTE)|COMPTE A COMPTE|TRANSFERT|EPARGNE|LIVRET|DE COMPTE)\b/;

/** What the pairing needs to know of the company. */
export interface OwnMoney {
  accounts: readonly OwnAccount[];
  companyName: string;
}

/**
 * Pairs the two bank lines of a transfer between the company's own accounts: opposite cents on two
 * accounts within five days. Proof is an own IBAN, the company's own name or a transfer's words,
 * and no other line of that amount near; pairs that nothing tells apart are only suggested.
 * @returns a recognition for each line that has a pair
 */
export function findTransfers(
  lines: readonly BankLine[],
  own: OwnMoney,
): Map<number, Recognition[]> {
  const byAmount = Map.groupBy(lines, (l) => `${l.currency} ${Math.abs(l.amountMinor)}`);
  const names = new Map(own.accounts.map((a) => [a.id, a.name]));
  const found = new Map<number, Recognition[]>();
  for (const same of byAmount.values()) {
    if (same.length < 2 || same.length > MOST_SAME) continue;
    for (const line of same) {
      const others = same.filter((other) => isPair(line, other));
      const list = others.map((other) => {
        const rivals = others.length + same.filter((o) => isPair(other, o)).length - 2;
        return recognition({
          line,
          other,
          own,
          name: names.get(other.bankAccountId) ?? "",
          rivals,
        });
      });
      if (list.length > 0) found.set(line.id, list);
    }
  }
  return found;
}

/** More lines than this of one amount are instalments or salaries, not transfers. */
const MOST_SAME = 60;

function isPair(a: BankLine, b: BankLine): boolean {
  return (
    a.bankAccountId !== b.bankAccountId &&
    a.amountMinor === -b.amountMinor &&
    Math.abs(daysBetween(a.bookedOn, b.bookedOn)) <= LONGEST_DAYS
  );
}

function recognition(pair: {
  line: BankLine;
  other: BankLine;
  own: OwnMoney;
  name: string;
  rivals: number;
}): Recognition {
  const { line, other, own, name } = pair;
  const days = Math.abs(daysBetween(line.bookedOn, other.bookedOn));
  const reasons: MatchReason[] = [
    { signal: "mirror-line", value: name, weight: 0.3 },
    { signal: "days-apart", value: days, weight: days <= 2 ? 0.1 : 0 },
  ];
  const told = [...ownReasons(line, own), ...ownReasons(other, own)];
  const strongest = told.toSorted((a, b) => b.weight - a.weight)[0];
  if (strongest !== undefined) reasons.push(strongest);
  if (pair.rivals > 0) reasons.push({ signal: "tie", value: pair.rivals, weight: 0 });
  return {
    allocations: [],
    booking: {
      ...{ account: TRANSIT, partyId: null, text: name, entryId: null },
      otherLineId: other.id,
    },
    score: scoreOf(reasons),
    reasons,
    isProof: strongest !== undefined && pair.rivals === 0,
  };
}

/** What on a line says that the money stays within the company, the surest last to win. */
export function ownReasons(line: BankLine, own: OwnMoney): MatchReason[] {
  const reasons: MatchReason[] = [];
  const iban = line.counterpartyIban === null ? "" : foldIban(line.counterpartyIban);
  const account = own.accounts.find((a) => a.iban !== null && foldIban(a.iban) === iban);
  if (account !== undefined && account.id !== line.bankAccountId) {
    reasons.push({ signal: "own-iban", value: account.name, weight: 0.5 });
  }
  const label = foldText(line.label);
  if (isInOwnName(line, own.companyName)) {
    reasons.push({ signal: "own-name", value: own.companyName, weight: 0.35 });
  }
  const words = WORDS.exec(label)?.[0];
  if (words !== undefined) reasons.push({ signal: "transfer-words", value: words, weight: 0.3 });
  return reasons;
}

/**
 * The other party is the company itself, or the label names it and nobody else: customers too write
 * the company's name into what they pay it.
 */
function isInOwnName(line: BankLine, companyName: string): boolean {
  const company = readNameWords(foldText(companyName));
  const told = line.counterpartyName ?? line.label;
  const words = readNameWords(foldText(told)).filter((word) => !/\d/.test(word));
  return words.length === company.length && words.every((word) => company.includes(word));
}

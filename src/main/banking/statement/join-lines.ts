import { fingerprintLines, normaliseLabel } from "./fingerprint-lines.ts";
import type { StatementLine } from "./parsed-statement.ts";

/** A line as the book knows it, or as a file brings it. */
export type JoinedLine = Pick<
  StatementLine,
  "bookedOn" | "amountMinor" | "label" | "bankIds" | "reference"
>;

/**
 * What to do with one line of a file: `new` is added; `known` is line number `knownIndex` again,
 * for the reason told; `doubtful` is probably that line, for a person to decide.
 */
export type Join =
  | { state: "new" }
  | { state: "known"; knownIndex: number; because: "fingerprint" | "bank-id" | "same-words" }
  | { state: "doubtful"; knownIndex: number };

/**
 * Tells which lines of a file the book has already, over all formats: the same movement reads
 * `VIR SEPA ACME /MOTIF FA-12` in CSV and `FA-12` in CAMT. The rule, each known line being used
 * once, so that true twins stay apart:
 * 1. same fingerprint and rank: known, whatever the format;
 * 2. same day and cents, and a bank id in common: known;
 * 3. same day and cents, and all telling words of one found in the other: known;
 * 4. same day and cents, and a word that differs: doubtful, listed and never dropped silently.
 * Lines of different days are never joined: two equal payments within a week are common
 * (actualbudget 2668).
 * @param known lines of the same account in the book, over the days of the file
 */
export function joinLines(
  accountKey: string,
  known: readonly JoinedLine[],
  incoming: readonly JoinedLine[],
): Join[] {
  const joins: (Join | undefined)[] = incoming.map(() => undefined);
  const used = new Set<number>();
  const byPrint = new Map(fingerprintLines(accountKey, known).map((print, i) => [print, i]));
  for (const [i, print] of fingerprintLines(accountKey, incoming).entries()) {
    const knownIndex = byPrint.get(print);
    if (knownIndex === undefined) continue;
    joins[i] = { state: "known", knownIndex, because: "fingerprint" };
    used.add(knownIndex);
  }
  const byDayAndCents = Map.groupBy(known.keys(), (k) => dayAndCents(known[k]));
  const pass = (join: (k: number) => Join, fits: (a: JoinedLine, b: JoinedLine) => boolean) => {
    for (const [i, line] of incoming.entries()) {
      if (joins[i]) continue;
      const candidates = byDayAndCents.get(dayAndCents(line)) ?? [];
      const found = candidates.find((k) => !used.has(k) && fits(known[k] as JoinedLine, line));
      if (found === undefined) continue;
      joins[i] = join(found);
      used.add(found);
    }
  };
  pass((knownIndex) => ({ state: "known", knownIndex, because: "bank-id" }), shareBankId);
  pass((knownIndex) => ({ state: "known", knownIndex, because: "same-words" }), shareWords);
  pass(
    (knownIndex) => ({ state: "doubtful", knownIndex }),
    () => true,
  );
  return joins.map((j) => j ?? { state: "new" });
}

function dayAndCents(line: JoinedLine | undefined): string {
  return `${line?.bookedOn}|${line?.amountMinor}`;
}

function shareBankId(a: JoinedLine, b: JoinedLine): boolean {
  return a.bankIds.some((id) => b.bankIds.includes(id));
}

/** Words that banks put on any movement: sharing one proves nothing. */
const COMMON_WORDS = new Set(
  (
    "VIREMENT VIREMENTS PRELEVEMENT PRELEVEMENTS PAIEMENT CARTE CHEQUE REMISE SEPA INSTANTANE " +
    "RECU EMIS FAVEUR VOTRE MOTIF FACTURE ECHEANCE COMPTE BANQUE FRAIS CLIENT NOTPROVIDED EUROS"
  ).split(" "),
);

/** True when the telling words of the shorter text are all in the longer. */
function shareWords(a: JoinedLine, b: JoinedLine): boolean {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const [fewer, more] = wordsA.size <= wordsB.size ? [wordsA, wordsB] : [wordsB, wordsA];
  return fewer.size > 0 && [...fewer].every((w) => more.has(w));
}

/** References and names: words of four letters, or with a digit, that are not on every line. */
function wordsOf(line: JoinedLine): Set<string> {
  const text = `${line.label} ${line.reference ?? ""}`;
  const words = text.split(/[\s/:;,]+/).map(normaliseLabel);
  const isTelling = (w: string) => (w.length >= 4 || /\d/.test(w)) && !COMMON_WORDS.has(w);
  return new Set(words.filter(isTelling));
}

import type { ReadHandle } from "#main/store/handle.ts";
import type { BankLine } from "../bank-line-rows.ts";
import { foldText, readNameWords } from "../matching/label-words.ts";
import { foldIban } from "../matching/party-index.ts";
import { Classifier } from "./classifier.ts";
import { type Recognition, scoreOf } from "./recognition.ts";

/** Older decisions than these say little about what a company does now. */
const MOST_EXAMPLES = 5000;

/** Lines booked whole on one account by a person, or by a rule that a person wrote. */
const EXAMPLES = `
SELECT b.label, b.amount_minor AS amountMinor, b.counterparty_name AS counterpartyName,
  b.counterparty_iban AS counterpartyIban, l.account, l.party_id AS partyId
FROM match m JOIN bank_line b ON b.id = m.bank_line_id
JOIN bank_account a ON a.id = b.bank_account_id
JOIN line l ON l.id BETWEEN m.entry_id * 65536 AND m.entry_id * 65536 + 65535
  AND l.account <> a.account
WHERE m.made_by IN ('person', 'rule') AND +m.undone_by_entry_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM match_allocation x WHERE x.match_id = m.id)
GROUP BY m.id HAVING count(*) = 1
ORDER BY m.id DESC LIMIT ${MOST_EXAMPLES}`;

type ExampleRow = Pick<
  BankLine,
  "label" | "amountMinor" | "counterpartyName" | "counterpartyIban"
> & { account: string; partyId: number | null };

/** The company's own habits, learned afresh from what was booked. */
export function learnPrecedents(read: ReadHandle): Classifier {
  const classifier = new Classifier();
  const rows = read.reading(EXAMPLES).all() as ExampleRow[];
  for (const row of rows.reverse()) {
    const target = row.partyId === null ? row.account : `${row.account} ${row.partyId}`;
    classifier.learn({ features: featuresOf(row), target });
  }
  return classifier;
}

/** Words of the label without numbers and bank boilerplate, side, size and the other account. */
export function featuresOf(line: Omit<ExampleRow, "account" | "partyId">): string[] {
  const words = readNameWords(foldText(`${line.label} ${line.counterpartyName ?? ""}`));
  const iban = line.counterpartyIban;
  return [
    ...words.filter((w) => w.length >= 2 && !/\d/.test(w)),
    ...(iban === null ? [] : [`iban:${foldIban(iban)}`]),
    `side:${Math.sign(line.amountMinor)}`,
    `size:${Math.round(Math.log2(Math.abs(line.amountMinor) + 1))}`,
  ];
}

/** What the company did with lines like this one; nothing when it is not sure. */
export function findPrecedent(line: BankLine, classifier: Classifier): Recognition[] {
  const found = classifier.classify(featuresOf(line));
  if (found === undefined) return [];
  const [account = "", party] = found.target.split(" ");
  const words = found.features.map((f) => f.replace("iban:", ""));
  const reasons = [
    {
      signal: "precedent",
      value: found.seen,
      weight: Math.round(found.confidence * 4500) / 10_000,
    },
    { signal: "precedent-words", value: words.join(" "), weight: 0.1 },
  ];
  return [
    {
      allocations: [],
      booking: {
        account,
        partyId: party === undefined ? null : Number(party),
        text: "",
        entryId: null,
        otherLineId: null,
      },
      score: scoreOf(reasons),
      reasons,
      isProof: false,
    },
  ];
}

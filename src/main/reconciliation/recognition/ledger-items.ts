import { daysBetween } from "#contract/date.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { BankLine } from "../bank-line-rows.ts";
import { foldText, readNameWords } from "../matching/label-words.ts";
import { referenceKeys } from "../matching/reference-keys.ts";
import type { MatchReason } from "../post-match.ts";
import { type LedgerLine, type OpenLine, openLines } from "./ledger-open.ts";
import { type Recognition, scoreOf } from "./recognition.ts";
import { TRANSIT } from "./transfers.ts";

/** A ledger line that a bank line may settle: net pay, contributions, taxes, expense notes. */
export interface LedgerItem extends LedgerLine {
  entryId: number;
  pieceRef: string;
  label: string;
  partyName: string | null;
}

/**
 * Accounts that the bank settles and that hold no trade: pay, contributions, State, associates,
 * sundry, transit. VAT to declare (4456, 4457) is settled by its return, not by the bank.
 */
const SETTLED_AT_BANK =
  "(l.account GLOB '42[12578]*' OR l.account GLOB '43[178]*' OR l.account GLOB '44[247]*' " +
  "OR l.account GLOB '44551*' OR l.account GLOB '44567*' OR l.account GLOB '44583*' " +
  "OR l.account GLOB '45[57]*' OR l.account GLOB '46[27]*' OR l.account GLOB '58*')";

/** Lines of open years that no letter and no reversal has settled. */
const LINES = `
SELECT l.id, l.account, l.party_id AS partyId, p.name AS partyName,
  l.dated_on AS datedOn, l.debit_minor - l.credit_minor AS minor, e.id AS entryId,
  e.piece_ref AS pieceRef, coalesce(nullif(l.label, ''), e.label) AS label
FROM line l JOIN entry e ON e.id = l.entry_id
LEFT JOIN party p ON p.id = l.party_id
WHERE ${SETTLED_AT_BANK} AND e.reverses_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_id = e.id)
  AND NOT EXISTS (SELECT 1 FROM year_closing c WHERE c.fiscal_year_id = e.fiscal_year_id)
  AND NOT EXISTS (SELECT 1 FROM lettering_line ll JOIN lettering g ON g.id = ll.lettering_id
    AND g.code = upper(g.code) WHERE ll.line_id = l.id)
ORDER BY l.dated_on, l.id`;

/** What stands open on those accounts. */
export function ledgerItems(read: ReadHandle): OpenLine<LedgerItem>[] {
  return openLines(read.reading(LINES).all() as LedgerItem[]);
}

/** Words by which banks and payees name each kind of account. */
const KINDS: readonly { account: RegExp; words: RegExp }[] = [
  { account: /^42[15]/, words: /\b(?:SALAIRES?|PAIE|PAYE|REMUNERATION|ACOMPTE SUR SALAIRE)\b/ },
  {
    account: /^425|^42[18]|^467/,
    words: /\b(?:NOTES? DE FRAIS|NDF|FRAIS DEPLACEMENT|REMB(?:OURSEMENT)? FRAIS)\b/,
  },
  { account: /^431/, words: /\bURSSAF\b/ },
  {
    account: /^437/,
    words: /\b(?:RETRAITE|AGIRC|ARRCO|MUTUELLE|PREVOYANCE|MALAKOFF|AG2R|KLESIA|PRO BTP|HUMANIS)\b/,
  },
  { account: /^4421/, words: /\b(?:PAS DSN|PRELEVEMENT A LA SOURCE|PASDSN)\b/ },
  { account: /^4455|^44567|^44583/, words: /\bTVA/ },
  { account: /^444/, words: /\b(?:IS|IMPOT SOCIETES|IMPOT SUR LES SOCIETES)\b/ },
  { account: /^447/, words: /\b(?:CFE|CVAE|TAXE|FORMATION|APPRENTISSAGE)\b/ },
  { account: /^455/, words: /\b(?:COMPTE COURANT|C\/C ASSOCIE|APPORT)\b/ },
  { account: /^457/, words: /\bDIVIDENDES?\b/ },
];
/** A tax or a salary is paid within a quarter of its entry. */
const LONGEST_DAYS = 120;
/** Later than this the next month's entry may be the one that is paid. */
const PROOF_DAYS = 25;
const MARGIN = 0.1;

/**
 * Open ledger lines that a bank line pays to the cent, or in part where the bank names the kind of
 * account. Proof is the piece's own reference, or the exact cents with the kind's word or the
 * party's name, and no rival.
 */
export function findLedgerItems(
  line: BankLine,
  items: readonly OpenLine<LedgerItem>[],
): Recognition[] {
  const text = foldText(`${line.label} ${line.counterpartyName ?? ""} ${line.reference ?? ""}`);
  const found = items.flatMap((item) => {
    const recognised = recognition(line, item, text);
    return recognised === undefined ? [] : [recognised];
  });
  found.sort((a, b) => b.score - a.score);
  const [best, next] = found;
  if (best !== undefined && next !== undefined && next.score > best.score - MARGIN) {
    best.isProof = false;
  }
  return found.slice(0, 3);
}

function recognition(
  line: BankLine,
  { line: item, openMinor }: OpenLine<LedgerItem>,
  text: string,
): Recognition | undefined {
  const days = daysBetween(item.datedOn, line.bookedOn);
  const sameSide = Math.sign(openMinor) === Math.sign(line.amountMinor);
  if (!sameSide || Math.abs(line.amountMinor) > Math.abs(openMinor)) return undefined;
  if (days < -LONGEST_EARLY || days > LONGEST_DAYS) return undefined;
  const isExact = openMinor === line.amountMinor;
  if (!isExact && item.account === TRANSIT) return undefined;
  const told = evidenceOf(item, text);
  if (!isExact && told.length === 0) return undefined;
  const reasons: MatchReason[] = [
    isExact
      ? { signal: "ledger-item", value: item.pieceRef, weight: 0.3 }
      : { signal: "ledger-part", value: item.pieceRef, weight: 0.1 },
    ...told,
    { signal: "days-apart", value: days, weight: Math.abs(days) <= 31 ? 0.05 : 0 },
  ];
  return {
    allocations: [],
    booking: {
      account: item.account,
      partyId: item.partyId,
      text: item.label,
      entryId: item.entryId,
      otherLineId: null,
    },
    score: scoreOf(reasons),
    reasons,
    isProof: isExact && told.length > 0 && days <= PROOF_DAYS,
  };
}

/** Some employers pay on the last working day and post the pay on the last of the month. */
const LONGEST_EARLY = 10;

function evidenceOf(item: LedgerItem, text: string): MatchReason[] {
  const reasons: MatchReason[] = [];
  const keys = referenceKeys(item.pieceRef);
  if (keys !== undefined && hasToken(text, keys.glued)) {
    reasons.push({ signal: "own-reference", value: item.pieceRef, weight: 0.45 });
  }
  const kind = KINDS.find((k) => k.account.test(item.account) && k.words.test(text));
  const word = kind?.words.exec(text)?.[0];
  if (word !== undefined) reasons.push({ signal: "kind-word", value: word, weight: 0.25 });
  const name = readNameWords(foldText(item.partyName ?? ""));
  if (name.length > 0 && name.every((w) => text.split(/[^A-Z0-9]+/).includes(w))) {
    reasons.push({ signal: "party-name", value: item.partyName ?? "", weight: 0.25 });
  }
  return reasons;
}

function hasToken(text: string, glued: string): boolean {
  return text.split(/\s+/).some((word) => word.replaceAll(/[^A-Z0-9]/g, "") === glued);
}

/** Nouns of the matching engine: plain values in, plain values out; no book is touched. */

/** One line of a bank statement that nobody has matched yet. */
export interface MatchLine {
  readonly id: string;
  readonly bookedOn: string;
  /** Signed as the bank shows it: a receipt is positive, a disbursement negative. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly label: string;
  readonly counterpartyName?: string;
  readonly counterpartyIban?: string;
  /** Remittance text, creditor reference or EndToEndId, when the format carries one apart. */
  readonly reference?: string;
  /** What was paid in another currency before the bank changed it. */
  readonly foreign?: ForeignAmount;
}

/** An amount in another currency than the line's or the item's, signed alike, in its minor unit. */
export interface ForeignAmount {
  readonly currency: string;
  readonly amountMinor: number;
}

export type OpenItemKind = "invoice" | "credit-note" | "bill" | "bill-credit";

/** One open item (poste ouvert): what a customer still owes, or is still owed to a supplier. */
export interface OpenItem {
  readonly id: string;
  readonly kind: OpenItemKind;
  readonly reference: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly partyAliases: readonly string[];
  readonly partyIbans: readonly string[];
  readonly issuedOn: string;
  readonly dueOn: string;
  /** What the bank should show: customer invoice and supplier credit +, bill and credit note −. */
  readonly openMinor: number;
  readonly currency: string;
  /** Of an item in another currency of which nothing is paid: its amount there. */
  readonly foreign?: ForeignAmount;
  /** Identifiers given to the payer's or our bank: EndToEndId, mandate, RF or QR reference. */
  readonly paymentReferences?: readonly string[];
  /** Says "card" when the acquirer will settle it; only such items enter an automatic batch. */
  readonly paymentMethod?: "card" | "transfer" | "direct-debit" | "cheque";
}

/** A party's own lateness: median of (paid date − due date) in days, and from how many. */
export interface PaymentHabit {
  readonly medianDelayDays: number;
  readonly count: number;
}

/** A card acquirer that settles net of its fee. */
export interface Acquirer {
  /** Regular expression, case-insensitive, tried on the label. */
  readonly labelPattern: string;
  readonly minFeeBps: number;
  readonly maxFeeBps: number;
  /** Ledger account of the fee; carried for the caller, unused here. */
  readonly account: string;
}

export interface MatchOptions {
  readonly acquirers: readonly Acquirer[];
  /** Gap still proposed as the same payment; a gap of one cent is always proposed. */
  readonly toleranceMinor: number;
  /** False: what would be automatic is only suggested. */
  readonly automatic: boolean;
  /** Lead the best candidate needs over the next, in basis points of the score. Default 1 000. */
  readonly marginBps?: number;
}

export interface MatchInput {
  readonly lines: readonly MatchLine[];
  readonly items: readonly OpenItem[];
  readonly habits: ReadonlyMap<string, PaymentHabit>;
  readonly options: MatchOptions;
}

export type Signal =
  | "own-reference"
  | "reference-digits"
  | "reference-near"
  | "structured-reference"
  | "reference-left-out"
  | "iban"
  | "party-name"
  | "exact-amount"
  | "foreign-amount"
  | "discount"
  | "sum-of-items"
  | "credit-note-netted"
  | "fee"
  | "one-cent"
  | "within-tolerance"
  | "partial"
  | "over-payment"
  | "oldest-first"
  | "date-plausible"
  | "date-before-issue"
  | "date-very-late"
  | "date-habit"
  | "tie"
  | "conflict"
  | "weak";

/** Why, as data: a candidate's weights add up to its score, before this is held to 0 to 1. */
export interface Reason {
  readonly signal: Signal;
  readonly value: string | number;
  readonly weight: number;
}

/** Signed like the item's `openMinor`, never beyond it. */
export interface Allocation {
  readonly itemId: string;
  readonly amountMinor: number;
}

/**
 * One way to explain a line. Always: line amount = sum of allocations − feeMinor + differenceMinor.
 * A fee is what the acquirer kept (positive); a difference is what the items do not explain
 * (positive: paid too much; negative: too little, to be written off; with a foreign amount, the
 * exchange difference; with a discount, the discount).
 */
export interface Candidate {
  readonly allocations: readonly Allocation[];
  readonly feeMinor: number;
  readonly differenceMinor: number;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/**
 * `automatic`: hard evidence and no rival; `suggested`: one candidate leads but a person decides;
 * `abstained`: candidates tie, conflict or are weak; `none`: nothing open resembles the line.
 */
export type MatchOutcome = "automatic" | "suggested" | "abstained" | "none";

export interface MatchDecision {
  readonly lineId: string;
  readonly outcome: MatchOutcome;
  /** Best first, at most five. */
  readonly candidates: readonly Candidate[];
}

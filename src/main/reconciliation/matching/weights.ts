/**
 * What each piece of evidence adds to a score between 0 and 1. The order is that of the evidence:
 * a whole reference outweighs an IBAN, an IBAN a name, and an exact amount alone proves nothing.
 * The default margin (0.10) lies between what may break a tie (a cut reference, the serial alone)
 * and what may not (a reference one typing error away, a habit).
 */
export const WEIGHTS = {
  ownReference: 0.5,
  structuredReference: 0.55,
  /** Without its zeros at the end of the label: FA-2024-29 may be FA-2024-0029 or a cut 2947. */
  cutReference: 0.3,
  /** The line names another item that this answer leaves out. */
  referenceLeftOut: -0.1,
  /** A whole reference of another party than the one the line names, for another amount. */
  contradictedReference: 0.2,
  referenceDigits: 0.35,
  referenceDigitsOtherAmount: 0.15,
  truncated: 0.22,
  serial: 0.14,
  typo: 0.07,
  iban: 0.25,
  partyName: 0.2,
  partyNameBesideIban: 0.05,
  exactAmount: 0.25,
  /** Surer than cents in euro: the same sum in the currency that was invoiced. */
  foreignAmount: 0.3,
  sumOfItems: 0.2,
  fee: 0.25,
  oneCent: 0.15,
  withinTolerance: 0.1,
  discount: 0.08,
  partial: 0.05,
  datePlausible: 0.05,
  dateBeforeIssue: -0.1,
  dateFarBeforeIssue: -0.4,
  dateVeryLate: -0.05,
  dateHabit: 0.03,
} as const;

/** Lead that the best candidate needs over the next. */
export const DEFAULT_MARGIN_BPS = 1000;

/** Below this score a candidate is shown but not proposed. */
export const MIN_SUGGESTED_SCORE = 0.3;

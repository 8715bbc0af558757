import type { Box } from "./word.ts";

/** Why a value was chosen, or why it is doubtful; the screen has a sentence for each. */
export type ReadingReason =
  | "labelled"
  | "right-of-label"
  | "below-label"
  | "left-of-label"
  | "unlabelled"
  | "sums-up"
  | "does-not-sum-up"
  | "legal-rate"
  | "unusual-rate"
  | "exemption-stated"
  | "derived"
  | "from-terms"
  | "checksum"
  | "bad-checksum"
  | "agrees-with-vat-number"
  | "agrees-with-siren"
  | "agrees-with-terms"
  | "agrees-with-due-date"
  | "repeated"
  | "in-file-name"
  | "in-number"
  | "day-month-unsure"
  | "legal-form"
  | "letterhead"
  | "beside-identifier"
  | "web-address"
  | "direct-debit"
  | "poor-picture"
  | "not-found";

/**
 * One value read on a document. `value` is undefined when nothing was found (confidence 0).
 * A confidence above 0.9 is given only when something else on the page confirms the value.
 */
export interface Field<T> {
  readonly value: T | undefined;
  /** 0 to 1. */
  readonly confidence: number;
  /** Where it stands on its page, to be lit beside the form. */
  readonly box?: Box;
  readonly reasons: readonly ReadingReason[];
}

/** The VAT of one rate: `rateBps` in basis points, amounts in minor units. */
export interface VatLine {
  readonly rateBps: number;
  readonly netMinor: number;
  readonly vatMinor: number;
}

/** A supplier bill as read: each value waits for a person's review. */
export interface BillReading {
  readonly supplierName: Field<string>;
  /** Nine digits. */
  readonly supplierSiren?: Field<string>;
  /** With its country prefix, without spaces. */
  readonly supplierVat?: Field<string>;
  /** Without spaces; the account to pay. */
  readonly iban?: Field<string>;
  readonly number: Field<string>;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: Field<string>;
  readonly dueOn?: Field<string>;
  readonly netMinor: Field<number>;
  readonly vatMinor: Field<number>;
  readonly grossMinor: Field<number>;
  readonly vatLines: Field<readonly VatLine[]>;
  /** ISO 4217. */
  readonly currency: Field<string>;
  /** True for an avoir (its amounts may be printed without a sign). */
  readonly creditNote: Field<boolean>;
}

/** What is known before reading: who the buyer is, so that it is not taken for the supplier. */
export interface ReadingContext {
  readonly ownSiren?: string;
  readonly ownVat?: string;
  readonly ownName?: string;
  readonly fileName?: string;
}

/** The field of a value that was not found. */
export function missing<T>(): Field<T> {
  return { value: undefined, confidence: 0, reasons: ["not-found"] };
}

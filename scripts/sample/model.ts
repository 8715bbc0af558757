/** Nouns of the sample company. Amounts are integer cents; dates are `YYYY-MM-DD`. */

export type Regime = "France" | "Autoliquidation" | "Intracommunautaire" | "Export" | "Exonéré";

/** One VAT rate of an invoice or bill. */
export type VatPart = { rateBps: number; netMinor: number; vatMinor: number };

export type ReferenceStyle =
  | "exact"
  | "spaced"
  | "compact"
  | "bare"
  | "none"
  | "truncated"
  | "end-to-end";

export type Segment =
  | "france"
  | "press"
  | "public"
  | "card"
  | "works"
  | "eu"
  | "export"
  | "training";

/** How one customer pays: stable over its life, but for `driftPerYear`. */
export type PayingHabit = {
  /** Usual lateness in days (negative is early) and half-width of its spread. */
  usualDays: number;
  spreadDays: number;
  driftPerYear: number;
  run: "any" | "thursday" | "tenth" | "month-end";
  style: ReferenceStyle;
  onAccount: boolean;
};

export type Customer = {
  code: string;
  name: string;
  bankName: string;
  city: string;
  siren: string;
  vatNumber: string;
  iban: string;
  segment: Segment;
  weight: number;
  scaleMinor: number;
  termDays: number;
  endOfMonth: boolean;
  subscriptionMinor: number;
  habit: PayingHabit;
};

export type Item = {
  /** The number printed on the document. */
  reference: string;
  type: "Facture" | "Avoir";
  issuedOn: string;
  dueOn: string;
  label: string;
  regime: Regime;
  parts: VatPart[];
  /** Signed: a credit note is negative. */
  grossMinor: number;
};

export type Invoice = Item & { customer: Customer; cancels?: Invoice };

export type Supplier = {
  code: string;
  name: string;
  bankName: string;
  address: string;
  siren: string;
  vatNumber: string;
  iban: string;
  account: string;
  label: string;
  regime: Regime;
  rateBps: number;
  otherRateBps: number;
  perMonthPercent: number;
  cadence: "monthly" | "quarterly" | "irregular";
  scaleMinor: number;
  spreadPercent: number;
  mode: "VIR" | "PRLV" | "CB";
  termDays: number;
  referenceStyle: string;
};

/** A credit note of a supplier is netted in the payment of the bill that it corrects. */
export type Bill = Item & { supplier: Supplier; duplicateOf?: Bill; creditOf?: Bill };

/** What a bank line settles. `amountMinor` reduces the item; negative for a credit note. */
export type Settled = { party: string; reference: string; amountMinor: number };

export type AccountKey = "main" | "cards" | "savings";

/** One true movement of a bank account, with what it is. */
export type BankLine = {
  account: AccountKey;
  bookedOn: string;
  amountMinor: number;
  label: string;
  kind: string;
  /** Lines of one key are one entry of the statement. */
  batch?: string;
  party?: { name: string; iban?: string };
  remittance?: string;
  endToEndId?: string;
  mandateId?: string;
  pays?: Settled[];
  feeMinor?: number;
  /** Received less what the items ask, once the fee is set apart. */
  gapMinor?: number;
  category?: string;
  /** Cents by account when a line has several: a loan's principal and interest. */
  split?: { account: string; amountMinor: number }[];
  planted?: string;
  /** The truth needs knowledge that the bank line does not carry. */
  ambiguous?: string;
  id?: string;
  entryId?: string;
};

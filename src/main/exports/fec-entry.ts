/** One line of an entry, as the writer of the FEC takes it. Exactly one side is not zero. */
export interface FecLine {
  account: string;
  accountLabel: string;
  /** Auxiliary account (compte auxiliaire); only on party accounts. */
  partyCode?: string;
  partyLabel?: string;
  label: string;
  debitMinor: number;
  creditMinor: number;
  letter?: string;
  letteredOn?: string;
  /** Day on which it falls due; written only where a profile or a kind asks for it. */
  dueOn?: string;
  /** ISO 4217 code with the signed amount in that currency's own minor units. */
  currency?: string;
  currencyAmountMinor?: number;
}

/** One posted entry. The caller gives entries in the order of their numbers, openings first. */
export interface FecEntry {
  journalCode: string;
  journalLabel: string;
  number: number;
  dateOn: string;
  pieceRef: string;
  pieceOn: string;
  validatedOn: string;
  lines: readonly FecLine[];
}

/** What the writer wrote, for the description document and for the report of the export. */
export interface FecTotals {
  entries: number;
  lines: number;
  debitMinor: number;
  creditMinor: number;
  firstNumber: number;
  lastNumber: number;
  journals: FecJournalTotals[];
}

export interface FecJournalTotals {
  code: string;
  label: string;
  entries: number;
  lines: number;
}

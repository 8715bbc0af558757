/** One line of an entries file as read for taking over; its amount is debit minus credit. */
export interface TakenRow {
  line: number;
  journal: string;
  journalLabel: string;
  number: string;
  dateOn: string;
  account: string;
  accountLabel: string;
  party: string;
  partyLabel: string;
  pieceRef: string;
  pieceOn: string;
  label: string;
  minor: number;
  letter: string;
  letteredOn: string | undefined;
  validatedOn: string | undefined;
  dueOn: string | undefined;
  currency: string | undefined;
  currencyMinor: number | undefined;
}

/** Lines that make one entry, in the order of the file. */
export interface TakenEntry {
  rows: readonly TakenRow[];
  isOpening: boolean;
}

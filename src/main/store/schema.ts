import type { Generated } from "kysely";

/** The book's tables as the migrations make them; one interface per table. */
export interface Schema {
  company: CompanyTable;
  fiscal_year: { id: Generated<number>; starts_on: string; ends_on: string; chart: string };
  period: { fiscal_year_id: number; month: string; state: Generated<"open" | "locked" | "closed"> };
  account: { number: string; party_kind: "customer" | "supplier" | null };
  account_year: { fiscal_year_id: number; account: string; label: string };
  journal: { code: string; label: string; kind: JournalKind };
  party: PartyTable;
  entry: EntryTable;
  line: LineTable;
  draft_entry: {
    id: Generated<number>;
    body: string;
    updated_at_ms: number;
    updated_by: string;
    debit_minor: Generated<number>;
    credit_minor: Generated<number>;
  };
  balance: BalanceTable;
  lettering: {
    id: Generated<number>;
    account: string;
    party_id: number;
    code: string;
    lettered_on: string;
  };
  lettering_line: { line_id: number; lettering_id: number };
  audit: AuditTable;
  import_run: ImportRunTable;
  document: DocumentTable;
  invoice: InvoiceTable;
  invoice_vat: { invoice_id: number; rate_bps: number; net_minor: number; vat_minor: number };
  bill: BillTable;
  bill_vat: { bill_id: number; rate_bps: number; net_minor: number; vat_minor: number };
  bank_account: BankAccountTable;
  statement: StatementTable;
  bank_line: BankLineTable;
  bank_line_key: { bank_account_id: number; key: string; bank_line_id: number };
  match: MatchTable;
  match_batch: { id: Generated<number>; command: string; at_ms: number; person: string };
  match_allocation: {
    match_id: number;
    item_kind: "invoice" | "bill";
    item_id: number;
    amount_minor: number;
  };
  suggestion: { bank_line_id: number; outcome: "suggested" | "abstained"; candidates: string };
  match_refusal: { bank_line_id: number; items: string; at_ms: number };
  schedule_item: ScheduleItemTable;
  rule_set: { id: Generated<number>; source: string; rules: string; import_run_id: number };
}

export type JournalKind = "sales" | "purchases" | "bank" | "cash" | "general" | "opening";

export interface CompanyTable {
  id: number;
  name: string;
  siren: string;
  siret: string | null;
  vat_number: string | null;
  legal_form: string | null;
  address: Generated<string>;
  capital_minor: number | null;
  sample: Generated<number>;
  created_at_ms: number;
}

export interface PartyTable {
  id: Generated<number>;
  kind: "customer" | "supplier";
  code: string;
  name: string;
  siren: string | null;
  vat_number: string | null;
  iban: string | null;
}

export interface EntryTable {
  id: number;
  fiscal_year_id: number;
  number: number;
  journal: string;
  dated_on: string;
  piece_ref: string;
  piece_on: string;
  label: string;
  posted_on: string;
  posted_at_ms: number;
  origin_kind: string | null;
  origin_id: number | null;
  reverses_id: number | null;
  hash: Uint8Array;
}

export interface LineTable {
  id: number;
  entry_id: number;
  position: number;
  dated_on: string;
  account: string;
  party_id: number | null;
  label: string;
  debit_minor: number;
  credit_minor: number;
  due_on: string | null;
  currency: string | null;
  currency_minor: number | null;
}

export interface BalanceTable {
  fiscal_year_id: number;
  account: string;
  month: string;
  journal: string;
  debit_minor: number;
  credit_minor: number;
}

export interface AuditTable {
  id: number;
  at_ms: number;
  person: string;
  command: string;
  subject: string;
  before: string | null;
  after: string | null;
  hash: Uint8Array;
}

export interface ImportRunTable {
  id: Generated<number>;
  kind: string;
  file_name: string;
  sha256: Uint8Array;
  report: string;
  at_ms: number;
  person: string;
}

export interface DocumentTable {
  id: Generated<number>;
  file_name: string;
  media_type: string;
  sha256: Uint8Array;
  bytes: Uint8Array;
  state: "received" | "read" | "unreadable" | "booked" | "set-aside";
  reading: string | null;
  received_at_ms: number;
}

interface TradeColumns {
  id: Generated<number>;
  kind: "invoice" | "credit-note";
  number: string;
  party_id: number;
  issued_on: string;
  due_on: string;
  label: string;
  vat_treatment: string;
  currency: Generated<string>;
  net_minor: number;
  vat_minor: number;
  gross_minor: number;
  entry_id: number;
  import_run_id: number | null;
  /** Of a document in another currency: this one, and its gross there; the rest is in euro. */
  foreign_currency: string | null;
  foreign_minor: number | null;
}

export interface InvoiceTable extends TradeColumns {}

export interface BillTable extends TradeColumns {
  expense_account: string;
  document_id: number | null;
}

export interface BankAccountTable {
  id: Generated<number>;
  name: string;
  iban: string | null;
  account: string;
  journal: string;
  currency: Generated<string>;
  opening_minor: Generated<number>;
  feed: string | null;
  matching: Generated<"automatic" | "suggest" | "off">;
}

export interface StatementTable {
  id: Generated<number>;
  bank_account_id: number;
  opening_minor: number | null;
  opening_on: string | null;
  closing_minor: number | null;
  closing_on: string | null;
  import_run_id: number;
}

export interface BankLineTable {
  id: Generated<number>;
  bank_account_id: number;
  booked_on: string;
  value_on: string | null;
  amount_minor: number;
  currency: string;
  label: string;
  counterparty_name: string | null;
  counterparty_iban: string | null;
  reference: string | null;
  fingerprint: string;
  import_run_id: number;
}

export interface MatchTable {
  id: Generated<number>;
  bank_line_id: number;
  made_by: "engine" | "person" | "rule";
  reasons: string;
  entry_id: number;
  undone_by_entry_id: number | null;
  at_ms: number;
  person: string;
  batch_id: number | null;
}

export interface ScheduleItemTable {
  id: Generated<number>;
  due_on: string;
  label: string;
  amount_minor: number;
  category: Generated<string>;
  every: "once" | "week" | "month" | "quarter" | "year";
  until_on: string | null;
  rank: Generated<number>;
  import_run_id: number | null;
}

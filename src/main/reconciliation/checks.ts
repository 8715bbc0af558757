import { type BookCheck, findOne } from "#main/ledger/checks.ts";

/** What must hold between bank lines, matches, invoices and the ledger. */
export const reconciliationChecks: readonly BookCheck[] = [
  {
    name: "matches-post-their-line",
    find: findOne(
      "SELECT 'match ' || m.id FROM match m JOIN bank_line b ON b.id = m.bank_line_id " +
        "JOIN bank_account a ON a.id = b.bank_account_id " +
        "LEFT JOIN line l ON l.entry_id = m.entry_id AND +l.account = a.account " +
        "AND l.id BETWEEN m.entry_id * 65536 AND m.entry_id * 65536 + 65535 " +
        "GROUP BY m.id HAVING coalesce(sum(l.debit_minor - l.credit_minor), 0) " +
        "<> b.amount_minor LIMIT 1",
    ),
  },
  {
    name: "items-not-over-settled",
    find: findOne(
      "SELECT a.item_kind || ' ' || a.item_id FROM match_allocation a " +
        "JOIN match m ON m.id = a.match_id AND +m.undone_by_entry_id IS NULL " +
        "LEFT JOIN invoice i ON a.item_kind = 'invoice' AND i.id = a.item_id " +
        "LEFT JOIN bill b ON a.item_kind = 'bill' AND b.id = a.item_id " +
        "GROUP BY a.item_kind, a.item_id " +
        "HAVING abs(sum(a.amount_minor)) > abs(coalesce(i.gross_minor, b.gross_minor, 0)) " +
        "OR sum(a.amount_minor) * coalesce(i.gross_minor, b.gross_minor, 0) < 0 LIMIT 1",
    ),
  },
  {
    name: "settled-items-are-lettered",
    find: findOne(
      "SELECT 'invoice ' || i.number FROM invoice i JOIN line l ON l.entry_id = i.entry_id " +
        "AND l.id BETWEEN i.entry_id * 65536 AND i.entry_id * 65536 + 65535 " +
        "AND +l.account = '411000' LEFT JOIN lettering_line ll ON ll.line_id = coalesce(" +
        "(SELECT max(c.line_id) FROM carried_line c WHERE c.root_id = l.id), l.id) " +
        "LEFT JOIN lettering g ON g.id = ll.lettering_id " +
        "WHERE i.gross_minor = (SELECT sum(a.amount_minor) FROM match_allocation a " +
        "JOIN match m ON m.id = a.match_id WHERE a.item_kind = 'invoice' AND a.item_id = i.id " +
        "AND +m.undone_by_entry_id IS NULL) AND (g.code IS NULL OR g.code GLOB '[a-z]*') LIMIT 1",
    ),
  },
];

/** What must hold between invoices, bills and their entries. */
export const tradeChecks: readonly BookCheck[] = [
  {
    name: "invoices-are-posted",
    find: findOne(
      "SELECT 'invoice ' || i.number FROM invoice i LEFT JOIN line l ON l.entry_id = i.entry_id " +
        "AND l.id BETWEEN i.entry_id * 65536 AND i.entry_id * 65536 + 65535 " +
        "AND l.party_id = i.party_id GROUP BY i.id " +
        "HAVING coalesce(sum(l.debit_minor - l.credit_minor), 0) <> i.gross_minor LIMIT 1",
    ),
  },
  {
    name: "bills-are-posted",
    find: findOne(
      "SELECT 'bill ' || b.number FROM bill b LEFT JOIN line l ON l.entry_id = b.entry_id " +
        "AND l.id BETWEEN b.entry_id * 65536 AND b.entry_id * 65536 + 65535 " +
        "AND l.party_id = b.party_id GROUP BY b.id " +
        "HAVING coalesce(sum(l.credit_minor - l.debit_minor), 0) <> b.gross_minor LIMIT 1",
    ),
  },
  {
    name: "vat-adds-up",
    find: findOne(
      "SELECT 'invoice ' || i.number FROM invoice i LEFT JOIN invoice_vat v ON v.invoice_id = i.id " +
        "GROUP BY i.id HAVING coalesce(sum(v.net_minor), 0) <> i.net_minor " +
        "OR coalesce(sum(v.vat_minor), 0) <> i.vat_minor LIMIT 1",
    ),
  },
];

import type { BookStatus } from "#contract/book.ts";
import { listYears } from "#main/ledger/list-accounts.ts";
import type { OfficeContext } from "#main/security/office-context.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import { newestVersion } from "#main/store/migrate.ts";

/** Whether a book is open, whose it is, and what a door shows around every screen. */
export async function bookStatus(context: OfficeContext): Promise<BookStatus> {
  const book = context.session.readable ?? context.session.writable;
  if (book === undefined) {
    return { open: false, years: [], keyKept: false, schemaVersion: newestVersion };
  }
  const company = book.read.get(
    sqlBuilder
      .selectFrom("company")
      .select([
        "name",
        "siren",
        "siret",
        "vat_number as vatNumber",
        "legal_form as legalForm",
        "address",
        "capital_minor as capitalMinor",
        "sample",
      ]),
  );
  const years = listYears(book.read);
  const { bookId, person } = context.session;
  // The keychain comes last: the book may be closed while it answers.
  const kept = bookId === undefined ? undefined : await context.keychain.read(bookId);
  return {
    open: true,
    folder: book.folder,
    ...(person === undefined ? {} : { person }),
    ...(company === undefined ? {} : { company: { ...company, sample: company.sample === 1 } }),
    years,
    keyKept: kept !== undefined,
    schemaVersion: newestVersion,
  };
}

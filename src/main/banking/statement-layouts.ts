import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { CsvLayout } from "./statement/parsed-statement.ts";

interface Row {
  headers: string;
  mapping: string;
  isInverted: number;
}

/** The layouts that people have told, those of one account when it is known. */
export function knownLayouts(read: ReadHandle, bankAccountId: number | undefined): CsvLayout[] {
  const rows = read
    .reading(
      "SELECT headers, mapping, is_inverted AS isInverted FROM statement_layout " +
        "WHERE @id IS NULL OR bank_account_id = @id ORDER BY bank_account_id",
    )
    .all({ id: bankAccountId ?? null }) as Row[];
  return rows.map(({ headers, mapping, isInverted }) => ({
    headers: JSON.parse(headers) as string[],
    mapping: JSON.parse(mapping) as Record<string, string>,
    inverted: isInverted === 1,
  }));
}

/** Remembers how a person said to read these columns for an account. */
export function keepLayout(tx: Transaction, bankAccountId: number, layout: CsvLayout): void {
  tx.writing(
    "INSERT INTO statement_layout (bank_account_id, headers, mapping, is_inverted) " +
      "VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET mapping = excluded.mapping, " +
      "is_inverted = excluded.is_inverted",
  ).run(
    bankAccountId,
    JSON.stringify(layout.headers),
    JSON.stringify(layout.mapping),
    layout.inverted ? 1 : 0,
  );
}

import type { ReadHandle } from "#main/store/handle.ts";

/**
 * The line that stands for a line now: itself, or the newest opening line that carries it on into
 * a later year. Lettering goes on there.
 */
export function standingLine(read: ReadHandle, lineId: number): number {
  const row = read
    .reading(
      "SELECT max(line_id) AS id FROM carried_line WHERE root_id = " +
        "coalesce((SELECT root_id FROM carried_line WHERE line_id = @id), @id)",
    )
    .get({ id: lineId }) as { id: number | null };
  return row.id ?? lineId;
}

/** Whether a line lies in a year that is closed. */
export function isClosedLine(read: ReadHandle, lineId: number): boolean {
  return (
    read
      .reading(
        "SELECT 1 FROM line l JOIN entry e ON e.id = l.entry_id " +
          "JOIN year_closing c ON c.fiscal_year_id = e.fiscal_year_id WHERE l.id = ?",
      )
      .get(lineId) !== undefined
  );
}

import type { Table } from "#main/base/table/read-table.ts";

const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b/;
const NUMBERED =
  /(?:n° ?(?:de )?(?:compte)?|num[ée]ro (?:de )?compte|account number)[\s:;]*([\dX*][\dA-Z*]{4,})/i;

/** The account named in the lines above a bank export's header, when there is one. */
export function accountAbove(
  table: Pick<Table, "preamble">,
): { iban: string } | { number: string } | undefined {
  for (const { cells } of table.preamble) {
    const text = cells.join(" ; ");
    const iban = IBAN.exec(text)?.[0].replaceAll(" ", "");
    if (iban) return { iban };
    const number = NUMBERED.exec(text)?.[1] ?? /^\d{10,}$/.exec(cells[0] ?? "")?.[0];
    if (number) return { number };
  }
  return undefined;
}

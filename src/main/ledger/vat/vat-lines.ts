import type { VatLine } from "#contract/vat.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { isInBox, vatForm } from "./vat-form.ts";
import type { VatPart } from "./vat-parts.ts";
import { isSaid, partsOfPeriod } from "./vat-return.ts";

/** The lines behind a box of a return, or those that came late, in the order they fell due. */
export function vatLines(
  read: ReadHandle,
  asked: {
    endsOn?: string | undefined;
    box?: string | undefined;
    onlyLate: boolean;
    limit: number;
  },
): { rows: VatLine[]; count: number } | Refusal {
  const found = partsOfPeriod(read, asked.endsOn);
  if (isRefusal(found)) return found;
  const { form, startsOn, parts } = found;
  const sheet = vatForm(form);
  const box = sheet.boxes.find((one) => one.code === asked.box);
  const kept = parts
    .filter(isSaid)
    .filter((part) => !asked.onlyLate || part.dueOn < startsOn)
    .filter((part) => box === undefined || isInBox(box, part, sheet))
    .toSorted((a, b) => (a.dueOn === b.dueOn ? a.lineId - b.lineId : a.dueOn < b.dueOn ? -1 : 1));
  const rows = kept.slice(0, asked.limit).map((part) => viewOf(read, part, startsOn));
  return { rows, count: kept.length };
}

function viewOf(read: ReadHandle, part: VatPart, startsOn: string): VatLine {
  const head = read
    .reading(
      "SELECT e.number, e.journal, e.dated_on AS datedOn, e.label, (SELECT p.name FROM line x " +
        "JOIN party p ON p.id = x.party_id WHERE x.entry_id = e.id LIMIT 1) AS partyName " +
        "FROM entry e WHERE e.id = ?",
    )
    .get(part.entryId) as Pick<VatLine, "number" | "journal" | "datedOn" | "label" | "partyName">;
  const { lineId, entryId, account, operation, rateBps, baseMinor, vatMinor, dueOn, isWhole } =
    part;
  return {
    ...{ lineId, entryId, account, rateBps, baseMinor, vatMinor, dueOn, isWhole },
    ...head,
    operation: operation === "base" ? "untaxed" : operation,
    isLate: dueOn < startsOn,
  };
}

import type { AccountKey, BankLine } from "./model.ts";

/**
 * Gives each line the bank's own id, in the order of booking: the servicer's reference in CAMT
 * (a batch has its own, its details are numbered below it), FITID in OFX. The savings bank gives
 * none: its id is the sample's own and the truth adds the line of the file.
 */
export function identifyLines(lines: readonly BankLine[]): BankLine[] {
  const counts: Record<AccountKey, number> = { main: 0, cards: 0, savings: 0 };
  const batches = new Map<string, { entryId: string; size: number }>();
  return lines.map((line) => {
    const day = line.bookedOn.replaceAll("-", "");
    const batch = line.batch === undefined ? undefined : batches.get(line.batch);
    if (batch !== undefined) {
      batch.size += 1;
      return { ...line, entryId: batch.entryId, id: detailId(batch.entryId, batch.size) };
    }
    counts[line.account] += 1;
    const count = String(counts[line.account]).padStart(5, "0");
    if (line.account === "cards") return { ...line, id: `${day}CT${count}` };
    if (line.account === "savings") return { ...line, id: `SAV-${count}` };
    const entryId = `BQE${day.slice(2)}${count}`;
    if (line.batch === undefined) return { ...line, id: entryId };
    batches.set(line.batch, { entryId, size: 1 });
    return { ...line, entryId, id: detailId(entryId, 1) };
  });
}

function detailId(entryId: string, rank: number): string {
  return `${entryId}-${String(rank).padStart(2, "0")}`;
}

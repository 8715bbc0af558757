import { complete } from "#main/ledger/entering/complete.ts";
import { draftRows } from "#main/ledger/entering/draft-rows.ts";
import { propose } from "#main/ledger/entering/propose.ts";
import { listJournals } from "#main/ledger/list-accounts.ts";
import { coreBook } from "../core/core-book.ts";
import { draftsOf, postAll } from "./ledger-book.ts";
import { type BenchRow, median } from "./rows.ts";

const ENTRIES = 50_000;
const RUNS = 15;

/** What the grid asks of the office: once to open, then at each keystroke and each amount. */
export async function benchEntryGrid(): Promise<BenchRow[]> {
  const core = await coreBook();
  await postAll(core, draftsOf(core.customerId, ENTRIES));
  const { read } = core.book;
  const size = `${ENTRIES.toLocaleString("en")} entries`;
  const asked = { of: "any" as const, onDate: "2026-06-15", limit: 12 };
  const amount = { pieceRef: "F", debitMinor: 12_000, creditMinor: 0, partyId: core.customerId };
  const sale = { journal: "VE", datedOn: "2026-06-15", account: "411000", ...amount };
  const opening = middleOf(() => [listJournals(read), draftRows(read, { limit: 100 })]);
  const letter = middleOf(() => complete(read, { ...asked, search: "e" }));
  const digit = middleOf(() => complete(read, { ...asked, search: "4" }));
  const known = middleOf(() => propose(read, sale));
  const unknown = middleOf(() => propose(read, { ...sale, journal: "AC" }));
  core.remove();
  const keystroke = (name: string, value: number) => ({
    name: `${name}, ${size}`,
    value,
    unit: "ms",
    target: "< 50 ms",
    met: value < 50,
  });
  return [
    { ...keystroke("entry grid, opening", opening), target: "< 300 ms", met: opening < 300 },
    keystroke("completion of a letter", letter),
    keystroke("completion of a digit", digit),
    keystroke("proposal from habits", known),
    keystroke("proposal without habits", unknown),
  ];
}

/** The middle of some runs, warm. */
function middleOf(work: () => unknown): number {
  work();
  return median(
    Array.from({ length: RUNS }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  );
}

import { refusalSentence } from "#contract/refusals.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { exportFec } from "#main/exports/export-fec.ts";
import { dueDepreciation } from "#main/ledger/assets/post-depreciation.ts";
import type { ClosingCheck } from "#main/ledger/closing/checklist.ts";
import { ledgerClosingChecks } from "#main/ledger/closing/ledger-closing-checks.ts";
import { declaredUntil, vatRegimes } from "#main/ledger/vat/vat-period.ts";
import { bookChecks } from "./book-checks.ts";

/** Every point of a closing, in the order of the list: each domain's own, then the FEC. */
export const closingChecks: readonly ClosingCheck[] = [
  {
    point: "book-checks",
    isBlocking: true,
    find: (read) => {
      const broken = bookChecks.flatMap((check) => check.find(read) ?? []);
      return broken[0] === undefined ? undefined : { count: broken.length, detail: broken[0] };
    },
  },
  ...ledgerClosingChecks,
  {
    point: "bank-lines",
    find: (read, year) => {
      const left = read
        .reading(
          "SELECT count(*) AS count, min(b.label) AS detail FROM bank_line b " +
            "WHERE b.booked_on BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM match m " +
            "WHERE m.bank_line_id = b.id AND m.undone_by_entry_id IS NULL)",
        )
        .get(year.startsOn, year.endsOn) as { count: number; detail: string | null };
      if (left.count === 0) return undefined;
      return { count: left.count, detail: left.detail ?? "", address: "/bank" };
    },
  },
  {
    point: "depreciation",
    find: (read, year) => {
      const due = dueDepreciation(read, year.id);
      const [first] = due;
      if (first === undefined) return undefined;
      return { count: due.length, detail: first.asset.label, address: "/entries/assets" };
    },
  },
  {
    point: "vat",
    find: (read, year) => {
      const regime = vatRegimes(read).findLast((one) => one.fromOn <= year.endsOn);
      const until = declaredUntil(read) ?? "";
      if (regime === undefined || regime.regime === "none" || until >= year.endsOn)
        return undefined;
      return { count: 1, detail: until === "" ? year.startsOn : until, address: "/vat" };
    },
  },
  {
    point: "fec",
    find: async (read, year) => {
      const written = await exportFec(read, {
        fiscalYearId: year.id,
        checks: bookChecks,
        madeOn: year.endsOn,
      });
      if (isRefusal(written)) {
        const said = (language: "fr" | "en") =>
          refusalSentence(written.code, written.facts, language);
        return { count: 1, detail: { fr: said("fr"), en: said("en") }, address: "/exports" };
      }
      const { official, law } = written.check;
      const [first] = [...official.findings, ...law.findings].filter((f) => f.severity === "error");
      if (official.conforming && law.conforming) return undefined;
      return {
        count: 1,
        detail: { fr: first?.fr ?? "", en: first?.en ?? "" },
        address: "/exports",
      };
    },
  },
];

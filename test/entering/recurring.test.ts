import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { readDraft } from "#main/ledger/draft-entries.ts";
import { accrue } from "#main/ledger/entering/accrue.ts";
import { postDraft } from "#main/ledger/entering/post-draft.ts";
import { datesOf, listDue, makeDue, saveRecurring } from "#main/ledger/entering/recurring.ts";
import { deleteTemplate, saveTemplate } from "#main/ledger/entering/templates.ts";
import { previewValidation, validateDrafts } from "#main/ledger/entering/validate-drafts.ts";
import { typed, typingDesk } from "./typing-desk.ts";

const { core, write, sure, supplier } = typingDesk();

describe("templates and recurring entries", () => {
  it("fall on month ends, come back to the 31st, and stop at the last day", () => {
    const monthly = { every: "month" as const, firstOn: "2026-01-31" };
    expect(datesOf(monthly, "2026-04-30")).toEqual([
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
    ]);
    const quarterly = { every: "quarter" as const, firstOn: "2026-01-15", lastOn: "2026-07-15" };
    expect(datesOf(quarterly, "2030-01-01")).toEqual(["2026-01-15", "2026-04-15", "2026-07-15"]);
    expect(datesOf({ every: "year", firstOn: "2024-02-29" }, "2026-12-31")).toEqual([
      "2024-02-29",
      "2025-02-28",
      "2026-02-28",
    ]);
  });

  it("make each due draft once, and a template in use stays", async () => {
    const rent = {
      journal: "OD",
      label: "Loyer",
      lines: [
        { account: "6132", debitMinor: 90_000 },
        { account: "512001", creditMinor: 90_000 },
      ],
    };
    const { templateId } = await sure((tx) =>
      saveTemplate(tx, { name: "Loyer", entry: typed(rent) }),
    );
    const schedule = {
      templateId,
      every: "month" as const,
      firstOn: "2026-01-05",
      reverses: false,
    };
    await sure((tx) => saveRecurring(tx, schedule));
    expect(listDue(core().book.read, "2026-03-04").map((d) => [d.dueOn, d.totalMinor])).toEqual([
      ["2026-01-05", 90_000],
      ["2026-02-05", 90_000],
    ]);
    const { draftIds } = await sure((tx) => makeDue(tx, core().act, "2026-03-04"));
    expect(draftIds).toHaveLength(2);
    expect(await sure((tx) => makeDue(tx, core().act, "2026-03-04"))).toEqual({ draftIds: [] });
    const { entries } = await sure((tx) => validateDrafts(tx, core().act, { scope: { draftIds } }));
    expect(entries).toHaveLength(2);
    const used = await write((tx) => deleteTemplate(tx, templateId) ?? {});
    expect(isRefusal(used) && used.code).toBe("entry.template-in-use");
    const late = await write((tx) => saveRecurring(tx, { ...schedule, lastOn: "2025-01-01" }));
    expect(isRefusal(late) && late.code).toBe("entry.last-before-first");
  });

  it("an accrual is reversed on the first day of the next period, or refused with its reason", async () => {
    const asked = { account: "616", netMinor: 30_000, rateBps: 0, label: "Assurance 2026" };
    const { draftId } = await sure((tx) =>
      accrue(tx, core().act, { ...asked, kind: "prepaid-expense", periodEndsOn: "2025-12-31" }),
    );
    const scope = { draftIds: [draftId] };
    const seen = await write((tx) => previewValidation(tx, core().act, scope), true);
    expect(seen).toMatchObject({ count: 2, reversals: 1, debitMinor: 60_000 });
    await sure((tx) => validateDrafts(tx, core().act, { scope }));
    const rows = core()
      .database.prepare(
        "SELECT dated_on, account, debit_minor - credit_minor FROM line ORDER BY id",
      )
      .raw()
      .all();
    expect(rows).toEqual([
      ["2025-12-31", "616", -30_000],
      ["2025-12-31", "486", 30_000],
      ["2026-01-01", "616", 30_000],
      ["2026-01-01", "486", -30_000],
    ]);
    const partyId = await supplier("Forge du Val");
    const late = { ...asked, rateBps: 2000, partyId, periodEndsOn: "2026-12-31" };
    const bare = await sure((tx) => accrue(tx, core().act, { ...late, kind: "bill-to-come" }));
    const draft = readDraft(core().book.read, bare.draftId);
    expect(
      !isRefusal(draft) && draft.lines.map((l) => [l.account, l.debitMinor, l.creditMinor]),
    ).toEqual([
      ["616", 30_000, 0],
      ["44586", 6000, 0],
      ["408", 0, 36_000],
    ]);
    const noYear = await write((tx) => postDraft(tx, core().act, bare.draftId));
    expect(isRefusal(noYear) && noYear.code).toBe("entry.reversal-year");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { complete } from "#main/ledger/entering/complete.ts";
import { propose } from "#main/ledger/entering/propose.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import { sale } from "../core/core-book.ts";
import { typingDesk } from "./typing-desk.ts";

const { core, sure, supplier } = typingDesk();
const typing = { pieceRef: "", debitMinor: 0, creditMinor: 0 };

async function bill(partyId: number, facts: { on: string; due: string; piece: string }) {
  const posted = await core().post({
    journal: "AC",
    datedOn: facts.on,
    pieceRef: facts.piece,
    label: `Forge du Val ${facts.piece}`,
    lines: [
      { account: "6061", debitMinor: 10_000, creditMinor: 0 },
      { account: "445660", debitMinor: 1000, creditMinor: 0 },
      { account: "401000", partyId, debitMinor: 0, creditMinor: 11_000, dueOn: facts.due },
    ],
  });
  if (isRefusal(posted)) throw new Error(posted.code);
  return posted;
}

describe("what is proposed", () => {
  it("follows the party's own last entries: contra, rate, label and end-of-month term", async () => {
    const partyId = await supplier("Forge du Val");
    await bill(partyId, { on: "2026-01-12", due: "2026-02-28", piece: "F1" });
    await bill(partyId, { on: "2026-02-03", due: "2026-03-31", piece: "F2" });
    await bill(partyId, { on: "2026-03-20", due: "2026-04-30", piece: "F3" });
    const asked = { journal: "AC", datedOn: "2026-04-07", account: "401000", partyId };
    const proposed = propose(core().book.read, {
      ...asked,
      ...typing,
      pieceRef: "F4",
      creditMinor: 22_001,
    });
    expect(proposed).toMatchObject({
      label: "Forge du Val F4",
      dueOn: "2026-05-31",
      rateBps: 1000,
      reason: { kind: "party", agreeing: 3, lookedAt: 3 },
      lines: [
        { account: "6061", debitMinor: 20_001, creditMinor: 0 },
        { account: "445660", debitMinor: 2000, creditMinor: 0 },
      ],
    });
  });

  it("comes from the account's habits for a new party, and from the plan for a new book", async () => {
    const fresh = await supplier("Papier Neuf");
    const asked = { ...typing, journal: "AC", datedOn: "2026-04-07", account: "401000" };
    const byPlan = propose(core().book.read, { ...asked, partyId: fresh, creditMinor: 12_000 });
    expect(byPlan).toMatchObject({
      reason: { kind: "plan" },
      dueOn: "2026-05-07",
      lines: [
        { account: "618", debitMinor: 10_000 },
        { account: "445660", debitMinor: 2000 },
      ],
    });
    const known = await supplier("Forge du Val");
    await bill(known, { on: "2026-01-12", due: "2026-02-11", piece: "F1" });
    const byAccount = propose(core().book.read, { ...asked, partyId: fresh, creditMinor: 11_000 });
    expect(byAccount.reason.kind).toBe("account");
    expect(byAccount.lines.map((l) => [l.account, l.debitMinor])).toEqual([
      ["6061", 10_000],
      ["445660", 1000],
    ]);
  });

  it("keeps self-assessed VAT on both sides and learns nothing from what was reversed", async () => {
    const partyId = await supplier("Werkstatt Köln");
    const posted = await core().post({
      journal: "AC",
      datedOn: "2026-02-02",
      pieceRef: "W1",
      label: "Werkstatt Köln W1",
      lines: [
        { account: "611", debitMinor: 50_000, creditMinor: 0 },
        { account: "445660", debitMinor: 10_000, creditMinor: 0 },
        { account: "445200", debitMinor: 0, creditMinor: 10_000 },
        { account: "401000", partyId, debitMinor: 0, creditMinor: 50_000 },
      ],
    });
    if (isRefusal(posted)) throw new Error(posted.code);
    const asked = { ...typing, journal: "AC", datedOn: "2026-03-02", account: "401000", partyId };
    const { lines } = propose(core().book.read, { ...asked, creditMinor: 30_000 });
    expect(lines.map((l) => [l.account, l.debitMinor, l.creditMinor])).toEqual([
      ["611", 30_000, 0],
      ["445660", 6000, 0],
      ["445200", 0, 6000],
    ]);
    const { reverseEntry } = await import("#main/ledger/reverse-entry.ts");
    const { entryId } = posted;
    await sure((tx) => reverseEntry(tx, core().act, { entryId, datedOn: "2026-03-01" }));
    const after = propose(core().book.read, { ...asked, creditMinor: 30_000 });
    expect(after.reason.kind).toBe("plan");
  });

  it("balances the typed amount to the cent, whatever it is and on either side", async () => {
    const partyId = await supplier("Forge du Val");
    await bill(partyId, { on: "2026-01-12", due: "2026-02-11", piece: "F1" });
    const asked = { ...typing, journal: "AC", datedOn: "2026-04-07", account: "401000", partyId };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), fc.boolean(), (minor, isDebit) => {
        const own = isDebit ? { debitMinor: minor } : { creditMinor: minor };
        const { lines } = propose(core().book.read, { ...asked, ...own });
        const sum = lines.reduce((s, l) => s + l.debitMinor - l.creditMinor, 0);
        expect(sum).toBe(isDebit ? -minor : minor);
        for (const l of lines) expect(Math.min(l.debitMinor, l.creditMinor)).toBe(0);
      }),
    );
  });
});

describe("completion", () => {
  it("finds by number, by name without accents, and puts the most used first", async () => {
    await core().post(sale(core().customerId));
    await sure((tx) => ensureParty(tx, { kind: "customer", code: "C2", name: "Éditions Vaugon" }));
    const asked = { of: "any" as const, limit: 5 };
    const { read } = core().book;
    const byNumber = complete(read, { ...asked, search: "706" });
    expect(byNumber[0]).toMatchObject({ kind: "account", account: "706000", uses: 1 });
    expect(byNumber[1]).toMatchObject({ account: "706", uses: 0 });
    const byName = complete(read, { ...asked, search: "edit", of: "party" });
    expect(byName).toMatchObject([{ label: "Éditions Vaugon", account: "411000", uses: 0 }]);
    const both = complete(read, { ...asked, search: "vaug" });
    expect(both.map((c) => c.label)).toEqual(["Librairie Vaugrenard", "Éditions Vaugon"]);
  });
});

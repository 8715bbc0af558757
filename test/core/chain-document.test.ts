import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { canonicalText, chainSeed, entryHash } from "#main/ledger/entry-canon.ts";

const page = readFileSync("docs/chain.md", "utf8");
const block = (name: string) => new RegExp(`\`\`\`${name}\\n(.*)\\n`).exec(page)?.[1] ?? "";
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

it("the example of docs/chain.md is computed from its own text, and by the ledger's code", () => {
  expect(sha256('["ecritoire-ledger-1","732829320","2026-01-01"]')).toBe(block("seed"));
  expect(sha256(`${block("seed")}\n${block("entry")}`)).toBe(block("hash"));
  const none = { currency: null, currencyMinor: null };
  const entry = {
    yearStartsOn: "2026-01-01",
    number: 1,
    journal: "VE",
    datedOn: "2026-03-02",
    pieceRef: "FA-1",
    pieceOn: "2026-03-02",
    label: "Vente",
    postedOn: "2026-03-05",
    postedAtMs: 1_772_704_800_000,
    reverses: null,
    lines: [
      {
        account: "411000",
        partyCode: "C1",
        label: "Vente",
        debitMinor: 12_000,
        creditMinor: 0,
        dueOn: "2026-04-01",
        ...none,
      },
      {
        account: "706000",
        partyCode: null,
        label: "Vente",
        debitMinor: 0,
        creditMinor: 10_000,
        dueOn: null,
        ...none,
      },
      {
        account: "445711",
        partyCode: null,
        label: "Vente",
        debitMinor: 0,
        creditMinor: 2000,
        dueOn: null,
        ...none,
      },
    ],
  };
  expect(canonicalText(entry)).toBe(block("entry"));
  const seed = chainSeed("732829320", "2026-01-01");
  expect(entryHash(seed, entry).toString("hex")).toBe(block("hash"));
});

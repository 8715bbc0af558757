import type { Completion } from "#contract/entry.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** Lines counted on an account or a party before ranking stops looking. */
const COUNTED = 1000;

interface Asked {
  search: string;
  of: "account" | "party" | "any";
  partyKind?: "customer" | "supplier" | undefined;
  onDate?: string | undefined;
  limit: number;
}

interface Found {
  item: Omit<Completion, "uses">;
  key: string | number;
  rank: number;
}

/**
 * Accounts and parties whose number starts with what is typed, or whose name holds it, without
 * regard to case or accents: first by how well they match, then the most used.
 */
export function complete(read: ReadHandle, asked: Asked): Completion[] {
  const typed = folded(asked.search.trim());
  const found = [
    ...(asked.of === "party" ? [] : accountsOf(read, asked, typed)),
    ...(asked.of === "account" ? [] : partiesOf(read, asked, typed)),
  ];
  return found
    .map((one) => ({ ...one, uses: usesOf(read, one) }))
    .map((one) => (one.rank === 0 && one.uses === 0 ? { ...one, rank: 1 } : one))
    .sort((a, b) => a.rank - b.rank || b.uses - a.uses || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, asked.limit)
    .map(({ item, uses, key }) => ({
      ...item,
      uses,
      ...(item.kind === "party" ? { account: partyAccount(read, item, Number(key)) } : {}),
    }));
}

function accountsOf(read: ReadHandle, asked: Asked, typed: string): Found[] {
  const rows = read
    .reading(
      "SELECT account, label FROM account_year WHERE fiscal_year_id = (SELECT id FROM fiscal_year " +
        "ORDER BY ? BETWEEN starts_on AND ends_on DESC, starts_on DESC LIMIT 1)",
    )
    .all(asked.onDate ?? "") as { account: string; label: string }[];
  return rows.flatMap(({ account, label }) => {
    const rank = rankOf(typed, account, label);
    if (rank === undefined) return [];
    return [{ item: { kind: "account" as const, account, label }, key: account, rank }];
  });
}

interface PartyRow {
  id: number;
  kind: "customer" | "supplier";
  code: string;
  name: string;
}

function partiesOf(read: ReadHandle, asked: Asked, typed: string): Found[] {
  const rows = read
    .reading("SELECT id, kind, code, name FROM party WHERE kind = coalesce(?, kind)")
    .all(asked.partyKind ?? null) as PartyRow[];
  return rows.flatMap(({ id, kind, code, name }) => {
    const rank = rankOf(typed, code, name);
    if (rank === undefined) return [];
    const of = { partyId: id, partyCode: code, partyKind: kind };
    return [{ item: { kind: "party" as const, account: "", label: name, ...of }, key: id, rank }];
  });
}

/** 0 for the number itself (once used: `411` unused means `411000`), 1 for its start, 2 for a word's start, 3 anywhere in the name. */
function rankOf(typed: string, number: string, name: string): number | undefined {
  if (typed === "") return 1;
  const code = folded(number);
  if (code === typed) return 0;
  if (code.startsWith(typed)) return 1;
  const at = ` ${folded(name)}`;
  if (at.includes(` ${typed}`)) return 2;
  return at.includes(typed) ? 3 : undefined;
}

function usesOf(read: ReadHandle, found: Found): number {
  const column = found.item.kind === "account" ? "account" : "party_id";
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM line WHERE ${column} = ? LIMIT ${COUNTED})`;
  return (read.reading(sql).get(found.key) as { n: number }).n;
}

/** The account that a party was last kept on, else the plan's own for its kind. */
function partyAccount(read: ReadHandle, item: Found["item"], partyId: number): string {
  const row = read
    .reading("SELECT account FROM line WHERE party_id = ? ORDER BY id DESC LIMIT 1")
    .get(partyId) as { account: string } | undefined;
  return row?.account ?? (item.partyKind === "supplier" ? "401000" : "411000");
}

function nameOf(found: Found): string {
  return found.item.kind === "account" ? found.item.account : found.item.label;
}

const plain = new Map<string, string>();

/** Lower case without accents; remembered, since names come back at each keystroke. */
function folded(text: string): string {
  let known = plain.get(text);
  if (known === undefined) {
    known = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    if (plain.size > 50_000) plain.clear();
    plain.set(text, known);
  }
  return known;
}

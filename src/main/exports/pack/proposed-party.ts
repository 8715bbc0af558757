import { partyKindOf } from "#main/ledger/party-accounts.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** The party that a proposed line names by its code, of the kind that its account asks for. */
export function partyOf(
  read: ReadHandle,
  line: { account: string; partyCode?: string | undefined },
): number | undefined {
  const kind = partyKindOf(line.account) ?? null;
  const found = read
    .reading("SELECT id FROM party WHERE code = @code AND (@kind IS NULL OR kind = @kind)")
    .get({ code: line.partyCode ?? "", kind }) as { id: number } | undefined;
  return found?.id;
}

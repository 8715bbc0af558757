import type { Proposal } from "#contract/entry.ts";
import { enteringWords } from "#renderer/words/entering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Entering.module.css";

/** Why these lines are proposed, with the entry that they follow. */
export function Reason({ reason }: { reason: Proposal["reason"] }) {
  const w = useWords(enteringWords);
  const { agreeing, lookedAt, lastEntryId } = reason;
  const said = {
    party: w.byParty(agreeing, lookedAt),
    account: w.byAccount(agreeing, lookedAt),
    bank: w.byBank,
    plan: w.byPlan,
  }[reason.kind];
  return (
    <p className={styles.dim} role="status">
      {said}
      {lastEntryId !== undefined && (
        <>
          {" · "}
          <a href={`#/entries?entry=${lastEntryId}`}>{w.lastEntry}</a>
        </>
      )}
    </p>
  );
}

import { Button } from "@mantine/core";
import type { MatchCandidate } from "#contract/matching.ts";
import { formatAmount, formatDate, formatMoney } from "#renderer/format.ts";
import { ReasonChips } from "#renderer/ui/ReasonChips.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { reasonWords } from "#renderer/words/reasons.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Banking.module.css";
import { reasonList } from "./reason-sentence.ts";

/** What explains a bank line: the items, what is left, and why, in chips and in a sentence. */
export function CandidateView({
  candidate,
  onTakeOut,
}: {
  candidate: MatchCandidate;
  /** Takes one of several items out; without it, none can be. */
  onTakeOut?: (item: MatchCandidate["allocations"][0]) => void;
}) {
  const w = useWords(bankWords);
  const r = useWords(reasonWords);
  const language = useLanguage();
  const reasons = reasonList(candidate.reasons, r);
  const { booking, feeMinor, differenceMinor } = candidate;
  return (
    <>
      {candidate.allocations.length > 0 && (
        <table className={styles.items}>
          <tbody>
            {candidate.allocations.map((a) => (
              <tr key={`${a.itemKind} ${a.itemId}`}>
                <td>
                  <a href={itemAddress(a.itemKind, a.itemId)}>{a.reference}</a>
                  <br />
                  <span className={styles.dim}>
                    {a.partyName} · {w.dueOn(formatDate(a.dueOn))}
                  </span>
                </td>
                <td>
                  {formatAmount(a.amountMinor, language)}
                  {onTakeOut !== undefined && candidate.allocations.length > 1 && (
                    <>
                      <br />
                      <Button variant="subtle" size="compact-xs" onClick={() => onTakeOut(a)}>
                        {w.takeOutNamed(a.reference)}
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {booking !== null && <BookingView booking={booking} />}
      {feeMinor !== 0 && <p className={styles.dim}>{w.fee(formatMoney(feeMinor, language))}</p>}
      {differenceMinor !== 0 && (
        <p className={styles.dim}>{w.difference(formatMoney(differenceMinor, language))}</p>
      )}
      <ReasonChips reasons={reasons} />
      {reasons.length > 0 && <p className={styles.dim}>{w.reasonsOf(reasons.join(", "))}</p>}
    </>
  );
}

/** The one account that takes the whole line, and what it settles there. */
function BookingView({ booking }: { booking: NonNullable<MatchCandidate["booking"]> }) {
  const w = useWords(bankWords);
  const { account, accountLabel, partyName, text, entryId, otherLineId } = booking;
  return (
    <p className={styles.booking}>
      <a href={`#/entries/account/${account}`}>
        {account} {accountLabel}
      </a>
      {partyName !== null && ` · ${partyName}`}
      {text !== "" && <span className={styles.dim}> · {text}</span>}
      {entryId !== null && (
        <>
          {" · "}
          <a href={`#/entries?entry=${entryId}`}>{w.seeEntry}</a>
        </>
      )}
      {otherLineId !== null && (
        <>
          {" · "}
          <a href={`#/bank?line=${otherLineId}`}>{w.seeOtherLine}</a>
        </>
      )}
    </p>
  );
}

function itemAddress(itemKind: "invoice" | "bill", itemId: number): string {
  return itemKind === "invoice" ? `#/sales?invoice=${itemId}` : `#/purchases?bill=${itemId}`;
}

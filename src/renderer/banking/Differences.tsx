import type { ProofExample, ThreeWayProof } from "#contract/proof.ts";
import { formatAmount, formatCount, formatDate } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { proofWords } from "#renderer/words/proof.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Proof.module.css";
import { hasRemedy, RemedyButton } from "./RemedyButton.tsx";

/** The differences of one kind; each row opens on what must be put right. */
export function Differences({ found }: { found: ThreeWayProof["checks"][number] }) {
  const w = useWords(proofWords);
  const language = useLanguage();
  const title = w[found.check as "bank-balance"];
  const hidden = found.count - found.examples.length;
  return (
    <section className={styles.kind} aria-label={title}>
      <h2>
        {title} <span className={styles.dim}>{formatCount(found.count, language)}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.date}</th>
            <th scope="col">{w.label}</th>
            <th scope="col">{w.amount}</th>
            {hasRemedy(found.check) && <th scope="col">{w.remedy}</th>}
          </tr>
        </thead>
        <tbody>
          {found.examples.map((one) => (
            <tr key={JSON.stringify(one)}>
              <td>{formatDate(one.onDate)}</td>
              <td>
                <a href={addressOf(one)}>{one.label}</a>
              </td>
              <td>{formatAmount(one.minor, language)}</td>
              {hasRemedy(found.check) && (
                <td>
                  <RemedyButton check={found.check} example={one} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className={styles.dim}>{w.more(formatCount(hidden, language))}</p>}
    </section>
  );
}

/** Where the remedy is: the bank line, the entry, the invoice or bill, else the account. */
function addressOf(one: ProofExample): string {
  if (one.bankLineId !== undefined) return `#/bank?line=${one.bankLineId}`;
  if (one.entryId !== undefined) return `#/entries?entry=${one.entryId}`;
  if (one.invoiceId !== undefined) return `#/sales?invoice=${one.invoiceId}`;
  if (one.billId !== undefined) return `#/purchases?bill=${one.billId}`;
  if (one.account !== undefined) return `#/entries/account/${one.account}`;
  return "#/bank/statement";
}

import { formatAmount, formatDate, formatRate } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { tradeWords } from "#renderer/words/trade.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./TradeDetail.module.css";

interface TradeFacts {
  netMinor: number;
  vatMinor: number;
  grossMinor: number;
  openMinor: number;
  entryId: number;
  vatLines: readonly { rateBps: number; netMinor: number; vatMinor: number }[];
  payments: readonly {
    matchId: number;
    bankLineId: number;
    bookedOn: string;
    amountMinor: number;
    label: string;
  }[];
}

/** What an invoice and a bill show alike: VAT per rate, payments, what is open, the entry. */
export function TradeDetail({ facts }: { facts: TradeFacts }) {
  const w = useWords(tradeWords);
  const language = useLanguage();
  const amount = (minor: number) => formatAmount(minor, language);
  return (
    <>
      <table className={styles.table}>
        <caption className="unseen">{w.vatPerRate}</caption>
        <thead>
          <tr>
            <th scope="col">{w.rate}</th>
            <th scope="col">{w.net}</th>
            <th scope="col">{w.vat}</th>
            <th scope="col">{w.gross}</th>
          </tr>
        </thead>
        <tbody>
          {facts.vatLines.map((v) => (
            <tr key={v.rateBps}>
              <th scope="row">{formatRate(v.rateBps, language)}</th>
              <td>{amount(v.netMinor)}</td>
              <td>{amount(v.vatMinor)}</td>
              <td>{amount(v.netMinor + v.vatMinor)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.total}</th>
            <td>{amount(facts.netMinor)}</td>
            <td>{amount(facts.vatMinor)}</td>
            <td>{amount(facts.grossMinor)}</td>
          </tr>
        </tfoot>
      </table>
      <Payments facts={facts} />
      <p className={styles.link}>
        <a href={`#/entries?entry=${facts.entryId}`}>{w.seeEntry}</a>
      </p>
    </>
  );
}

function Payments({ facts }: { facts: TradeFacts }) {
  const w = useWords(tradeWords);
  const language = useLanguage();
  if (facts.payments.length === 0) return <p className={styles.none}>{w.noPayment}</p>;
  return (
    <table className={styles.table}>
      <caption>{w.payments}</caption>
      <thead>
        <tr>
          <th scope="col">{w.issuedOn}</th>
          <th scope="col">{w.bankLabel}</th>
          <th scope="col">{w.amount}</th>
        </tr>
      </thead>
      <tbody>
        {facts.payments.map((p) => (
          <tr key={p.matchId}>
            <th scope="row">{formatDate(p.bookedOn)}</th>
            <td className={styles.text}>
              <a href={`#/bank?line=${p.bankLineId}`}>{p.label}</a>
            </td>
            <td>{formatAmount(p.amountMinor, language)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {w.open}
          </th>
          <td>{formatAmount(facts.openMinor, language)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { VatControlRow } from "#contract/vat.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { formatAmount, formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { vatWords } from "#renderer/words/vat.ts";
import { rateText } from "./rate-text.ts";
import styles from "./Vat.module.css";
import { VatViews } from "./VatViews.tsx";

/** Theoretical VAT by rate against booked VAT, with the entries that do not agree. */
export function VatControlScreen(_: ScreenProps) {
  const w = useWords(vatWords);
  const language = useLanguage();
  const year = useBookStatus().data?.years?.at(-1);
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const fromOn = from ?? year?.startsOn ?? "";
  const toOn = to ?? year?.endsOn ?? "";
  const query = useQuery({
    queryKey: ["vat", "control", fromOn, toOn],
    queryFn: ({ signal }) => office.vat.control({ fromOn, toOn }, { signal }),
    enabled: fromOn !== "" && toOn !== "",
  });
  const { rows = [], untaxed = [] } = query.data ?? {};
  const odd = rows.flatMap((row) => row.odd);
  return (
    <>
      <PageHead title={w.control}>
        <VatViews current="control" />
        <DateInput label={w.since} date={fromOn} onChange={setFrom} />
        <DateInput label={w.to} date={toOn} onChange={setTo} />
      </PageHead>
      <div className={styles.page}>
        {query.isError && <ProblemNotice error={query.error} />}
        <p className={styles.dim}>{w.controlWhy}</p>
        <Rates rows={rows} />
        <h2>{w.odd}</h2>
        {query.isSuccess && odd.length === 0 && <p className={styles.dim}>{w.noOdd}</p>}
        <ul className={styles.lines}>
          {odd.map((one) => (
            <li key={one.entryId}>
              <a href={`#/entries?entry=${one.entryId}`}>{one.number}</a>
              <span className={styles.amount}>
                {formatAmount(one.bookedMinor - one.theoreticalMinor, language)}
              </span>
              <span className={styles.about}>
                {one.label} · {formatDate(one.datedOn)}
              </span>
            </li>
          ))}
        </ul>
        {untaxed.length > 0 && <h2>{w.untaxedSales}</h2>}
        <ul className={styles.lines}>
          {untaxed.map((one) => (
            <li key={one.account}>
              <a href={`#/entries/account/${one.account}`}>{one.account}</a>
              <span className={styles.amount}>{formatAmount(one.baseMinor, language)}</span>
              <span className={styles.about}>{one.label}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Rates({ rows }: { rows: readonly VatControlRow[] }) {
  const w = useWords(vatWords);
  const language = useLanguage();
  const heads = [w.base, w.theoretical, w.booked, w.difference];
  return (
    <table className={styles.boxes}>
      <thead>
        <tr>
          <th scope="col">{w.side}</th>
          <th scope="col">{w.rate}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className={styles.figure}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.side} ${row.rateBps}`}>
            <td>{w[row.side]}</td>
            <td>{rateText(row.rateBps, language) || w.unknownRate}</td>
            {[row.baseMinor, row.theoreticalMinor, row.bookedMinor, row.differenceMinor].map(
              (minor, i) => (
                <td key={heads[i]} className={styles.figure}>
                  {formatAmount(minor, language)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

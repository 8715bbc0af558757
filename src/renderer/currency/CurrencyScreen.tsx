import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Position } from "#contract/currency.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { formatAmount } from "#renderer/format.ts";
import { LedgerViews } from "#renderer/ledger/LedgerViews.tsx";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { currencyWords } from "#renderer/words/currency.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Currency.module.css";
import { formatForeign, formatRateOf } from "./foreign.ts";
import { Rates } from "./Rates.tsx";
import { Revalue } from "./Revalue.tsx";

/** What is open in foreign currencies at a date, its revaluation, and the rates behind it. */
export function CurrencyScreen(_: ScreenProps) {
  const w = useWords(currencyWords);
  const year = useBookStatus().data?.years.find((y) => y.endsOn >= todayHere());
  const [asOn, setAsOn] = useState(() => year?.endsOn ?? todayHere());
  const [isAsking, setIsAsking] = useState(false);
  const query = useQuery({
    queryKey: ["currency", "positions", asOn],
    queryFn: ({ signal }) => office.currency.positions({ asOn }, { signal }),
  });
  const rows = query.data ?? [];
  return (
    <>
      <PageHead title={w.title}>
        <LedgerViews current="currencies" />
        <DateInput label={w.asOn} date={asOn} onChange={(date) => date && setAsOn(date)} />
        <Button disabled={rows.length === 0} onClick={() => setIsAsking(true)}>
          {w.revalue}
        </Button>
      </PageHead>
      <div className={styles.page}>
        <section aria-label={w.positions}>
          <h2>{w.positions}</h2>
          {query.isError && (
            <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
          )}
          {query.isSuccess && rows.length === 0 && <p className={styles.dim}>{w.noPosition}</p>}
          {rows.length > 0 && <Positions rows={rows} />}
        </section>
        <Rates />
      </div>
      <Revalue key={asOn} asOn={asOn} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </>
  );
}

function Positions({ rows }: { rows: readonly Position[] }) {
  const w = useWords(currencyWords);
  const language = useLanguage();
  const money = (minor: number | undefined) =>
    minor === undefined ? "–" : formatAmount(minor, language);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{w.account}</th>
          <th scope="col">{w.party}</th>
          <th scope="col" className={styles.figure}>
            {w.amount}
          </th>
          <th scope="col" className={styles.figure}>
            {w.book}
          </th>
          <th scope="col" className={styles.figure}>
            {w.rate}
          </th>
          <th scope="col" className={styles.figure}>
            {w.value}
          </th>
          <th scope="col" className={styles.figure}>
            {w.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((p) => (
          <tr key={`${p.account} ${p.partyId} ${p.currency}`}>
            <td>
              <a href={`#/entries/account/${p.account}`}>
                {p.account} {p.accountLabel}
              </a>
            </td>
            <td>{p.partyName}</td>
            <td className={styles.figure}>
              {formatForeign(p.currencyMinor, p.currency, language)}
            </td>
            <td className={styles.figure}>{money(p.bookMinor)}</td>
            <td className={styles.figure}>{formatRateOf(p.unitsPerEuroMicro, language)}</td>
            <td className={styles.figure}>{money(p.valueMinor)}</td>
            <td className={styles.figure}>{money(p.differenceMinor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

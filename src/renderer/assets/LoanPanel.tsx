import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Loan } from "#contract/assets.ts";
import { formatAmount, formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { assetWords } from "#renderer/words/assets.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Assets.module.css";

/** A loan's table; a booked instalment opens on its entry. */
export function LoanPanel({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const w = useWords(assetWords);
  const client = useQueryClient();
  const { loanId } = loan;
  const [problem, setProblem] = useState<unknown>();
  const done = () => client.invalidateQueries();
  const post = () => {
    office.assets.postLoan({ loanId, untilOn: todayHere() }).then(({ entryIds }) => {
      notify(w.loanPosted(entryIds.length));
      return done();
    }, setProblem);
  };
  const remove = () => {
    office.assets.removeLoan({ loanId }).then(done, setProblem);
  };
  return (
    <DetailPanel
      title={loan.label}
      subtitle={w.table}
      takesFocus
      onClose={onClose}
      actions={
        <>
          <Button disabled={loan.toPost === 0} onClick={post}>
            {w.postLoan}
          </Button>
          <Button variant="default" onClick={remove}>
            {w.remove}
          </Button>
        </>
      }
    >
      {problem !== undefined && <ProblemNotice error={problem} />}
      <Instalments loanId={loanId} />
    </DetailPanel>
  );
}

function Instalments({ loanId }: { loanId: number }) {
  const w = useWords(assetWords);
  const language = useLanguage();
  const table = useQuery({
    queryKey: ["assets", "loan", loanId],
    queryFn: ({ signal }) => office.assets.loanSchedule({ loanId }, { signal }),
  });
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[w.dueOn, w.interest, w.repaid, w.left].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(table.data ?? []).map((row) => (
          <tr key={row.number}>
            <th scope="row">
              {row.entryId === null ? (
                formatDate(row.dueOn)
              ) : (
                <a href={`#/entries?entry=${row.entryId}`}>{formatDate(row.dueOn)}</a>
              )}
            </th>
            <td>{formatAmount(row.interestMinor, language)}</td>
            <td>{formatAmount(row.principalMinor, language)}</td>
            <td>{formatAmount(row.leftMinor, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

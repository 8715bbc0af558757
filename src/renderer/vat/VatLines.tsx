import { useQuery } from "@tanstack/react-query";
import type { VatLine } from "#contract/vat.ts";
import { formatAmount, formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { vatWords } from "#renderer/words/vat.ts";
import { rateText } from "./rate-text.ts";
import styles from "./Vat.module.css";

/** What the panel shows: the lines of a box, or those that came late. */
export interface Behind {
  box?: string;
  onlyLate?: boolean;
}

interface VatLinesProps {
  endsOn: string | undefined;
  behind: Behind;
  onClose: () => void;
}

/** The lines behind a box, each open on its entry. */
export function VatLines({ endsOn, behind, onClose }: VatLinesProps) {
  const w = useWords(vatWords);
  const asked = { ...behind, ...(endsOn === undefined ? {} : { endsOn }) };
  const query = useQuery({
    queryKey: ["vat", "lines", asked],
    queryFn: ({ signal }) => office.vat.listLines(asked, { signal }),
  });
  const rows = query.data?.rows ?? [];
  return (
    <DetailPanel
      title={behind.box === undefined ? w.lateTitle : w.behind(behind.box)}
      takesFocus
      onClose={onClose}
    >
      {query.isError && <ProblemNotice error={query.error} />}
      {query.isSuccess && rows.length === 0 && <p>{w.noLines}</p>}
      <ul className={styles.lines}>
        {rows.map((row) => (
          <Line key={row.lineId} row={row} />
        ))}
      </ul>
    </DetailPanel>
  );
}

function Line({ row }: { row: VatLine }) {
  const w = useWords(vatWords);
  const language = useLanguage();
  const amount = row.vatMinor === 0 ? row.baseMinor : row.vatMinor;
  return (
    <li>
      <a href={`#/entries?entry=${row.entryId}`}>
        {row.journal} {row.number}
      </a>
      <span className={styles.amount}>{formatAmount(amount, language)}</span>
      <span className={styles.about}>
        {[row.partyName ?? row.label, formatDate(row.dueOn), rateText(row.rateBps, language)]
          .filter(Boolean)
          .join(" · ")}
        {!row.isWhole && ` · ${w.share}`}
      </span>
    </li>
  );
}

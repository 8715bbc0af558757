import type { StatementPart, StatementRow } from "#contract/statements.ts";
import { formatAmount } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Statements.module.css";

interface PartsProps {
  row: StatementRow;
  yearId: number | undefined;
  onClose: () => void;
}

/** The accounts behind a figure, each open on its lines. */
export function Parts({ row, yearId, onClose }: PartsProps) {
  const w = useWords(statementWords);
  const language = useLanguage();
  const title = String(row.cells.find((cell) => typeof cell === "string" && cell !== "") ?? "");
  const parts: StatementPart[] =
    row.parts ??
    (row.account === undefined
      ? []
      : [{ account: row.account, label: String(row.cells[1] ?? ""), partyId: null, minor: 0 }]);
  return (
    <DetailPanel title={w.behind(title)} takesFocus onClose={onClose}>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={`${part.account} ${part.partyId}`}>
            <a href={addressOf(part, row, yearId)}>{part.account}</a>
            <span>{part.label}</span>
            <span className={styles.amount}>
              {part.minor === 0 ? "" : formatAmount(part.minor, language)}
            </span>
          </li>
        ))}
      </ul>
    </DetailPanel>
  );
}

function addressOf(part: StatementPart, row: StatementRow, yearId: number | undefined): string {
  const partyId = part.partyId ?? row.partyId;
  if (partyId !== undefined) return `#/entries/lettering?account=${part.account}&party=${partyId}`;
  return `#/entries/account/${part.account}${yearId === undefined ? "" : `?year=${yearId}`}`;
}

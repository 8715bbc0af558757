import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TakeOverReport } from "#contract/fec.ts";
import { fecWords } from "#renderer/words/fec.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./TakeOver.module.css";

type Row = TakeOverReport["accounts"][number];

interface MappingTableProps {
  title: string;
  rows: readonly Row[];
  isFixed: boolean;
  onChange: (from: string, to: string) => void;
}

/** What takes the place of what; first what changed or is new, each editable until the run. */
export function MappingTable({ title, rows, isFixed, onChange }: MappingTableProps) {
  const w = useWords(fecWords);
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? rows : rows.filter((row) => row.why !== "same" || row.isNew);
  return (
    <section aria-label={title}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <Checkbox
          label={`${w.wholeTable} (${rows.length})`}
          checked={isWhole}
          onChange={(event) => setIsWhole(event.currentTarget.checked)}
        />
      </div>
      {shown.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{w.inFile}</th>
                <th scope="col">{w.inBook}</th>
                <th scope="col">{w.label}</th>
                <th scope="col">{w.whyColumn}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.from}>
                  <td>{row.from}</td>
                  <td>{isFixed ? row.to : <Place row={row} onChange={onChange} />}</td>
                  <td>{row.label}</td>
                  <td>
                    {w[row.why]}
                    {row.isNew ? `, ${w.opened}` : ""}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** The place of one account or journal; kept when left or confirmed with Enter. */
function Place({ row, onChange }: { row: Row; onChange: MappingTableProps["onChange"] }) {
  const w = useWords(fecWords);
  const [text, setText] = useState(row.to);
  const keep = () => {
    const to = text.trim();
    if (to !== "" && to !== row.to) onChange(row.from, to);
  };
  return (
    <TextInput
      aria-label={w.takes(row.from)}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep();
      }}
    />
  );
}

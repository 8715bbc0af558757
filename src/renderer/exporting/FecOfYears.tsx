import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { FiscalYear } from "#contract/book.ts";
import type { FecCheck } from "#contract/fec.ts";
import { saveFile } from "#renderer/app/save-file.ts";
import { formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";
import { Verdicts } from "./Verdicts.tsx";

/** The FEC of each fiscal year, newest first, written and checked when asked. */
export function FecOfYears() {
  const w = useWords(exportWords);
  const titleId = useId();
  const years = useQuery({
    queryKey: ["ledger", "years"],
    queryFn: ({ signal }) => office.ledger.listYears({}, { signal }),
  });
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{w.fec}</h2>
      <p className={styles.dim}>{w.fecWhy}</p>
      {years.isError && <ProblemNotice error={years.error} onRetry={() => void years.refetch()} />}
      {(years.data ?? []).toReversed().map((year) => (
        <FecOfYear key={year.id} year={year} />
      ))}
    </section>
  );
}

interface Written {
  fec: File;
  description: File;
  check: FecCheck;
}

function FecOfYear({ year }: { year: FiscalYear }) {
  const w = useWords(exportWords);
  const [isBusy, setIsBusy] = useState(false);
  const [written, setWritten] = useState<Written>();
  const [problem, setProblem] = useState<unknown>();
  const write = async () => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      setWritten(await office.fec.write({ fiscalYearId: year.id }));
    } catch (caught) {
      setProblem(caught);
    } finally {
      setIsBusy(false);
    }
  };
  const name = w.year(formatDate(year.startsOn), formatDate(year.endsOn));
  return (
    <div className={styles.year}>
      <div className={styles.row}>
        <span>{name}</span>
        <Button
          variant="default"
          loading={isBusy}
          aria-label={`${w.write}, ${name}`}
          onClick={() => void write()}
        >
          {w.write}
        </Button>
        {isBusy && <span role="status">{w.writing}</span>}
      </div>
      {problem !== undefined && <ProblemNotice error={problem} />}
      {written !== undefined && (
        <>
          <Verdicts check={written.check} />
          <div className={styles.row}>
            <Button onClick={() => saveFile(written.fec)}>{w.saveFec}</Button>
            <Button variant="default" onClick={() => saveFile(written.description)}>
              {w.saveDescription}
            </Button>
            <span className={styles.dim}>{written.fec.name}</span>
          </div>
        </>
      )}
    </div>
  );
}

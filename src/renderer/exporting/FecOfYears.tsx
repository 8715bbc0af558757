import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { FiscalYear } from "#contract/book.ts";
import type { FecCheck } from "#contract/fec.ts";
import { saveFile } from "#renderer/app/save-file.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";
import { type FecChoices, FecForm } from "./FecForm.tsx";
import { Verdicts } from "./Verdicts.tsx";

/** The FEC of each fiscal year, newest first, written and checked when asked. */
export function FecOfYears() {
  const w = useWords(exportWords);
  const titleId = useId();
  const [choices, setChoices] = useKept<FecChoices>("fec-form", {
    kind: "BIC",
    separator: "tab",
    charset: "utf-8",
    profile: "",
    withDrafts: false,
  });
  const years = useQuery({
    queryKey: ["ledger", "years"],
    queryFn: ({ signal }) => office.ledger.listYears({}, { signal }),
  });
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{w.fec}</h2>
      <p className={styles.dim}>{w.fecWhy}</p>
      {years.isError && <ProblemNotice error={years.error} onRetry={() => void years.refetch()} />}
      <FecForm choices={choices} onChange={setChoices} />
      {(years.data ?? []).toReversed().map((year) => (
        <FecOfYear key={year.id} year={year} choices={choices} />
      ))}
    </section>
  );
}

interface Written {
  fec: File;
  description: File;
  check: FecCheck;
  draftsLeftOut: number;
}

function FecOfYear({ year, choices }: { year: FiscalYear; choices: FecChoices }) {
  const w = useWords(exportWords);
  const [isBusy, setIsBusy] = useState(false);
  const [written, setWritten] = useState<Written>();
  const [problem, setProblem] = useState<unknown>();
  const { profile, ...form } = choices;
  const asked = { fiscalYearId: year.id, ...form, ...(profile !== "" && { profile }) };
  const attempt = async (work: () => Promise<void>) => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (caught) {
      setProblem(caught);
    } finally {
      setIsBusy(false);
    }
  };
  const write = () => attempt(async () => setWritten(await office.fec.write(asked)));
  const bridge = () =>
    attempt(async () => {
      const { file, documents } = await office.fec.bridge(asked);
      saveFile(file);
      notify(w.bridgeMade(documents));
    });
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
        <Button
          variant="subtle"
          disabled={isBusy}
          aria-label={`${w.bridge}, ${name}`}
          onClick={() => void bridge()}
        >
          {w.bridge}
        </Button>
        {isBusy && <span role="status">{w.writing}</span>}
      </div>
      {problem !== undefined && <ProblemNotice error={problem} />}
      {written !== undefined && <WrittenFec written={written} />}
    </div>
  );
}

function WrittenFec({ written }: { written: Written }) {
  const w = useWords(exportWords);
  return (
    <>
      <Verdicts check={written.check} />
      {written.draftsLeftOut > 0 && (
        <p className={styles.dim}>{w.draftsLeftOut(written.draftsLeftOut)}</p>
      )}
      <div className={styles.row}>
        <Button onClick={() => saveFile(written.fec)}>{w.saveFec}</Button>
        <Button variant="default" onClick={() => saveFile(written.description)}>
          {w.saveDescription}
        </Button>
        <span className={styles.dim}>{written.fec.name}</span>
      </div>
    </>
  );
}

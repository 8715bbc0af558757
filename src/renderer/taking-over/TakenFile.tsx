import { Button, NativeSelect } from "@mantine/core";
import { useId } from "react";
import type { TakeOverReport } from "#contract/fec.ts";
import { formatCount } from "#renderer/format.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { ProgressBar } from "#renderer/ui/ProgressBar.tsx";
import { fecWords } from "#renderer/words/fec.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { MappingTable } from "./MappingTable.tsx";
import { Remarks } from "./Remarks.tsx";
import styles from "./TakeOver.module.css";
import { TakeOverCounts } from "./TakeOverCounts.tsx";
import { type TakeOverChoices, useTakeOver } from "./use-take-over.ts";

/** One file: what it would bring, what is doubtful, the tables to correct it, and its run. */
export function TakenFile({ file }: { file: File }) {
  const w = useWords(fecWords);
  const language = useLanguage();
  const titleId = useId();
  const { state, choices, choose, run, preview, stop } = useTakeOver(file);
  const { report, problem, isBusy } = state;
  const isDone = report !== undefined && !report.preview;
  const added = report?.entries.added ?? 0;
  return (
    <section className={styles.file} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId}>{file.name}</h2>
      </div>
      {problem !== undefined && <ProblemNotice error={problem} onRetry={preview} />}
      {isBusy && (
        <ProgressBar
          label={state.label ?? w.previewing(file.name)}
          done={state.progress?.done ?? 0}
          total={state.progress?.total || undefined}
          onCancel={stop}
        />
      )}
      {report !== undefined && <TakeOverCounts report={report} />}
      {report !== undefined && !isDone && (
        <div className={styles.head}>
          <Button disabled={isBusy || added === 0} onClick={run}>
            {added === 0 ? w.nothingNew : w.run(formatCount(added, language))}
          </Button>
          <Unbalanced choices={choices} choose={choose} />
        </div>
      )}
      {isDone && (
        <p>
          <a href="#/entries">{w.see}</a>
        </p>
      )}
      {report !== undefined && <Details {...{ report, choices, choose }} />}
    </section>
  );
}

interface DetailsProps {
  report: TakeOverReport;
  choices: TakeOverChoices;
  choose: (change: Partial<TakeOverChoices>) => void;
}

/** What is refused or doubtful, and the tables that say what becomes what. */
function Details({ report, choices, choose }: DetailsProps) {
  const w = useWords(fecWords);
  const language = useLanguage();
  return (
    <>
      <Remarks
        title={w.refusedRows(formatCount(report.refusedCount, language))}
        rows={report.refused}
        count={report.refusedCount}
      />
      <Remarks
        title={w.doubtful(formatCount(report.doubtfulCount, language))}
        rows={report.doubtful}
        count={report.doubtfulCount}
      />
      <MappingTable
        title={w.journals}
        rows={report.journals}
        isFixed={!report.preview}
        onChange={(from, to) => choose({ journals: { ...choices.journals, [from]: to } })}
      />
      <MappingTable
        title={w.accounts}
        rows={report.accounts}
        isFixed={!report.preview}
        onChange={(from, to) => choose({ accounts: { ...choices.accounts, [from]: to } })}
      />
    </>
  );
}

function Unbalanced(props: {
  choices: TakeOverChoices;
  choose: (change: Partial<TakeOverChoices>) => void;
}) {
  const w = useWords(fecWords);
  return (
    <NativeSelect
      aria-label={w.unbalanced}
      value={props.choices.unbalanced}
      data={[
        { value: "leave-out", label: `${w.unbalanced} : ${w.leaveOut}` },
        { value: "suspense", label: `${w.unbalanced} : ${w.suspense}` },
      ]}
      onChange={(event) =>
        props.choose({
          unbalanced: event.currentTarget.value === "suspense" ? "suspense" : "leave-out",
        })
      }
    />
  );
}

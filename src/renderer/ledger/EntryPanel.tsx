import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Entry } from "#contract/ledger.ts";
import { Attached } from "#renderer/entering/Attached.tsx";
import { KeepTemplate } from "#renderer/entering/KeepTemplate.tsx";
import { formatCount, formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { enteringWords } from "#renderer/words/entering.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { EntryLines } from "./EntryLines.tsx";
import styles from "./EntryPanel.module.css";
import { originAddress, originWords } from "./origin.ts";
import { ReverseEntry } from "./ReverseEntry.tsx";

/** One entry: its lines, where it comes from, what reverses it, and its seal. */
export function EntryPanel({ entryId, onClose }: { entryId: number; onClose: () => void }) {
  const w = useWords(ledgerWords);
  const language = useLanguage();
  const [isReversing, setIsReversing] = useState(false);
  const query = useQuery({
    queryKey: ["ledger", "entry", entryId],
    queryFn: ({ signal }) => office.ledger.getEntry({ entryId }, { signal }),
  });
  const entry = query.data;
  const number = entry === undefined ? "…" : formatCount(entry.number, language);
  const canReverse = entry !== undefined && entry.reversedByNumber === null;
  return (
    <DetailPanel
      title={w.entryTitle(number)}
      subtitle={entry && `${formatDate(entry.datedOn)} · ${entry.journal} · ${entry.label}`}
      onClose={onClose}
      actions={
        <>
          {canReverse && (
            <Button variant="default" onClick={() => setIsReversing(true)}>
              {w.reverse}
            </Button>
          )}
          <Duplicate entryId={entryId} />
          <KeepTemplate of={{ entryId }} />
        </>
      }
    >
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PanelSkeleton />}
      {entry !== undefined && (
        <>
          <EntryLines lines={entry.lines} entryLabel={entry.label} />
          <EntryFacts entry={entry} />
          <Attached of={{ entryId }} />
        </>
      )}
      {entry !== undefined && isReversing && (
        <ReverseEntry entry={entry} onClose={() => setIsReversing(false)} />
      )}
    </DetailPanel>
  );
}

/** Copies the entry into the grid, dated today. */
function Duplicate({ entryId }: { entryId: number }) {
  const { duplicate } = useWords(enteringWords);
  const copy = async () => {
    const { draftId } = await office.entry.duplicate({ entryId, datedOn: todayHere() });
    window.location.hash = `/entries/enter?draft=${draftId}`;
  };
  return (
    <Button variant="default" onClick={() => void copy()}>
      {duplicate}
    </Button>
  );
}

function EntryFacts({ entry }: { entry: Entry }) {
  const w = useWords(ledgerWords);
  const language = useLanguage();
  const address =
    entry.originKind === null || entry.originId === null
      ? undefined
      : originAddress(entry.originKind, entry.originId);
  const origin = originWords(entry.originKind, w);
  const numbered = (n: number) => w.numbered(formatCount(n, language));
  return (
    <dl className={styles.facts}>
      <Fact name={w.piece}>{entry.pieceRef}</Fact>
      <Fact name={w.pieceOn}>{formatDate(entry.pieceOn)}</Fact>
      <Fact name={w.origin}>{address === undefined ? origin : <a href={address}>{origin}</a>}</Fact>
      <Fact name={w.postedOn}>{formatDate(entry.postedOn)}</Fact>
      {entry.reversesNumber !== null && (
        <Fact name={w.reverses}>{numbered(entry.reversesNumber)}</Fact>
      )}
      {entry.reversedByNumber !== null && (
        <Fact name={w.reversedBy}>{numbered(entry.reversedByNumber)}</Fact>
      )}
      <Fact name={w.seal}>
        <code className={styles.seal}>{entry.hash}</code>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PanelSkeleton() {
  const w = useWords(ledgerWords);
  return <div className={styles.skeleton} aria-busy="true" role="status" aria-label={w.loading} />;
}

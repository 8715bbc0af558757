import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useCommands } from "#renderer/app/commands.ts";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Banking.module.css";
import { ByHand } from "./ByHand.tsx";
import { CandidateView } from "./CandidateView.tsx";
import { useLineActions } from "./use-line-actions.ts";

type Line = Awaited<ReturnType<typeof office.reconciliation.getLine>>;

/** One bank line: its match and why, or what could explain it. */
export function LinePanel({ bankLineId, onClose }: { bankLineId: number; onClose: () => void }) {
  const language = useLanguage();
  const query = useQuery({
    queryKey: ["reconciliation", "line", bankLineId],
    queryFn: ({ signal }) => office.reconciliation.getLine({ bankLineId }, { signal }),
  });
  const line = query.data;
  return (
    <DetailPanel
      title={line === undefined ? "…" : formatMoney(line.amountMinor, language)}
      subtitle={line?.label}
      onClose={onClose}
    >
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {line !== undefined && <LineFacts line={line} />}
      {line?.match !== undefined && <Matched line={line} match={line.match} />}
      {line !== undefined && line.match === undefined && <Unmatched line={line} />}
    </DetailPanel>
  );
}

function LineFacts({ line }: { line: Line }) {
  const w = useWords(bankWords);
  const { counterpartyName, counterpartyIban } = line;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{w.account}</dt>
        <dd>{line.bankAccountName}</dd>
      </div>
      <div>
        <dt>{w.date}</dt>
        <dd>{formatDate(line.bookedOn)}</dd>
      </div>
      {counterpartyName !== null && (
        <div>
          <dt>{w.counterparty}</dt>
          <dd>
            {counterpartyName} {counterpartyIban}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Matched({ line, match }: { line: Line; match: NonNullable<Line["match"]> }) {
  const w = useWords(bankWords);
  const actions = useLineActions(line.id);
  const [isAsking, setIsAsking] = useState(false);
  const madeBy = { engine: w.madeByEngine, person: w.madeByPerson, rule: w.madeByRule };
  const { matchId, entryId } = line;
  return (
    <>
      <p>
        <strong>{madeBy[line.madeBy ?? "engine"]}</strong>
      </p>
      {actions.problem !== undefined && <ProblemNotice error={actions.problem} />}
      <CandidateView
        candidate={match}
        onTakeOut={(item) => matchId !== null && void actions.takeOut(matchId, item)}
      />
      <div className={styles.actions}>
        <a href={`#/entries?entry=${entryId}`}>{w.seeEntry}</a>
        <Button variant="default" onClick={() => setIsAsking(true)}>
          {w.undo}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={w.undoQuestion(line.label)}
        verb={w.undo}
        onConfirm={async () => {
          if (matchId !== null) await actions.undo(matchId);
        }}
        onClose={() => setIsAsking(false)}
      >
        {w.undoWhat}
      </ConfirmDialog>
    </>
  );
}

function Unmatched({ line }: { line: Line }) {
  const w = useWords(bankWords);
  const actions = useLineActions(line.id);
  const [best] = line.candidates;
  const { accept, refuse } = actions;
  const commands = useMemo(() => {
    if (best === undefined) return [];
    return [
      { id: "bank.accept", label: w.accept, keys: "mod+Enter", run: () => void accept(best) },
      { id: "bank.refuse", label: w.refuse, keys: "mod+Delete", run: () => void refuse(best) },
    ];
  }, [best, w, accept, refuse]);
  useCommands(commands);
  return (
    <>
      {actions.problem !== undefined && <ProblemNotice error={actions.problem} />}
      {line.candidates.length === 0 && <p className={styles.dim}>{w.noSuggestion}</p>}
      {line.candidates.map((candidate, i) => (
        <section key={candidate.key} className={styles.candidate}>
          <h3>{w.suggestion(String(i + 1))}</h3>
          <CandidateView candidate={candidate} />
          <div className={styles.actions}>
            <Button onClick={() => void accept(candidate)}>{w.accept}</Button>
            <Button variant="default" onClick={() => void refuse(candidate)}>
              {w.refuse}
            </Button>
          </div>
        </section>
      ))}
      <ByHand lineMinor={line.amountMinor} onPost={actions.post} />
    </>
  );
}

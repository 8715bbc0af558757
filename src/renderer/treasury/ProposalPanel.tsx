import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Proposal } from "#contract/treasury-memory.ts";
import { formatCount, formatDate, formatInstant, formatMoney } from "#renderer/format.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { proposalWords } from "#renderer/words/proposals.ts";
import { sourceWords } from "#renderer/words/sources.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { proposalTitle, proposalWhy } from "./proposal-sentences.ts";
import { SourceList } from "./results/SourceList.tsx";
import styles from "./Scenarios.module.css";
import { type Decision, useDecide } from "./use-proposals.ts";

const FEW_OBSERVATIONS = 3;

interface PanelProps {
  proposal: Proposal;
  /** The decision that a key of the list asked for: its reason is typed, Enter takes it. */
  wanted: Decision | undefined;
  onClose: () => void;
}

/** One proposal: why, what is at stake, what was decided and what came of it. */
export function ProposalPanel(props: PanelProps) {
  const { proposal, onClose } = props;
  const w = useWords(proposalWords);
  const sources = useWords(sourceWords);
  const language = useLanguage();
  const { state, outcome, reliability, effectMinor, judgeOn } = proposal;
  const { grade, observations } = reliability;
  const isWaiting = state === "open" || state === "postponed";
  const isFew = proposal.kind === "remind" && observations < FEW_OBSERVATIONS;
  const believed = isFew ? sources.reliabilityFromAll : sources.reliability;
  return (
    <DetailPanel title={proposalTitle(proposal, w, language)} onClose={onClose} takesFocus={true}>
      <div className={styles.form}>
        <p>{proposalWhy(proposal, w, language)}</p>
        <p>{w.effect(formatMoney(effectMinor, language))}</p>
        <p className={styles.dim}>{believed(grade, formatCount(observations, language))}</p>
        <SourceList refs={proposal.refs} />
        {proposal.kind === "floor" && <a href="#/treasury">{w.seeForecast}</a>}
        {proposal.kind === "indicator" && <a href="#/treasury/indicators">{w.seeIndicators}</a>}
        <Decided proposal={proposal} />
        {outcome === null ? (
          <p className={styles.dim}>{w.judged(formatDate(judgeOn))}</p>
        ) : (
          <p>
            {w.came(w[outcome.outcome], formatDate(outcome.judgedOn))}{" "}
            {outcome.effectMinor !== null &&
              w.cameMinor(formatMoney(outcome.effectMinor, language))}
          </p>
        )}
      </div>
      {isWaiting && <Deciding {...props} />}
    </DetailPanel>
  );
}

function Decided({ proposal: { decision, state } }: { proposal: Proposal }) {
  const w = useWords(proposalWords);
  const language = useLanguage();
  if (decision === null) return null;
  const at = formatInstant(decision.atMs, language);
  return (
    <p>
      {w.decidedBy(w[state], decision.person, at)}
      {decision.untilOn !== null && `, ${w.until(formatDate(decision.untilOn))}`}
      {decision.reason !== "" && ` : ${decision.reason}`}
    </p>
  );
}

function Deciding({ proposal, wanted, onClose }: PanelProps) {
  const w = useWords(proposalWords);
  const decide = useDecide(onClose);
  const [reason, setReason] = useState("");
  const [untilOn, setUntilOn] = useState<string | undefined>(proposal.judgeOn);
  const field = useReasonField(wanted);
  const take = (decision: Decision) =>
    decide.mutate({
      ...{ proposalId: proposal.proposalId, decision, reason },
      ...(decision === "postponed" && untilOn !== undefined ? { untilOn } : {}),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== undefined) take(wanted);
  };
  const decisions = { accepted: w.accept, refused: w.refuse, postponed: w.postpone } as const;
  return (
    <form className={styles.form} onSubmit={submit} aria-label={w.decide}>
      <h3 className={styles.heading}>{w.decide}</h3>
      {decide.isError && <ProblemNotice error={decide.error} />}
      <TextInput
        ref={field}
        label={w.reason}
        description={w.reasonWhy}
        value={reason}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <DateInput label={w.untilOn} date={untilOn} onChange={setUntilOn} />
      <div className={styles.actions}>
        {(["accepted", "refused", "postponed"] as const).map((decision) => (
          <Button
            key={decision}
            variant={decision === (wanted ?? "accepted") ? "filled" : "default"}
            disabled={decide.isPending}
            type={decision === wanted ? "submit" : "button"}
            onClick={() => decision !== wanted && take(decision)}
          >
            {decisions[decision]}
          </Button>
        ))}
      </div>
    </form>
  );
}

/** The reason takes the keyboard when a key of the list asked for a decision that needs one. */
function useReasonField(wanted: Decision | undefined) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wanted === undefined) return;
    // After the panel, which takes the keyboard when it opens.
    const timer = setTimeout(() => field.current?.focus());
    return () => clearTimeout(timer);
  }, [wanted]);
  return field;
}

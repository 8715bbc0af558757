import { useMemo, useState } from "react";
import type { Proposal } from "#contract/treasury-memory.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { formatCount, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { FilterChips } from "#renderer/ui/FilterChips.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { proposalWords } from "#renderer/words/proposals.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import decisionStyles from "./Decisions.module.css";
import { ProposalPanel } from "./ProposalPanel.tsx";
import { gradeWord, outcomeWord, proposalTitle, stateWord } from "./proposal-sentences.ts";
import styles from "./Scenarios.module.css";
import { TreasuryViews } from "./TreasuryViews.tsx";
import { type Decision, decisionOfKey, useDecide, useWaiting } from "./use-proposals.ts";

type W = Words<typeof proposalWords>;
type State = Proposal["state"];

const STATES: readonly State[] = ["open", "postponed", "accepted", "refused", "lapsed"];

interface Opened {
  proposal: Proposal;
  wanted: Decision | undefined;
}

/** What the risk agent proposes, decided by the keyboard, and what came of the decided ones. */
export function ProposalsScreen(_: ScreenProps) {
  const w = useWords(proposalWords);
  const [states, setStates] = useState<ReadonlySet<string>>(new Set(["open"]));
  const [opened, setOpened] = useState<Opened>();
  const waiting = useWaiting();
  const decide = useDecide(() => setOpened(undefined));
  const [state] = [...states] as State[];
  const onKey = (proposal: Proposal, wanted: Decision | undefined) => {
    if (wanted === undefined || !isWaiting(proposal)) return;
    if (wanted !== "accepted") setOpened({ proposal, wanted });
    else decide.mutate({ proposalId: proposal.proposalId, decision: wanted });
  };
  return (
    <>
      <PageHead title={w.title}>
        <TreasuryViews current="proposals" />
        <FilterChips
          chips={STATES.map((key) => ({
            ...{ key, label: w[key] },
            count: key === "open" ? waiting.data?.count : undefined,
          }))}
          active={states}
          onChange={setStates}
          isSingle={true}
        />
      </PageHead>
      {decide.isError && <ProblemNotice error={decide.error} />}
      <ListDetail
        list={
          <div className={styles.stacked}>
            <Waiting />
            <div className={styles.sheet}>
              <List
                state={state}
                waiting={waiting.data?.count ?? 0}
                onOpen={(proposal) => setOpened({ proposal, wanted: undefined })}
                onKey={onKey}
                onBack={() => setOpened(undefined)}
              />
            </div>
          </div>
        }
        detail={
          opened && (
            <ProposalPanel
              key={`${opened.proposal.proposalId} ${opened.wanted}`}
              {...opened}
              onClose={() => setOpened(undefined)}
            />
          )
        }
      />
    </>
  );
}

/** How many wait and for how much, and that nothing acts by itself. */
function Waiting() {
  const w = useWords(proposalWords);
  const language = useLanguage();
  const { data } = useWaiting();
  if (data === undefined) return <p className={decisionStyles.verdict}>{"\u00a0"}</p>;
  const { count, minor } = data;
  const money = formatMoney(minor, language);
  return (
    <>
      <p className={decisionStyles.verdict}>
        {count === 0 ? w.noneWaits : w.waiting(formatCount(count, language), count > 1, money)}
      </p>
      <p className={decisionStyles.why}>
        {w.byHand} {count > 0 && w.keys}
      </p>
    </>
  );
}

function isWaiting({ state }: Proposal): boolean {
  return state === "open" || state === "postponed";
}

function List(props: {
  state: State | undefined;
  /** How many wait: the list is read again when it changes. */
  waiting: number;
  onOpen: (proposal: Proposal) => void;
  onKey: (proposal: Proposal, wanted: Decision | undefined) => void;
  onBack: () => void;
}) {
  const { state, waiting } = props;
  const w = useWords(proposalWords);
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  return (
    <DataTable
      label={w.list}
      tableId={`proposals ${state ?? "all"}`}
      columns={columns}
      source={{
        queryKey: ["treasury", "proposals", "rows", state ?? "all", waiting],
        fetchPage: (after: string | undefined, limit, signal) =>
          office.treasury.proposals(
            { limit, ...(after && { after }), ...(state && { state }) },
            { signal },
          ),
      }}
      rowKey={(row) => String(row.proposalId)}
      empty={{ sentence: w.none, action: { label: w.seeForecast, run: () => go("/treasury") } }}
      onOpen={props.onOpen}
      onBack={props.onBack}
      onRowKey={(row, event) => props.onKey(row, decisionOfKey(event))}
    />
  );
}

function columnsOf(w: W, language: Language): Column<Proposal>[] {
  return [
    {
      ...{ key: "proposal", label: w.proposal, type: "text", share: 3, minRem: 18 },
      value: (row) => proposalTitle(row, w, language),
    },
    { key: "effect", label: w.atStake, type: "money", value: (row) => row.effectMinor },
    { key: "state", label: w.state, type: "chip", minRem: 6, value: (row) => stateWord(row, w) },
    {
      ...{ key: "grade", label: w.grade, type: "chip", minRem: 5 },
      value: (row) => gradeWord(row.reliability.grade),
    },
    { key: "judgeOn", label: w.judgeOn, type: "date", value: (row) => row.judgeOn },
    {
      ...{ key: "outcome", label: w.outcome, type: "chip", minRem: 11 },
      value: (row) => outcomeWord(row, w),
    },
  ];
}

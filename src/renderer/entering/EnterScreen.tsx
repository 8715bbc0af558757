import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useCommands } from "#renderer/app/commands.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { LedgerViews } from "#renderer/ledger/LedgerViews.tsx";
import { office } from "#renderer/office.ts";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { useStable } from "#renderer/ui/use-stable.ts";
import { enteringWords } from "#renderer/words/entering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Entering.module.css";
import { EntryHead } from "./EntryHead.tsx";
import { type GridEntry, gridOf, newEntry, typedOf } from "./grid-entry.ts";
import { KeepTemplate } from "./KeepTemplate.tsx";
import { LineRow } from "./LineRow.tsx";
import { Reason } from "./Reason.tsx";
import { Totals } from "./Totals.tsx";
import type { Saving } from "./use-draft-saving.ts";
import { useGrid } from "./use-grid.ts";
import { ValidateDrafts } from "./ValidateDrafts.tsx";

const PURCHASES = "AC";

/** Entry by keyboard: a new one, or the draft of the address. */
export function EnterScreen({ query }: ScreenProps) {
  const w = useWords(enteringWords);
  const asked = Number(query.get("draft"));
  const [journal] = useKept("entering", PURCHASES);
  const draft = useQuery({
    queryKey: ["entry", "draft", asked],
    queryFn: ({ signal }) => office.entry.getDraft({ draftId: asked }, { signal }),
    enabled: asked > 0,
    staleTime: 0,
    gcTime: 0,
  });
  const { data } = draft;
  return (
    <>
      <PageHead title={w.enter}>
        <LedgerViews current="enter" />
      </PageHead>
      {draft.isError && <ProblemNotice error={draft.error} />}
      {!(asked > 0) && <Grid key="new" first={newEntry(journal, todayHere())} />}
      {data !== undefined && (
        <Grid key={asked} first={gridOf(data.entry, data.parties)} draftId={asked} />
      )}
    </>
  );
}

function Grid({ first, draftId }: { first: GridEntry; draftId?: number }) {
  const grid = useGrid(first, draftId);
  const [, keepJournal] = useKept("entering", PURCHASES);
  const [validatingId, setValidatingId] = useState<number | undefined>(undefined);
  const { entry, saving } = grid;
  const deeds = useDeeds(grid, setValidatingId);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside, gathered once.
    <div
      ref={grid.root}
      className={styles.page}
      {...grid.keys}
      onKeyDown={(event) => {
        // An open list of choices or dialog takes Escape first.
        if (event.key === "Escape" && validatingId === undefined) deeds.leave();
        else grid.keys.onKeyDown(event);
      }}
    >
      <EntryHead
        entry={entry}
        onChange={(to) => {
          if (to.journal !== undefined) keepJournal(to.journal);
          grid.changeHead(to);
        }}
      />
      <Lines entry={entry} onChange={grid.change} />
      {grid.reason !== undefined && <Reason reason={grid.reason} />}
      <Deeds {...deeds} entry={entry} saving={saving.state} />
      {validatingId !== undefined && (
        <ValidateDrafts
          scope={{ draftIds: [validatingId] }}
          onDone={deeds.startAnew}
          onClose={() => setValidatingId(undefined)}
        />
      )}
    </div>
  );
}

/** What can be done with the entry, as buttons and as commands of the palette. */
function useDeeds(grid: ReturnType<typeof useGrid>, onValidate: (id?: number) => void) {
  const w = useWords(enteringWords);
  const { saving } = grid;
  const save = useStable(() => void saving.save().catch(() => undefined));
  const validate = useStable(
    () =>
      void saving.save().then(
        (id) => onValidate(id),
        () => undefined,
      ),
  );
  const leave = useStable(() => {
    save();
    go("/entries/drafts");
  });
  const startAnew = useStable(() => grid.restart());
  const group = w.enter;
  useCommands(
    useMemo(
      () => [
        { id: "entry.validate", label: w.validate, group, keys: "mod+Enter", run: validate },
        { id: "entry.save", label: w.save, group, keys: "mod+s", run: save },
        { id: "entry.new", label: w.newEntry, group, run: startAnew },
        { id: "entry.leave", label: w.leave, group, run: leave },
      ],
      [w, group, validate, save, startAnew, leave],
    ),
  );
  return { save, validate, leave, startAnew };
}

interface DeedsProps {
  validate: () => void;
  save: () => void;
  saving: Saving;
  entry: GridEntry;
}

function Deeds(props: DeedsProps) {
  const w = useWords(enteringWords);
  return (
    <div className={styles.bar}>
      <Button onClick={props.validate}>{w.validate}</Button>
      <Button variant="default" onClick={props.save}>
        {w.save}
      </Button>
      <KeepTemplate of={{ entry: typedOf(props.entry) }} />
      <SavingWord state={props.saving} />
      <p className={styles.dim}>{w.keys}</p>
    </div>
  );
}

function Lines(props: { entry: GridEntry; onChange: Parameters<typeof LineRow>[0]["onChange"] }) {
  const w = useWords(enteringWords);
  const { entry } = props;
  return (
    <table className={styles.table} aria-label={w.grid}>
      <colgroup>
        <col style={{ width: "7rem" }} />
        <col style={{ width: "22%" }} />
        <col />
        <col style={{ width: "8.5rem" }} />
        <col style={{ width: "8.5rem" }} />
        <col style={{ width: "7.5rem" }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{w.account}</th>
          <th scope="col">{w.party}</th>
          <th scope="col">{w.label}</th>
          <th scope="col" className={styles.figure}>
            {w.debit}
          </th>
          <th scope="col" className={styles.figure}>
            {w.credit}
          </th>
          <th scope="col">{w.dueOn}</th>
        </tr>
      </thead>
      <tbody>
        {entry.lines.map((line, i) => (
          <LineRow
            key={line.key}
            line={line}
            position={i + 1}
            onDate={entry.datedOn}
            entryLabel={entry.label}
            onChange={props.onChange}
          />
        ))}
      </tbody>
      <Totals lines={entry.lines} />
    </table>
  );
}

function SavingWord({ state }: { state: Saving }) {
  const w = useWords(enteringWords);
  if (state === "none") return null;
  const said = { waiting: w.unsaved, saving: w.saving, saved: w.saved, failed: w.unsaved }[state];
  return (
    <span role="status" className={state === "failed" ? styles.wait : styles.dim}>
      {said}
    </span>
  );
}

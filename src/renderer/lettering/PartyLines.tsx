import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import type { LetterLine } from "#contract/lettering.ts";
import { formatAmount, formatCount, formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { letteringWords } from "#renderer/words/lettering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Lettering.module.css";

/** A party's lines: ticked, summed, lettered or freed of their letter. */
export function PartyLines(props: {
  of: { account: string; partyId: number };
  onClose: () => void;
}) {
  const { account, partyId } = props.of;
  const w = useWords(letteringWords);
  const [withLettered, setWithLettered] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const lines = useQuery({
    queryKey: ["lettering", "lines", account, partyId, withLettered],
    queryFn: ({ signal }) =>
      office.lettering.listLines({ account, partyId, withLettered }, { signal }),
  });
  const acts = useLetterActs(chosen, () => setChosen(new Set()));
  const rows = lines.data ?? [];
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = { l: acts.letter, u: acts.unletter }[event.key.toLowerCase()];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    void act();
  };
  return (
    <DetailPanel title={w.partyLines} subtitle={account} onClose={props.onClose}>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={withLettered}
          onChange={(event) => setWithLettered(event.currentTarget.checked)}
        />
        {w.withLettered}
      </label>
      {lines.isError && <ProblemNotice error={lines.error} onRetry={() => void lines.refetch()} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the tick boxes inside. */}
      <div onKeyDown={onKeyDown} className={styles.lines}>
        <LineTable rows={rows} chosen={chosen} onToggle={toggle} />
      </div>
      {acts.problem !== undefined && <ProblemNotice error={acts.problem} />}
      <Chosen rows={rows.filter((row) => chosen.has(row.id))} acts={acts} />
    </DetailPanel>
  );
}

type LetterActs = ReturnType<typeof useLetterActs>;

function useLetterActs(chosen: ReadonlySet<number>, onDone: () => void) {
  const w = useWords(letteringWords);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const perform = async (act: (lineIds: number[]) => Promise<string>) => {
    setProblem(undefined);
    if (chosen.size === 0) return;
    try {
      notify(await act([...chosen]));
      onDone();
      await client.invalidateQueries();
    } catch (caught) {
      setProblem(caught);
    }
  };
  const letter = (writeOff: boolean) =>
    perform(async (lineIds) =>
      w.lettered((await office.lettering.letter({ lineIds, writeOff })).letter),
    );
  return {
    problem,
    letter: () => letter(false),
    writeOff: () => letter(true),
    unletter: () =>
      perform(async (lineIds) => {
        await office.lettering.unletter({ lineIds });
        return w.unlettered;
      }),
  };
}

function Chosen({ rows, acts }: { rows: readonly LetterLine[]; acts: LetterActs }) {
  const w = useWords(letteringWords);
  const language = useLanguage();
  const gapMinor = rows.reduce((sum, row) => sum + row.debitMinor - row.creditMinor, 0);
  return (
    <div className={styles.chosen}>
      <p role="status">
        {w.selected(formatCount(rows.length, language), formatMoney(gapMinor, language))}
      </p>
      <div className={styles.actions}>
        <Button disabled={rows.length < 2} onClick={() => void acts.letter()}>
          {w.letterVerb}
        </Button>
        <Button
          variant="default"
          disabled={rows.length < 2 || gapMinor === 0}
          onClick={() => void acts.writeOff()}
        >
          {w.writeOff}
        </Button>
        <Button
          variant="default"
          disabled={rows.every((row) => row.letter === null)}
          onClick={() => void acts.unletter()}
        >
          {w.unletterVerb}
        </Button>
      </div>
    </div>
  );
}

function LineTable(props: {
  rows: readonly LetterLine[];
  chosen: ReadonlySet<number>;
  onToggle: (id: number) => void;
}) {
  const w = useWords(letteringWords);
  const language = useLanguage();
  const money = (minor: number) => (minor === 0 ? "" : formatAmount(minor, language));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{w.date}</th>
          <th scope="col">{w.label}</th>
          <th scope="col">{w.debit}</th>
          <th scope="col">{w.credit}</th>
          <th scope="col">{w.letter}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td>
              <input
                type="checkbox"
                aria-label={`${row.label} ${money(row.debitMinor + row.creditMinor)}`}
                checked={props.chosen.has(row.id)}
                onChange={() => props.onToggle(row.id)}
              />
            </td>
            <td>{formatDate(row.datedOn)}</td>
            <td>
              <a href={`#/entries?entry=${row.entryId}`}>{row.label}</a>
            </td>
            <td className={styles.figure}>{money(row.debitMinor)}</td>
            <td className={styles.figure}>{money(row.creditMinor)}</td>
            <td>{row.letter}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

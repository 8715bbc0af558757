import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Proposal } from "#contract/pack.ts";
import { formatAmount, formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { packWords } from "#renderer/words/pack.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Pack.module.css";

const TONES = { waiting: "wait", accepted: "done", refused: "neutral" } as const;

/** The entries that the accountant proposes, each with what it changes, decided one by one. */
export function Proposals() {
  const w = useWords(packWords);
  const titleId = useId();
  const query = useQuery({
    queryKey: ["pack", "proposals"],
    queryFn: ({ signal }) => office.pack.listProposals({}, { signal }),
  });
  const rows = query.data ?? [];
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{w.proposals}</h2>
      {query.isError && <ProblemNotice error={query.error} />}
      {query.isSuccess && rows.length === 0 && <p className={styles.dim}>{w.noProposals}</p>}
      {rows.map((one) => (
        <article key={one.id} className={styles.proposal} aria-label={one.entry.label}>
          <header className={styles.row}>
            <b>{one.entry.label}</b>
            <span className={styles.dim}>
              {one.entry.journal} · {formatDate(one.entry.datedOn)} · {one.author}
            </span>
            <StateChip word={w[one.state]} tone={TONES[one.state]} />
          </header>
          <p>
            {one.reason}
            {one.replacesNumber !== null && ` · ${w.replaces(one.replacesNumber)}`}
            {one.refusal !== null && ` · ${one.refusal}`}
          </p>
          <Difference rows={one.difference} />
          {one.state === "waiting" && <Decide proposalId={one.id} />}
          {one.state === "accepted" && <a href="#/entries/drafts">{w.seeDrafts}</a>}
        </article>
      ))}
    </section>
  );
}

function Difference({ rows }: { rows: Proposal["difference"] }) {
  const w = useWords(packWords);
  const language = useLanguage();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{w.account}</th>
          <th scope="col">{w.before}</th>
          <th scope="col">{w.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.account} ${row.partyCode}`}>
            <th scope="row">
              {row.account} {row.partyCode}
            </th>
            <td>{formatAmount(row.beforeMinor, language)}</td>
            <td>{formatAmount(row.afterMinor, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decide({ proposalId }: { proposalId: number }) {
  const w = useWords(packWords);
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const done = () => client.invalidateQueries();
  const accept = useMutation({
    mutationFn: () => office.pack.acceptProposal({ proposalId }),
    onSuccess: done,
  });
  const refuse = useMutation({
    mutationFn: () => office.pack.refuseProposal({ proposalId, reason }),
    onSuccess: done,
  });
  return (
    <div className={styles.row}>
      <Button onClick={() => accept.mutate()}>{w.accept}</Button>
      <TextInput
        aria-label={w.reason}
        placeholder={w.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button variant="default" disabled={reason.trim() === ""} onClick={() => refuse.mutate()}>
        {w.refuse}
      </Button>
      {accept.isError && <ProblemNotice error={accept.error} />}
      {refuse.isError && <ProblemNotice error={refuse.error} />}
    </div>
  );
}

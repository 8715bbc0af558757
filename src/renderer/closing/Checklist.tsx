import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ClosingPoint, YearState } from "#contract/closing.ts";
import { formatCount } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Tone } from "#renderer/ui/column.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { closingWords } from "#renderer/words/closing.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { CloseYear } from "./CloseYear.tsx";
import styles from "./Closing.module.css";

type PointName = keyof typeof closingWords;

/** What must be green or answered before a year closes, then its closing. */
export function Checklist({ year }: { year: YearState }) {
  const w = useWords(closingWords);
  const { fiscalYearId } = year;
  const points = useQuery({
    queryKey: ["closing", "checklist", fiscalYearId],
    queryFn: ({ signal }) => office.closing.checklist({ fiscalYearId }, { signal }),
  });
  const rows = points.data ?? [];
  return (
    <>
      <h3>{w.points}</h3>
      {points.isError && (
        <ProblemNotice error={points.error} onRetry={() => void points.refetch()} />
      )}
      <table className={styles.points} aria-busy={points.isPending}>
        <thead>
          <tr>
            <th scope="col">{w.point}</th>
            <th scope="col">{w.state}</th>
            <th scope="col">{w.found}</th>
            <th scope="col">{w.answer}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((point) => (
            <Point key={point.point} point={point} fiscalYearId={fiscalYearId} />
          ))}
        </tbody>
      </table>
      <CloseYear year={year} isReady={points.isSuccess && rows.every(isSettled)} />
    </>
  );
}

function isSettled(point: ClosingPoint): boolean {
  return point.state === "green" || (point.state === "attention" && point.answer !== null);
}

function Point({ point, fiscalYearId }: { point: ClosingPoint; fiscalYearId: number }) {
  const w = useWords(closingWords);
  const language = useLanguage();
  const name = String(w[point.point as PointName] ?? point.point);
  const tones: Record<ClosingPoint["state"], Tone> = {
    green: "done",
    attention: point.answer === null ? "wait" : "accent",
    blocking: "alert",
  };
  const isAnswered = point.state === "attention" && point.answer !== null;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <StateChip word={isAnswered ? w.answered : w[point.state]} tone={tones[point.state]} />
      </td>
      <td>
        {point.state === "green"
          ? w.nothingFound
          : `${formatCount(point.count, language)} · ${point.detail[language]}`}{" "}
        {point.address !== null && <a href={`#${point.address}`}>{w.see}</a>}
      </td>
      <td>
        {point.state === "attention" && (
          <Answer key={point.answer} point={point} name={name} fiscalYearId={fiscalYearId} />
        )}
      </td>
    </tr>
  );
}

function Answer(props: { point: ClosingPoint; name: string; fiscalYearId: number }) {
  const { point, name, fiscalYearId } = props;
  const w = useWords(closingWords);
  const client = useQueryClient();
  const [text, setText] = useState(point.answer ?? "");
  const keep = useMutation({
    mutationFn: () => office.closing.answerPoint({ fiscalYearId, point: point.point, text }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["closing"] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") keep.mutate();
  };
  const isNew = text.trim() !== (point.answer ?? "");
  return (
    <form className={styles.answer} onSubmit={submit}>
      <TextInput
        aria-label={w.answerFor(name)}
        placeholder={w.answerHint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isNew && (
        <Button type="submit" variant="default" loading={keep.isPending}>
          {w.keepAnswer}
        </Button>
      )}
      {!isNew && point.answeredBy !== null && (
        <span className={styles.dim}>{w.answeredBy(point.answeredBy)}</span>
      )}
      {keep.isError && <ProblemNotice error={keep.error} />}
    </form>
  );
}

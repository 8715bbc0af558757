import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Figure, SourceRef } from "#contract/finding.ts";
import { formatCount, formatDate, formatMoney } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { resultWords } from "#renderer/words/results.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { gradeChip } from "./grade-chip.ts";
import styles from "./Results.module.css";
import { sourceQuery } from "./read-source.ts";

/** A figure that the person asked about. */
export interface Behind {
  title: string;
  subtitle?: string | undefined;
  figure: Figure;
  /** What else there is to say of it. */
  facts?: readonly string[];
}

/** Where a figure comes from: how far to believe it, and the rows behind it, each a link. */
export function SourcesPanel({ behind, onClose }: { behind: Behind; onClose: () => void }) {
  const w = useWords(resultWords);
  const language = useLanguage();
  const { reliability, refs } = behind.figure;
  const seen = new Map(refs.map((ref) => [`${ref.kind} ${ref.id}`, ref]));
  return (
    <DetailPanel title={behind.title} subtitle={behind.subtitle} takesFocus onClose={onClose}>
      {(behind.facts ?? []).map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      <p className={styles.grade}>
        <StateChip {...gradeChip(reliability)} />{" "}
        {w.gradeOf(
          formatCount(reliability.observations, language),
          formatCount(reliability.periodDays, language),
        )}
      </p>
      {seen.size > 0 && <h3 className={styles.sourcesHead}>{w.sources}</h3>}
      <ul className={styles.sources}>
        {[...seen].map(([key, ref]) => (
          <SourceItem key={key} sourceRef={ref} />
        ))}
      </ul>
    </DetailPanel>
  );
}

function SourceItem({ sourceRef }: { sourceRef: SourceRef }): ReactNode {
  const w = useWords(resultWords);
  const language = useLanguage();
  const { data, isError } = useQuery(sourceQuery(sourceRef));
  if (data === undefined) return <li aria-busy={!isError}>{isError ? w.notRead : "…"}</li>;
  const about = [data.detail, data.on && formatDate(data.on)].filter(Boolean).join(" · ");
  return (
    <li>
      <a href={data.address}>{data.label}</a>
      <span className={styles.amount}>
        {data.amountMinor !== undefined && formatMoney(data.amountMinor, language)}
      </span>
      {about !== "" && <small>{about}</small>}
    </li>
  );
}

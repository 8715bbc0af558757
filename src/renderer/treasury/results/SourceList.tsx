import { useQuery } from "@tanstack/react-query";
import type { SourceRef } from "#contract/finding.ts";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { resultWords } from "#renderer/words/results.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Results.module.css";
import { sourceQuery } from "./read-source.ts";

/** The rows behind a figure by their own names, each a link; one row is listed once. */
export function SourceList({ refs }: { refs: readonly SourceRef[] }) {
  const seen = new Map(refs.map((ref) => [`${ref.kind} ${ref.id}`, ref]));
  return (
    <ul className={styles.sources}>
      {[...seen].map(([key, ref]) => (
        <SourceItem key={key} sourceRef={ref} />
      ))}
    </ul>
  );
}

function SourceItem({ sourceRef }: { sourceRef: SourceRef }) {
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

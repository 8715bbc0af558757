import type { SourceRef } from "#contract/finding.ts";
import { sourceWords } from "#renderer/words/sources.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./ForecastScreen.module.css";
import { sourceAddress } from "./source-address.ts";

const MOST_SOURCES = 12;

interface LinksProps {
  refs: readonly SourceRef[];
  /** The party that the figure is about, where it is about one. */
  partyName?: string | null;
}

/** The rows behind a figure, each opened by its link. */
export function SourceLinks({ refs, partyName }: LinksProps) {
  const w = useWords(sourceWords);
  const shown = refs.slice(0, MOST_SOURCES);
  if (shown.length === 0) return null;
  return (
    <p className={styles.sources}>
      {shown.map((ref) => (
        <a key={`${ref.kind} ${ref.id}`} href={`#${sourceAddress(ref, partyName)}`}>
          {ref.kind === "party" && partyName ? partyName : `${w[ref.kind]} ${ref.id}`}
        </a>
      ))}
    </p>
  );
}

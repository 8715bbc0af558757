import { useQuery } from "@tanstack/react-query";
import type { NarrativeParagraph } from "#contract/treasury-narrative.ts";
import { useProof } from "#renderer/banking/use-proof.ts";
import { office } from "#renderer/office.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { writerWords } from "#renderer/words/writer.ts";
import homeStyles from "./HomeScreen.module.css";
import styles from "./Narrative.module.css";
import { sourceAddress } from "./source-address.ts";

/** Where each fact of the narrative comes from; a party's are found by its reference. */
const ADDRESSES: Record<string, string> = {
  asOn: "/bank",
  balance: "/bank/cash",
  monthAhead: "/treasury",
  lowest: "/treasury",
  lowestOn: "/treasury",
  crossedOn: "/treasury",
  missing: "/treasury",
  margin: "/treasury",
  floor: "/bank/rules",
  receivable: "/sales?state=open",
  lateReceivable: "/sales?state=late",
  lateInvoices: "/sales?state=late",
  payable: "/purchases?state=open",
  dso: "/treasury/indicators",
  dpo: "/treasury/indicators",
  runway: "/treasury/indicators",
  worstDelay: "/treasury/patterns",
  changeFrom: "/treasury/analyses",
  changeTo: "/treasury/analyses",
  changeBy: "/treasury/analyses",
  changeSinceOn: "/treasury/analyses",
  proposals: "/treasury/proposals",
  actionEffect: "/treasury/proposals",
  actionName: "/treasury/proposals",
  actionParty: "/treasury/proposals",
  actionOn: "/treasury/proposals",
  observations: "/treasury/indicators",
};

/** The treasury in plain language: every number leads to where it comes from. */
export function Narrative({ isReady }: { isReady: boolean }) {
  const w = useWords(writerWords);
  const language = useLanguage();
  const proof = useProof();
  const { data, isError } = useQuery({
    // It reads much of the book: the page's figures and proofs come before it.
    enabled: isReady && !proof.isPending,
    queryKey: ["treasury", "narrative", language],
    queryFn: ({ signal }) => office.treasury.narrative({ language }, { signal }),
  });
  // The page's own figures say what is wrong with the book; the text only repeats them.
  if (isError || data?.paragraphs.length === 0) return null;
  return (
    <section aria-labelledby="narrative-title" className={styles.narrative}>
      <h2 id="narrative-title" className={homeStyles.heading}>
        {w.narrative}
      </h2>
      {data === undefined && (
        <section className={styles.skeleton} aria-busy="true" aria-label={w.narrativeLoading} />
      )}
      {data?.paragraphs.map((paragraph) => (
        <Paragraph key={paragraph.topic} paragraph={paragraph} />
      ))}
      {data !== undefined && (
        <p className={styles.foot}>
          <span>{w.grade(worstGrade(data.paragraphs))}</span>
          <a href="#/treasury/analyses">{w.whatChanged}</a>
          <a href="#/treasury/analyses?panel=writer">{w.rewrite}</a>
        </p>
      )}
    </section>
  );
}

function Paragraph({ paragraph }: { paragraph: NarrativeParagraph }) {
  return (
    <p>
      {paragraph.parts.map((part, i) =>
        "text" in part ? (
          part.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the paragraph.
          <a key={i} href={`#${addressOfFact(part.fact, paragraph)}`}>
            {part.formatted.replace(/^-/, "\u2212")}
          </a>
        ),
      )}
    </p>
  );
}

function addressOfFact(fact: string, { parts, refs }: NarrativeParagraph): string {
  const known = ADDRESSES[fact];
  if (known !== undefined) return known;
  const party = parts.find((part) => "fact" in part && part.fact === "worstParty");
  const ref = refs.find((one) => one.kind === "party");
  const name = party !== undefined && "formatted" in party ? party.formatted : null;
  return ref === undefined ? "/treasury" : sourceAddress(ref, name);
}

function worstGrade(paragraphs: readonly NarrativeParagraph[]): string {
  return (
    paragraphs
      .map((one) => one.grade)
      .sort()
      .at(-1) ?? "C"
  );
}

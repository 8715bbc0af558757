import { type RefusalCode, refusalSentence } from "#contract/refusals.ts";
import { bankWords } from "#renderer/words/banking.ts";
import { frenchSpaces } from "#renderer/words/french-spaces.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { RefusedLine } from "./use-batch.ts";

/** The lines that a run on several lines could not do, each with its reason. */
export function RefusedLines({ lines }: { lines: readonly RefusedLine[] }) {
  const w = useWords(bankWords);
  const language = useLanguage();
  if (lines.length === 0) return null;
  return (
    <section role="alert" aria-label={w.refusedLines}>
      <ul>
        {lines.map(({ bankLineId, label, code, facts }) => {
          const sentence = refusalSentence(code as RefusalCode, facts as never, language);
          return (
            <li key={bankLineId}>
              <a href={`#/bank?line=${bankLineId}`}>{label}</a> :{" "}
              {language === "fr" ? frenchSpaces(sentence) : sentence}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { type RefusalCode, refusalSentence } from "#contract/refusals.ts";
import { frenchSpaces } from "#renderer/words/french-spaces.ts";
import { useLanguage } from "#renderer/words/language.ts";
import styles from "./notice.module.css";

interface RefusalNoticeProps {
  code: RefusalCode;
  facts: object;
}

/** An expected "no": what, where, why and what to do next, in the person's language. */
export function RefusalNotice({ code, facts }: RefusalNoticeProps) {
  const language = useLanguage();
  const sentence = refusalSentence(code, facts, language);
  return (
    <div role="alert" className={styles.notice} data-tone="wait" data-code={code}>
      <p>{language === "fr" ? frenchSpaces(sentence) : sentence}</p>
    </div>
  );
}

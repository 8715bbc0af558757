import { Button } from "@mantine/core";
import { formatMoney } from "#renderer/format.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { ProgressBar } from "#renderer/ui/ProgressBar.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { writerWords } from "#renderer/words/writer.ts";
import styles from "./Narrative.module.css";
import { useRewriting } from "./use-writer.ts";

/** What would be sent, to the byte, then the sending, then the text that came back. */
export function Rewriting({ balanceMinor }: { balanceMinor: number }) {
  const w = useWords(writerWords);
  const language = useLanguage();
  const { show, send, stop } = useRewriting();
  const money = (minor: number) => formatMoney(minor, language);
  const payload = show.data;
  const error = send.error ?? show.error;
  return (
    <>
      {error !== null && <ProblemNotice error={error} />}
      <Button variant="default" disabled={show.isPending} onClick={() => show.mutate()}>
        {w.show}
      </Button>
      {payload !== undefined && (
        <>
          <p>{w.sentTo(payload.url)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by the keyboard. */}
          <pre className={styles.payload} tabIndex={0}>
            {payload.body}
          </pre>
          <p className={styles.digest}>{w.digest(payload.sha256)}</p>
          <p>
            {payload.requiredMinor > balanceMinor
              ? w.missing(money(payload.requiredMinor - balanceMinor))
              : w.required(money(payload.requiredMinor))}
          </p>
          <Button disabled={send.isPending} onClick={() => send.mutate(payload.sha256)}>
            {w.send}
          </Button>
        </>
      )}
      {send.isPending && (
        <ProgressBar label={w.sending} done={0} total={undefined} onCancel={stop} />
      )}
      {send.data !== undefined && (
        <section aria-live="polite">
          <h3>{w.rewritten(money(send.data.costMinor))}</h3>
          {send.data.paragraphs.map(({ topic, text }) => (
            <p key={topic}>{text}</p>
          ))}
        </section>
      )}
    </>
  );
}

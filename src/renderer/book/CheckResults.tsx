import type { Verification } from "#contract/book.ts";
import { bookWords } from "#renderer/words/book.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** What the whole-book checks found: one sentence when all is sound, else each gap. */
export function CheckResults({ checks }: { checks: Verification["checks"] }) {
  const w = useWords(bookWords);
  const failed = checks.filter((check) => !check.sound);
  if (failed.length === 0) return <p role="status">{w.checksSound(checks.length)}</p>;
  return (
    <ul role="alert" aria-label={w.checks}>
      {failed.map((check) => (
        <li key={check.name}>{w.checkFailed(check.name, check.detail)}</li>
      ))}
    </ul>
  );
}

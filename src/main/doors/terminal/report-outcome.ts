import { type RefusalCode, refusalSentence, refusals } from "#contract/refusals.ts";
import { EXIT_CODES, type Outcome } from "./outcome.ts";
import { resultText } from "./result-text.ts";
import type { TerminalLanguage } from "./terminal-language.ts";
import type { TerminalStreams } from "./terminal-streams.ts";
import { terminalWords } from "./terminal-words.ts";

/** Tells how a command ended: results on standard output, messages on standard error. */
export function reportOutcome(
  outcome: Outcome,
  to: { streams: TerminalStreams; lang: TerminalLanguage; json: boolean },
): number {
  const { stdout, stderr } = to.streams;
  const words = terminalWords[to.lang];
  if ("done" in outcome) {
    const text = to.json ? asJson(outcome.done ?? null) : resultText(outcome.done, to.lang);
    stdout.write(`${text}\n`);
    return EXIT_CODES.done;
  }
  if ("refused" in outcome) {
    const refused = { ...outcome.refused, ...sentences(outcome.refused) };
    stderr.write(`${refused[to.lang]}\n`);
    if (to.json) stdout.write(`${asJson({ refused })}\n`);
    return EXIT_CODES.refused;
  }
  if ("usage" in outcome) {
    stderr.write(`${outcome.usage}\n`);
    if (to.json) stdout.write(`${asJson({ usage: outcome.usage })}\n`);
    return EXIT_CODES.usage;
  }
  stderr.write(`${words.fault(outcome.fault)}\n`);
  if (to.json) stdout.write(`${asJson({ fault: outcome.fault })}\n`);
  return EXIT_CODES.fault;
}

function sentences({ code, facts }: { code: string; facts: object }): { fr: string; en: string } {
  // A code of another version has no sentence here; its facts still say something.
  if (!Object.hasOwn(refusals, code)) {
    const raw = `${code} ${JSON.stringify(facts)}`;
    return { fr: raw, en: raw };
  }
  const known = code as RefusalCode;
  return { fr: refusalSentence(known, facts, "fr"), en: refusalSentence(known, facts, "en") };
}

function asJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

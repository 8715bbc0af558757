import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { type CommandLine, readCommandLine } from "./command-line.ts";
import { helpOf } from "./help.ts";
import type { OfficeCall } from "./office-call.ts";
import type { Outcome } from "./outcome.ts";
import { reportOutcome } from "./report-outcome.ts";
import { terminalLanguage } from "./terminal-language.ts";
import type { TerminalStreams } from "./terminal-streams.ts";
import { terminalWords } from "./terminal-words.ts";
import { UsageError } from "./usage-error.ts";

/** Where the office's modules are, and when the person asks to stop. */
export interface Office {
  entry: URL;
  /** The document reader's module, in a built office. */
  readingUrl?: string;
  signal: AbortSignal;
}

/**
 * Runs one command line to its exit code. What help does not need is loaded only afterwards.
 */
export async function runTerminal(
  argv: readonly string[],
  streams: TerminalStreams,
  office: Office,
): Promise<number> {
  const to = { streams, lang: terminalLanguage(streams.env), json: argv.includes("--json") };
  try {
    const line = readCommandLine(argv, to.lang);
    to.lang = line.common.lang;
    if (line.common.help) {
      streams.stdout.write(`${helpOf(line)}\n`);
      return 0;
    }
    if (line.called === undefined) return reportOutcome({ usage: helpOf(line) }, to);
    return reportOutcome(await outcomeOf(line, line.called, { streams, ...office }), to);
  } catch (fault) {
    if (!(fault instanceof UsageError)) {
      const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      return reportOutcome({ fault: text }, to);
    }
    const hint = terminalWords[to.lang].seeHelp(namesIn(argv));
    return reportOutcome({ usage: `${fault.message}\n${hint}` }, to);
  }
}

async function outcomeOf(
  { common }: CommandLine,
  called: NonNullable<CommandLine["called"]>,
  office: Office & { streams: TerminalStreams },
): Promise<Outcome> {
  const { prepareCall } = await import("./prepare-call.ts");
  const call = await prepareCall(common, called, office);
  if (isRefusal(call)) return refused(call);
  const outcome = await answerTo(call).finally(() => call.bar.end());
  if (!("done" in outcome)) return outcome;
  const { writeFilesOf } = await import("./output-files.ts");
  const to = { folder: common.output ?? ".", force: common.force };
  const written = await writeFilesOf(outcome.done, to);
  if (isRefusal(written)) return refused(written);
  for (const file of written.files) {
    office.streams.stderr.write(`${terminalWords[common.lang].written(file)}\n`);
  }
  return { done: written.result };
}

/** What needs no office is answered in this thread, which can read files as they come. */
async function answerTo(call: OfficeCall): Promise<Outcome> {
  if (call.procedure.meta.isLocal === true) {
    const { callLocally } = await import("./local-call.ts");
    return callLocally(call);
  }
  const { callOffice } = await import("./office-call.ts");
  return callOffice(call);
}

function refused({ code, facts }: Refusal): Outcome {
  return { refused: { code, facts } };
}

/** The domain and command at the head of a line, for the hint below a usage error. */
function namesIn(argv: readonly string[]): string {
  const end = argv.findIndex((word) => word.startsWith("-"));
  return argv.slice(0, end < 0 ? 2 : Math.min(2, end)).join(" ");
}

import { resolve } from "node:path";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { buildInput, refuseUnknownNames } from "./build-input.ts";
import { checkInput } from "./check-input.ts";
import type { CommandLine, CommonFlags } from "./command-line.ts";
import { isTheBook } from "./help.ts";
import { readFilesOf, readJsonInput } from "./input-files.ts";
import type { OfficeCall } from "./office-call.ts";
import { ProgressBar } from "./progress-bar.ts";
import { SecretSource } from "./secret-source.ts";
import type { TerminalStreams } from "./terminal-streams.ts";
import { terminalWords } from "./terminal-words.ts";
import { UsageError } from "./usage-error.ts";

type Called = NonNullable<CommandLine["called"]>;
type Json = Record<string, unknown>;

/**
 * Everything a call needs: its input from flags, `--input`, files and secrets, checked against
 * the contract. A person is asked for a secret last, when all the rest is known to be right.
 * @throws UsageError
 */
export async function prepareCall(
  common: CommonFlags,
  called: Called,
  office: Pick<OfficeCall, "entry" | "readingUrl" | "signal"> & { streams: TerminalStreams },
): Promise<(OfficeCall & { bar: ProgressBar }) | Refusal> {
  const { procedure } = called;
  const { streams } = office;
  const secrets = new SecretSource(streams, common.lang);
  const input = await inputOf(common, called, streams);
  if (isRefusal(input)) return input;
  const book = bookOf(common, called, input);
  const stand = Object.fromEntries(missingSecrets(called, input).map((name) => [name, "?"]));
  await checkInput(procedure, { ...stand, ...input }, { ...called, lang: common.lang });
  for (const name of missingSecrets(called, input)) {
    const secret = await secrets.field(name, procedure.meta.closed === true);
    if (secret !== undefined) input[name] = secret;
  }
  await checkInput(procedure, input, { ...called, lang: common.lang });
  const bar = new ProgressBar(streams.stderr);
  return {
    ...office,
    procedure,
    input,
    book,
    bar,
    passphraseOf: (folder) => secrets.passphraseOf(folder),
    progress: (progress) => bar.show(progress),
  };
}

async function inputOf(
  common: CommonFlags,
  { procedure, schema, fields, given }: Called,
  streams: TerminalStreams,
): Promise<Json | Refusal> {
  const base = common.input === undefined ? {} : await readJsonInput(common.input, streams.stdin);
  if (isRefusal(base)) return base;
  refuseUnknownNames(schema, base, { lang: common.lang });
  const input = buildInput(base, given, common.lang);
  const { isLocal, takesLargeFile } = procedure.meta;
  return readFilesOf(input, fields, isLocal === true || takesLargeFile === true);
}

/**
 * The book to open before the call. A command that works without an open book takes `--book` as
 * its own folder when it has one.
 */
function bookOf(common: CommonFlags, called: Called, input: Json): string | undefined {
  const { procedure, fields } = called;
  const book = common.book === undefined ? undefined : resolve(common.book);
  const folder = fields.find((field) => isTheBook(procedure, field));
  if (folder !== undefined) {
    if (book !== undefined) input.folder = book;
    if (folder.isRequired && input.folder === undefined) needBook(common);
    return undefined;
  }
  if (book === undefined && procedure.meta.closed !== true) needBook(common);
  return book;
}

function needBook(common: CommonFlags): never {
  throw new UsageError(terminalWords[common.lang].bookNeeded);
}

/** The secrets that the command must have and that `--input` did not give. */
function missingSecrets({ fields }: Called, input: Json): string[] {
  const names = fields.filter((f) => f.isSecret && f.isRequired && f.path.length === 1);
  return names.map((f) => f.path[0] ?? "").filter((name) => input[name] === undefined);
}

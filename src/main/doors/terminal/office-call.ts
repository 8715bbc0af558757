import { ORPCError } from "@orpc/client";
import { getEventIteratorSchemaDetails } from "@orpc/contract";
import { carryFile } from "#contract/large-file.ts";
import type { ProgressEvent } from "#contract/procedure.ts";
import type { ListedProcedure } from "#contract/procedures.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { startOffice } from "#main/doors/office-threads.ts";
import type { Outcome } from "./outcome.ts";

/** A command ready to be asked of the office. */
export interface OfficeCall {
  /** The office's worker module. */
  entry: URL;
  readingUrl?: string;
  procedure: ListedProcedure;
  input: Record<string, unknown>;
  /** The book to open first, unless the command needs none. */
  book: string | undefined;
  passphraseOf: (folder: string) => Promise<string | undefined>;
  progress: (progress: ProgressEvent) => void;
  signal: AbortSignal;
}

const cancelled: Outcome = { refused: { code: "office.cancelled", facts: {} } };

/** Starts the office, opens the book, calls one procedure, closes the book, stops the office. */
export async function callOffice(call: OfficeCall): Promise<Outcome> {
  const office = startOffice(call.entry, call.readingUrl);
  const client = officeClient(office);
  const fallen = office.failed.then((fault) => Promise.reject(fault));
  try {
    return await Promise.race([new OneCall(client, call).outcome(), fallen]);
  } catch (fault) {
    return call.signal.aborted && !isRefused(fault) ? cancelled : outcomeOfError(fault);
  } finally {
    await office.stop();
  }
}

/** A procedure called by its name: its answer is a result, or an iterator of progress. */
type AnyCall = (input: unknown, options: { signal?: AbortSignal }) => Promise<unknown>;

class OneCall {
  readonly #client: ReturnType<typeof officeClient>;
  readonly #call: OfficeCall;
  #passphrase: string | undefined;

  constructor(client: ReturnType<typeof officeClient>, call: OfficeCall) {
    this.#client = client;
    this.#call = call;
  }

  async outcome(): Promise<Outcome> {
    const { book, procedure } = this.#call;
    if (procedure.path.join(".") === "book.open") return { done: await this.#openAsked() };
    if (book === undefined) return { done: await this.#run() };
    await this.#open({ folder: book });
    const outcome = await this.#runInBook(book);
    await this.#client.book.close({});
    return outcome;
  }

  async #runInBook(folder: string): Promise<Outcome> {
    const { procedure, signal } = this.#call;
    const mayWriteLong = procedure.meta.kind === "command" && isStream(procedure);
    const before = mayWriteLong ? await this.#newestAction() : undefined;
    try {
      return { done: await this.#run() };
    } catch (fault) {
      if (!signal.aborted || isRefused(fault)) return outcomeOfError(fault);
      return mayWriteLong ? this.#afterStop(folder, before) : cancelled;
    }
  }

  /** Says truly whether a stopped command had already written: its stop may come too late. */
  async #afterStop(folder: string, before: number | undefined): Promise<Outcome> {
    // Closing waits for the SQL transaction that runs; only then is the journal final.
    await this.#client.book.close({});
    await this.#open({ folder, passphrase: this.#passphrase });
    const after = await this.#newestAction();
    if (after === before) return cancelled;
    const command = this.#call.procedure.path.join(".");
    return { refused: { code: "terminal.stopped-late", facts: { command } } };
  }

  async #newestAction(): Promise<number | undefined> {
    const page = await this.#client.book.listActions({ limit: 1 });
    return page.rows[0]?.id;
  }

  async #run(): Promise<unknown> {
    const { procedure, progress, signal } = this.#call;
    const input = await this.#carriedInput();
    const [domain, name] = procedure.path;
    const domains = this.#client as unknown as Record<string, Record<string, AnyCall>>;
    const ask = domains[domain]?.[name];
    if (ask === undefined) throw new Error(`the client has no ${domain}.${name}`);
    signal.throwIfAborted();
    // A short command is never left half heard: its answer is waited for.
    const mayStop = procedure.meta.kind === "query" || isStream(procedure);
    const answer = await ask(input, mayStop ? { signal } : {});
    if (!isIterator(answer)) return answer;
    for (;;) {
      const step = await answer.next();
      if (step.done === true) return step.value;
      progress(step.value);
    }
  }

  /** The input, its large file carried to the office by parts. */
  async #carriedInput(): Promise<Record<string, unknown>> {
    const { procedure, input, signal } = this.#call;
    if (procedure.meta.takesLargeFile !== true || !(input.file instanceof File)) return input;
    return { ...input, ...(await carryFile(input.file, this.#client.banking, signal)) };
  }

  #openAsked() {
    const { folder, person, passphrase } = this.#call.input;
    return this.#open({
      folder: String(folder),
      ...(typeof person === "string" ? { person } : {}),
      ...(typeof passphrase === "string" ? { passphrase } : {}),
    });
  }

  /** Opens with the keychain's key, else with the passphrase. */
  async #open(asked: { folder: string; person?: string; passphrase?: string | undefined }) {
    const { passphrase, ...rest } = asked;
    try {
      return await this.#client.book.open(
        passphrase === undefined ? rest : { ...rest, passphrase },
      );
    } catch (fault) {
      if (refusedCode(fault) !== "book.passphrase-needed") throw fault;
      this.#passphrase = await this.#call.passphraseOf(asked.folder);
      if (this.#passphrase === undefined) throw fault;
      return await this.#client.book.open({ ...rest, passphrase: this.#passphrase });
    }
  }
}

function isStream({ procedure }: ListedProcedure): boolean {
  return getEventIteratorSchemaDetails(procedure["~orpc"].outputSchema) !== undefined;
}

function isIterator(value: unknown): value is AsyncIterator<ProgressEvent, unknown, void> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

function isRefused(fault: unknown): boolean {
  return refusedCode(fault) !== undefined;
}

function refusedCode(fault: unknown): string | undefined {
  if (!(fault instanceof ORPCError) || fault.code !== "REFUSED") return undefined;
  return (fault.data as { code: string }).code;
}

function outcomeOfError(fault: unknown): Outcome {
  if (fault instanceof ORPCError) {
    if (fault.code === "REFUSED") return { refused: fault.data };
    const reference = (fault.data as { reference?: string } | undefined)?.reference;
    return { fault: reference ?? `${fault.code} ${fault.message}` };
  }
  return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
}

import { implement, ORPCError } from "@orpc/server";
import { contract } from "#contract/contract.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Progress, ReadableBook, Work, WritableBook } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { Keychain } from "./keychain.ts";

/** What is open in this worker; the reader has no `writable`. */
export interface Session {
  readable?: ReadableBook | undefined;
  writable?: WritableBook | undefined;
  person?: string | undefined;
  bookId?: string | undefined;
  key?: Uint8Array | undefined;
  /** The sample company lives at the end of its own story, not today. */
  isSample?: boolean | undefined;
}

/** What every handler gets beside its input. */
export interface OfficeContext {
  session: Session;
  now: () => number;
  keychain: Keychain;
}

/** Implements the contract; a handler cannot answer anything else than what is promised there. */
export const office = implement(contract).$context<OfficeContext>();

/** Unwraps an outcome for the door: a refusal travels as the contract's typed error. */
export function answer<T>(outcome: T): Exclude<T, Refusal> {
  if (!isRefusal(outcome)) return outcome as Exclude<T, Refusal>;
  throw refusalError(outcome);
}

/** A refusal as the error that the contract declares. */
export function refusalError(refusal: Refusal): ORPCError<"REFUSED", unknown> {
  return new ORPCError("REFUSED", {
    status: 422,
    data: { code: refusal.code, facts: refusal.facts },
  });
}

/** The handle to read the open book with; refuses when none is open. */
export function readOf(context: OfficeContext): ReadHandle {
  return bookOf(context).read;
}

/** The open book, for reads that need one snapshot. */
export function bookOf(context: OfficeContext): ReadableBook {
  const { readable, writable } = context.session;
  return readable ?? writable ?? answer(refuse("book.not-open", {}));
}

/** Runs a command's work in one SQL transaction and answers its result. */
export async function run<T>(context: OfficeContext, command: string, work: Work<T>): Promise<T> {
  return answer(await writableOf(context).transact(actOf(context, command), work)) as T;
}

/** Runs a long command: yields its progress, returns its result, stops when cancelled. */
export async function* stream<T>(
  asked: {
    context: OfficeContext;
    command: string;
    signal: AbortSignal | undefined;
    preview?: boolean;
  },
  work: Work<T>,
): AsyncGenerator<Progress, T, void> {
  const book = writableOf(asked.context);
  const { signal, preview } = asked;
  const act = { ...actOf(asked.context, asked.command), signal, preview };
  return answer(yield* relayed((progress) => book.transact({ ...act, progress }, work))) as T;
}

/** Waits for work that tells its progress by calls, as another thread's: yields the newest. */
export async function* relayed<T>(
  work: (progress: (p: Progress) => void) => Promise<T>,
): AsyncGenerator<Progress, T, void> {
  const relay = new ProgressRelay();
  const done = work((p) => relay.push(p)).finally(() => relay.end());
  done.catch(() => undefined);
  yield* relay.events();
  return await done;
}

/** Runs a long read in steps: yields its progress, returns its result, stops when cancelled. */
export async function* streamRead<T>(
  steps: Generator<Progress, T, void>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, T, void> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield step.value;
    await new Promise(setImmediate);
    if (signal?.aborted === true) throw refusalError(refuse("office.cancelled", {}));
  }
}

/** Who acts and when, for commands that open their own SQL transaction. */
export function actOf(context: OfficeContext, command: string): Act {
  return { command, person: context.session.person ?? "?", nowMs: context.now() };
}

/** The book to write to; a command that reached the reader is a fault of the door. */
export function writableOf(context: OfficeContext): WritableBook {
  return context.session.writable ?? answer(refuse("book.not-open", {}));
}

/** Hands progress from a callback to an async iterator, keeping only the newest. */
class ProgressRelay {
  #latest: Progress | undefined;
  #wake: (() => void) | undefined;
  #ended = false;

  push(progress: Progress): void {
    this.#latest = progress;
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *events(): AsyncGenerator<Progress, void, void> {
    for (;;) {
      if (this.#latest !== undefined) {
        const progress = this.#latest;
        this.#latest = undefined;
        yield progress;
      } else if (this.#ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}

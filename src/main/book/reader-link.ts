import type { MessagePort } from "node:worker_threads";
import { isRefusal } from "#main/base/refusal.ts";
import { bookFile } from "#main/security/book-folder.ts";
import type { Session } from "#main/security/office-context.ts";
import { ReadableBook } from "#main/store/book.ts";
import { openDatabase } from "#main/store/open-database.ts";

/** What the writer tells the reader; the reader answers each with the same `id`. */
type ReaderOrder =
  | { id: number; open: { folder: string; key: Uint8Array; bookId: string; person: string } }
  | { id: number; close: true };

/** The writer's side: makes the reader open and close what the writer does. */
export class ReaderLink {
  readonly #peer: MessagePort;
  readonly #waiting = new Map<number, () => void>();
  #lastId = 0;

  constructor(peer: MessagePort) {
    this.#peer = peer;
    peer.on("message", (id: number) => {
      this.#waiting.get(id)?.();
      this.#waiting.delete(id);
    });
  }

  open(book: { folder: string; key: Uint8Array; bookId: string; person: string }): Promise<void> {
    return this.#order((id) => ({ id, open: book }));
  }

  close(): Promise<void> {
    return this.#order((id) => ({ id, close: true }));
  }

  #order(make: (id: number) => ReaderOrder): Promise<void> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#peer.postMessage(make(id));
    });
  }
}

/** The reader's side: follows the writer's orders on its own read-only handle. */
export function followWriter(peer: MessagePort, session: Session): void {
  peer.on("message", (order: ReaderOrder) => {
    session.readable?.close();
    session.readable = undefined;
    if ("open" in order) {
      const { folder, key, bookId, person } = order.open;
      const database = openDatabase({ file: bookFile(folder), key, readonly: true });
      if (isRefusal(database)) throw new Error(`the reader cannot open the book: ${database.code}`);
      const readable = new ReadableBook(folder, database);
      const company = readable.read.reading("SELECT sample FROM company").get();
      const isSample = (company as { sample: number }).sample === 1;
      Object.assign(session, { readable, key, bookId, person, isSample });
    }
    peer.postMessage(order.id);
  });
}

import type { BookCalls } from "#main/book/book-calls.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { startOffice } from "#main/doors/office-threads.ts";
import { newBook, officeEntry, temporaryFolder } from "../doors/test-book.ts";

/** An office with a small company's new book open, called as every door calls it. */
export interface OpenOffice {
  calls: BookCalls;
  stop: () => Promise<void>;
}

/** Starts both threads, creates the book in a temporary folder and opens it. */
export async function openOffice(more: object = {}): Promise<OpenOffice> {
  const folder = temporaryFolder();
  const office = startOffice(officeEntry);
  const calls = officeClient(office);
  await calls.book.create({ ...newBook(`${folder.path}/Atelier.ecritoire`), ...more });
  return {
    calls,
    async stop() {
      await office.stop();
      folder.remove();
    },
  };
}

/** A file as a person drops it. */
export function droppedText(name: string, text: string): File {
  return new File([text], name);
}

import { type Refusal, refuse } from "#main/base/refusal.ts";
import { removeBookFolder } from "#main/security/book-folder.ts";
import { bookOf, type OfficeContext } from "#main/security/office-context.ts";
import { closeBook, type WriterState } from "./open-book.ts";

/**
 * Closes the sample company and removes its book, keys and backups. A real company is refused by
 * what its own book says, whatever folder it lies in.
 */
export async function throwSampleAway(
  context: OfficeContext,
  writer: WriterState,
): Promise<{ folder: string } | Refusal> {
  const { folder, read } = bookOf(context);
  const company = read.reading("SELECT name, sample FROM company").get() as {
    name: string;
    sample: number;
  };
  if (company.sample !== 1) return refuse("book.not-sample", { company: company.name });
  await closeBook(context, writer);
  removeBookFolder(folder);
  return { folder };
}

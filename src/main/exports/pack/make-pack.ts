import { hash, randomUUID } from "node:crypto";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { BookCheck } from "#main/ledger/checks.ts";
import type { Act, ReadableBook, WritableBook } from "#main/store/book.ts";
import { signFiles, signingKey } from "./manifest.ts";
import { type PackYear, packFiles } from "./pack-files.ts";
import { sealArchive } from "./sealed-archive.ts";

/**
 * Makes the exchange pack of a fiscal year and keeps its identity, so that an answer to it can be
 * recognised. Reading and encrypting stand before the SQL transaction, which only records it.
 */
export async function makePack(
  book: WritableBook,
  act: Act,
  asked: { fiscalYearId: number; passphrase: string; checks: readonly BookCheck[] },
): Promise<{ file: File; packId: string; fingerprint: string } | Refusal> {
  const { fiscalYearId, checks } = asked;
  const { year, company } = factsOf(book, fiscalYearId);
  if (year === undefined) return refuse("exports.unknown-year", { fiscalYearId });
  const madeOn = new Date(act.nowMs).toISOString().slice(0, 10);
  const gathered = await packFiles(book.read, { year, company: company.name, checks, madeOn });
  if (isRefusal(gathered)) return gathered;
  const key = await book.transact({ ...act, command: "pack.key" }, (tx) => ({
    result: signingKey(tx),
    audit: { subject: "signing key" },
  }));
  if (isRefusal(key)) return key;
  const packId = randomUUID();
  const { startsOn, endsOn } = year;
  const facts = { packId, company: company.name, siren: company.siren, startsOn, endsOn };
  const { chain } = gathered;
  const signed = signFiles(gathered.files, { ...facts, madeAtMs: act.nowMs, chain }, key);
  const bytes = await sealArchive(signed.files, asked.passphrase);
  const name = `${company.siren}-${endsOn}.pack.age`;
  const kept = await book.transact(act, (tx) => {
    tx.writing(
      "INSERT INTO pack (id, fiscal_year_id, made_at_ms, made_by, sha256) VALUES (?, ?, ?, ?, ?)",
    ).run(packId, fiscalYearId, act.nowMs, act.person, hash("sha256", bytes, "buffer"));
    return { result: null, audit: { subject: `pack ${packId}`, after: { year: endsOn, name } } };
  });
  if (isRefusal(kept)) return kept;
  const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
  return { file, packId, fingerprint: signed.fingerprint };
}

function factsOf(book: ReadableBook, fiscalYearId: number) {
  const year = book.read
    .reading("SELECT id, starts_on AS startsOn, ends_on AS endsOn FROM fiscal_year WHERE id = ?")
    .get(fiscalYearId) as PackYear | undefined;
  const company = book.read.reading("SELECT name, siren FROM company").get() as {
    name: string;
    siren: string;
  };
  return { year, company };
}

import { isRefusal } from "#main/base/refusal.ts";
import { importInvoices } from "#main/invoicing/import-invoices.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import { WritableBook } from "#main/store/book.ts";
import { openDatabase } from "#main/store/open-database.ts";
import { KEY, NOW_MS, sale } from "./core-book.ts";

/** Posts entries and imports invoices for ever, until it is killed: `kill-child.ts FILE ROUND`. */
const [file = "", round = "0"] = process.argv.slice(2);
const database = openDatabase({ file, key: KEY });
if (isRefusal(database)) throw new Error(database.code);
const book = new WritableBook(file, database);
const act = { command: "kill", person: "essai", nowMs: NOW_MS };
const INVOICES = 300;

function csv(batch: number): Uint8Array {
  const head = "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC";
  const rows = Array.from(
    { length: INVOICES },
    (_, i) =>
      `K${round}-${batch}-${i};Facture;05/03/2026;04/04/2026;C${i % 9};Client ${i % 9};Essai;` +
      "20 %;100,00;20,00;120,00",
  );
  return Buffer.from([head, ...rows].join("\n"));
}

process.stdout.write("ready\n");
for (let batch = 0; ; batch++) {
  for (let i = 0; i < 40; i++) {
    await book.transact(act, (tx) => {
      const posted = postEntry(tx, act, { draft: sale(1) });
      return isRefusal(posted) ? posted : { result: posted, audit: { subject: "entry" } };
    });
  }
  const upload = { name: `k${batch}.csv`, bytes: csv(batch) };
  await book.transact(act, importInvoices(act, upload, { preview: false }));
}

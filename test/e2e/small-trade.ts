import type { BookCalls } from "#main/book/book-calls.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  Array.from({ length: 12 }, (_, i) => {
    const [number, day] = [String(i + 1).padStart(4, "0"), String(i + 10)];
    return (
      `FA-2026-${number};Facture;${day}/03/2026;${day}/04/2026;C${i % 3};Librairie n° ${i % 3};` +
      "Reliure;20 %;3000,00;600,00;3600,00\n"
    );
  }).join("");
const STATEMENT =
  "Date;Libellé;Montant\n05/01/2026;VIR APPORT;25000,00\n" +
  ["01", "02", "03"].map((m) => `06/${m}/2026;PRLV LOYER ATELIER;-1200,00\n`).join("") +
  "31/03/2026;VIR SALAIRES;-9000,00\n";

/** Three customers who owe twelve invoices, and a bank account that pays a rent and wages. */
export async function fillSmallTrade({ invoicing, banking }: BookCalls): Promise<void> {
  await toTheEnd(
    await invoicing.importInvoices({ file: new File([INVOICES], "ventes.csv") }),
    await banking.importStatement({ file: new File([STATEMENT], "r.csv"), bankAccountId: 1 }),
  );
}

/** Waits for streamed imports, one after the other. */
export async function toTheEnd(...imports: readonly AsyncIterator<unknown>[]): Promise<void> {
  for (const events of imports) while ((await events.next()).done !== true);
}

import { addDays } from "#contract/date.ts";
import { addBankAccount } from "#main/banking/add-bank-account.ts";
import { importStatement } from "#main/banking/import-statement.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { importInvoices } from "#main/invoicing/import-invoices.ts";
import { confirmMatch } from "#main/reconciliation/confirm-match.ts";
import type { Transaction, Work } from "#main/store/book.ts";
import { type CoreBook, coreBook, NOW_MS } from "../../core/core-book.ts";

export const DAY_MS = 86_400_000;
export const TODAY_ON = "2026-06-15";

/**
 * A book with two customers of ten paid invoices each: Tardif pays fifty-five days late, Prompt on the
 * day. Each has one invoice of 1 200,00 € open, due on 20 May (Tardif) and 25 June (Prompt).
 */
export interface MemoryDesk {
  core: CoreBook;
  nowMs: number;
  works: <T>(work: Work<T>) => Promise<T>;
  does: <T>(act: (tx: Transaction) => T | Refusal) => Promise<T>;
  /** A statement of one line on a day, matched to an invoice when one is named. */
  bankLine: (on: string, amountMinor: number, invoiceId?: number) => Promise<void>;
  /** Ids of the two open invoices. */
  late: number;
  prompt: number;
}

export async function memoryDesk(): Promise<MemoryDesk> {
  const core = await coreBook();
  const desk: MemoryDesk = {
    core,
    nowMs: NOW_MS,
    late: 0,
    prompt: 0,
    async works(work) {
      const done = await core.book.transact({ ...core.act, nowMs: desk.nowMs }, work);
      if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.facts)}`);
      return done as never;
    },
    does: (act) =>
      desk.works((tx) => {
        const result = act(tx);
        return isRefusal(result) ? result : { result, audit: { subject: "test" } };
      }) as never,
    async bankLine(on, amountMinor, invoiceId) {
      const [year, month, day] = on.split("-");
      const text = `Date;Libellé;Montant\n${day}/${month}/${year};VIR ${on} ${invoiceId ?? ""};${amountMinor / 100}\n`;
      const file = { name: `${on}.csv`, bytes: new TextEncoder().encode(text.replace(".", ",")) };
      await desk.works(importStatement(core.act, file, { preview: false, bankAccountId: 1 }));
      if (invoiceId === undefined) return;
      const { id } = core.book.read.reading("SELECT max(id) AS id FROM bank_line").get() as {
        id: number;
      };
      const paid = [{ itemKind: "invoice" as const, itemId: invoiceId, amountMinor }];
      await desk.does((tx) => confirmMatch(tx, core.act, { bankLineId: id, allocations: paid }));
    },
  };
  await desk.does((tx) => addBankAccount(tx, { name: "Courant", openingMinor: 500_000 }));
  await fill(desk);
  return desk;
}

async function fill(desk: MemoryDesk): Promise<void> {
  const due = (i: number) => addDays("2025-06-10", 30 * i);
  const rows = Array.from({ length: 10 }, (_, i) => [
    invoiceRow(`T-${i}`, "Tardif", due(i)),
    invoiceRow(`P-${i}`, "Prompt", due(i)),
  ]).flat();
  rows.push(invoiceRow("T-99", "Tardif", "2026-05-20"), invoiceRow("P-99", "Prompt", "2026-06-25"));
  const head = "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n";
  const bytes = new TextEncoder().encode(head + rows.join(""));
  const { act, book } = desk.core;
  await desk.works(importInvoices(act, { name: "ventes.csv", bytes }, { preview: false }));
  const idOf = (number: string) =>
    (book.read.reading("SELECT id FROM invoice WHERE number = ?").get(number) as { id: number }).id;
  for (let i = 0; i < 10; i++) {
    await desk.bankLine(addDays(due(i), 55), 120_000, idOf(`T-${i}`));
    await desk.bankLine(due(i), 120_000, idOf(`P-${i}`));
  }
  await desk.bankLine("2026-06-14", -5_000);
  desk.late = idOf("T-99");
  desk.prompt = idOf("P-99");
}

function invoiceRow(number: string, customer: string, dueOn: string): string {
  const french = (on: string) => on.split("-").reverse().join("/");
  const dates = `${french(addDays(dueOn, -30))};${french(dueOn)}`;
  return `${number};Facture;${dates};${customer};${customer};Reliure;20 %;1000,00;200,00;1200,00\n`;
}

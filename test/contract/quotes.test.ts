import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { droppedText, type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  // The last known balance says from when the forecast looks ahead.
  const lines = `Date;Libellé;Montant\n${french(TODAY)};RETRAIT DAB;-40,00\n`;
  const file = droppedText("releve.csv", lines);
  const { banking } = office.calls;
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
});
afterAll(() => office.stop());

const TODAY = new Date().toISOString().slice(0, 10);
const french = (on: string) => on.split("-").toReversed().join("/");

const QUOTE = {
  ...{ number: "D-1", customer: "Librairie Vaugrenard", label: "Reliure" },
  ...{ issuedOn: addDays(TODAY, -20), expectedOn: addDays(TODAY, 45) },
  ...{ netMinor: 100_000, grossMinor: 120_000 },
  ...{ probabilityBps: null, state: "open" as const },
};

test("a quote is kept, changed and removed; what contradicts is refused", async () => {
  const { invoicing, book } = office.calls;
  const { quoteId } = await invoicing.saveQuote(QUOTE);
  expect(await invoicing.listQuotes({})).toEqual([{ ...QUOTE, quoteId, countedBps: 3000 }]);
  const refused = (code: string) => ({ data: { code } });
  await expect(invoicing.saveQuote(QUOTE)).rejects.toMatchObject(
    refused("invoicing.quote-number-taken"),
  );
  await expect(
    invoicing.saveQuote({ ...QUOTE, quoteId, expectedOn: addDays(TODAY, -21) }),
  ).rejects.toMatchObject(refused("invoicing.quote-expected-before"));
  await expect(
    invoicing.saveQuote({ ...QUOTE, quoteId, grossMinor: 99_999 }),
  ).rejects.toMatchObject(refused("invoicing.quote-gross"));
  await expect(invoicing.saveQuote({ ...QUOTE, quoteId: 99, number: "D-9" })).rejects.toMatchObject(
    refused("invoicing.unknown-quote"),
  );
  await invoicing.saveQuote({ ...QUOTE, quoteId, state: "won" });
  expect(await invoicing.listQuotes({ states: ["open"] })).toEqual([]);
  expect(await invoicing.listQuotes({ states: ["won"] })).toMatchObject([{ countedBps: 10_000 }]);
  await invoicing.removeQuote({ quoteId });
  await expect(invoicing.removeQuote({ quoteId })).rejects.toMatchObject(
    refused("invoicing.unknown-quote"),
  );
  const { rows } = await book.listActions({});
  const told = rows.filter((row) => row.subject === "quote D-1").map((row) => row.command);
  expect(told).toEqual([
    ...["invoicing.removeQuote", "invoicing.saveQuote", "invoicing.saveQuote"],
  ]);
});

test("the year ahead counts quotes by their probability, stale ones not at all", async () => {
  const { invoicing, treasury, automation } = office.calls;
  await invoicing.saveQuote({ ...QUOTE, number: "D-2" });
  await invoicing.saveQuote({ ...QUOTE, number: "D-3", probabilityBps: 5000 });
  await invoicing.saveQuote({ ...QUOTE, number: "D-4", state: "won" });
  await invoicing.saveQuote({ ...QUOTE, number: "D-5", state: "lost" });
  const old = { issuedOn: addDays(TODAY, -200), expectedOn: addDays(TODAY, -91) };
  const { quoteId } = await invoicing.saveQuote({ ...QUOTE, ...old, number: "D-6" });
  const stale = (await invoicing.listQuotes({})).find((one) => one.quoteId === quoteId);
  expect(stale?.countedBps).toBe(0);
  await automation.editLimits({ draftQuotesBps: 2500 });
  const year = await treasury.yearAhead({});
  const dueOn = addDays(TODAY, 75);
  const told = year.drafts.map(({ kind, label, dueOn, share }) => [kind, label, dueOn, share]);
  expect(new Set(told)).toEqual(
    new Set([
      ["quote", "D-2 Librairie Vaugrenard", dueOn, 0.25],
      ["quote", "D-3 Librairie Vaugrenard", dueOn, 0.5],
      ["quote", "D-4 Librairie Vaugrenard", dueOn, 1],
    ]),
  );
  const due = year.months.find((month) => month.fromOn <= dueOn && dueOn <= month.toOn);
  expect(due?.layers.drafts).toBe(210_000);
});

test("a file of quotes is imported once, and brings known ones up to date", async () => {
  const { invoicing } = office.calls;
  const text = (state: string) =>
    droppedText(
      "devis.csv",
      `Numéro;Date;Client;HT;TTC;Statut\nQ-1;05/03/2026;Orval;500,00;600,00;${state}\n` +
        "Q-2;06/03/2026;Orval;100,00;120,00;envoyé\nQ-3;32/03/2026;Orval;1,00;1,00;\n",
    );
  const run = async (state: string, preview = false) => {
    const report = await resultOf(await invoicing.importQuotes({ file: text(state), preview }));
    const { added, already, refused } = report;
    return { added, already, refused: refused.map((row: { code: string }) => row.code) };
  };
  const refused = ["files.bad-date"];
  expect(await run("envoyé", true)).toEqual({ added: 2, already: 0, refused });
  expect(await run("envoyé")).toEqual({ added: 2, already: 0, refused });
  expect(await run("envoyé")).toEqual({ added: 0, already: 2, refused });
  expect(await run("accepté")).toEqual({ added: 1, already: 1, refused });
  const known = (await invoicing.listQuotes({})).filter((row) => row.number.startsWith("Q-"));
  expect(Object.fromEntries(known.map(({ number, state }) => [number, state]))).toEqual({
    ...{ "Q-1": "won", "Q-2": "open" },
  });
});

test("a file says nothing of what it does not hold: a person's words stay", async () => {
  const { invoicing } = office.calls;
  const { quoteId } = await invoicing.saveQuote({
    ...{ ...QUOTE, number: "K-1", state: "won", probabilityBps: 8000 },
  });
  const text = `Numéro;Date;Client;HT\nK-1;${french(QUOTE.issuedOn)};Orval;1 100,00\nK-2;${french(TODAY)};Orval;50,00\n`;
  const file = droppedText("devis.csv", text);
  const report = await resultOf(await invoicing.importQuotes({ file }));
  expect(report.notes).toEqual([{ code: "invoicing.quotes-net-only", facts: { count: 2 } }]);
  const known = (await invoicing.listQuotes({})).filter((row) => row.number.startsWith("K-"));
  expect(known).toMatchObject([
    { number: "K-2", state: "open", expectedOn: TODAY, grossMinor: 5000 },
    {
      ...{ ...QUOTE, quoteId, number: "K-1", state: "won", probabilityBps: 8000 },
      ...{ customer: "Orval", netMinor: 110_000, grossMinor: 120_000 },
    },
  ]);
});

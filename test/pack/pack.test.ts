import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Verification } from "#contract/book.ts";
import type { PackAnswer } from "#contract/pack.ts";
import type { BookCalls } from "#main/book/book-calls.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { type OfficeThreads, startOffice } from "#main/doors/office-threads.ts";
import { openSealed, sealBytes } from "#main/exports/pack/sealed-archive.ts";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { officeEntry } from "../doors/test-book.ts";
import { resultOf } from "../main-job/sample-office.ts";

const PASSPHRASE = "cinq mots pour le cabinet";
const BILLS =
  "Numéro;Type;Date;Échéance;Code fournisseur;Fournisseur;Compte;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "AB-77;Facture;03/02/2026;05/03/2026;F1;Papeterie du Port;606400;Carton;20 %;50,00;10,00;60,00\n";

/** The company's office, and the accountant's, which has no book. */
let office: OpenOffice;
let firm: OfficeThreads;
let accountant: BookCalls;
let pack: File;
let fingerprint: string;
beforeAll(async () => {
  office = await openOffice();
  firm = startOffice(officeEntry);
  accountant = officeClient(firm);
  const { purchases, ledger, pack: exchange } = office.calls;
  await resultOf(await purchases.importBills({ file: droppedText("a.csv", BILLS) }));
  const [entry] = (await ledger.listEntries({})).rows;
  await exchange.addQuestion({ text: "Fournitures ou achats ?", entryId: entry!.id });
  const [year] = await ledger.listYears({});
  const made = await exchange.make({ fiscalYearId: year!.id, passphrase: PASSPHRASE });
  ({ file: pack, fingerprint } = made);
}, 60_000);
afterAll(async () => {
  await office.stop();
  await firm.stop();
});

async function answerWith(change: Partial<PackAnswer>): Promise<File> {
  const { answer } = await accountant.pack.open({ file: pack, passphrase: PASSPHRASE });
  const blank = JSON.parse(await answer.text()) as PackAnswer;
  const filled = { ...blank, author: "Cabinet Dunois", ...change };
  const file = droppedText("reponse.json", JSON.stringify(filled));
  return (await accountant.pack.sealAnswer({ file, passphrase: PASSPHRASE })).file;
}

const proposed = {
  reason: "Les cartons sont des emballages perdus.",
  replacesNumber: 1,
  journal: "OD",
  datedOn: "2026-02-28",
  pieceRef: "AB-77",
  label: "Papeterie du Port, emballages",
  lines: [
    { account: "6026", debitMinor: 5000, creditMinor: 0 },
    { account: "445660", debitMinor: 1000, creditMinor: 0 },
    { account: "401000", partyCode: "F1", debitMinor: 0, creditMinor: 6000 },
  ],
};

describe("a pack", () => {
  it("opens elsewhere with its passphrase: year, files, questions, and a chain that holds", async () => {
    const asked = { file: pack, passphrase: PASSPHRASE, withFiles: true };
    const { view, files } = await accountant.pack.open(asked);
    expect(view).toMatchObject({
      company: "Atelier des Écluses",
      endsOn: "2026-12-31",
      fingerprint,
      chain: { sound: true, entries: 1 },
      questions: [{ text: "Fournitures ou achats ?", entryNumber: 1, answer: null }],
    });
    const paths = view.files.map((f) => f.path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "index.html",
        "entries.csv",
        "fec/732829320FEC20261231.txt",
        "chain.jsonl",
      ]),
    );
    expect(files.map((f) => f.name)).toContain("fec-732829320FEC20261231.txt");
  });

  it("says nothing without it, in clear or otherwise", async () => {
    const bytes = Buffer.from(await pack.arrayBuffer());
    expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    for (const word of ["Papeterie", "Écluses", "732829320", "manifest"]) {
      expect(bytes.includes(word)).toBe(false);
    }
    const wrong = accountant.pack.open({ file: pack, passphrase: "une autre phrase" });
    await expect(wrong).rejects.toMatchObject({ data: { code: "pack.wrong-passphrase" } });
  });

  it.each(["entries.csv", "chain.jsonl", "manifest.json"])("refuses a changed %s", async (path) => {
    const bytes = new Uint8Array(await pack.arrayBuffer());
    const zip = await openSealed({ name: pack.name, bytes }, PASSPHRASE);
    if (!(zip instanceof Uint8Array)) throw new Error(zip.code);
    const files = unzipSync(zip);
    const own = files[path]!;
    own[own.indexOf("A".charCodeAt(0))] = "B".charCodeAt(0);
    const sealed = await sealBytes(zipSync(files), PASSPHRASE);
    const file = new File([sealed as Uint8Array<ArrayBuffer>], pack.name);
    await expect(accountant.pack.open({ file, passphrase: PASSPHRASE })).rejects.toMatchObject({
      data: { code: "pack.altered", facts: { path } },
    });
  });
});

describe("an answer", () => {
  it("is refused unbalanced, unsigned by a name, or to another pack; nothing is kept", async () => {
    const [first, ...rest] = proposed.lines;
    const lines = [{ ...first!, debitMinor: 4000 }, ...rest];
    await expect(answerWith({ entries: [{ ...proposed, lines }] })).rejects.toMatchObject({
      data: { code: "pack.unbalanced", facts: { entry: 1 } },
    });
    await expect(answerWith({ author: " " })).rejects.toMatchObject({
      data: { code: "pack.not-an-answer", facts: { field: "author" } },
    });
    const { takeAnswer, listProposals } = office.calls.pack;
    const take = (file: File) => takeAnswer({ file, passphrase: PASSPHRASE });
    await expect(take(await answerWith({ packId: "autre" }))).rejects.toMatchObject({
      data: { code: "pack.unknown-pack" },
    });
    const party = proposed.lines.map((l) => (l.partyCode ? { ...l, partyCode: "F9" } : l));
    const unknown = await answerWith({ entries: [proposed, { ...proposed, lines: party }] });
    await expect(take(unknown)).rejects.toMatchObject({
      data: { code: "pack.unknown-party", facts: { entry: 2, partyCode: "F9" } },
    });
    expect(await listProposals({})).toEqual([]);
  });

  it("comes back once: comments beside their questions, entries with what they change", async () => {
    const { pack: exchange } = office.calls;
    const comments = [{ questionId: 1, text: "Emballages perdus, 6026." }];
    const again = { ...proposed, replacesNumber: undefined, reason: "Complément" };
    const file = await answerWith({ comments, entries: [proposed, again] });
    const asked = { file, passphrase: PASSPHRASE };
    const preview = await exchange.takeAnswer({ ...asked, preview: true });
    expect(preview).toEqual({ author: "Cabinet Dunois", added: 2, comments: 1 });
    expect(await exchange.listProposals({})).toEqual([]);
    expect(await exchange.takeAnswer(asked)).toEqual(preview);
    expect(await exchange.takeAnswer(asked)).toMatchObject({ added: 0, comments: 0 });
    const [proposal] = await exchange.listProposals({});
    expect(proposal).toMatchObject({
      state: "waiting",
      replacesNumber: 1,
      difference: [
        { account: "606400", beforeMinor: 5000, afterMinor: 0 },
        { account: "6026", beforeMinor: 0, afterMinor: 5000 },
      ],
    });
    expect(await exchange.listQuestions({})).toMatchObject([
      { answer: "Emballages perdus, 6026.", answeredBy: "Cabinet Dunois" },
    ]);
  });

  it("is decided proposal by proposal: drafts for what is accepted, a reason for the rest", async () => {
    const { pack: exchange, ledger, book } = office.calls;
    const [first, second] = await exchange.listProposals({});
    const before = await ledger.countEntries({});
    const { draftIds } = await exchange.acceptProposal({ proposalId: first!.id });
    expect(draftIds).toHaveLength(2);
    expect(await ledger.countEntries({})).toEqual(before);
    for (const draftId of draftIds) await ledger.postDraft({ draftId });
    const [year] = await ledger.listYears({});
    const { rows } = await ledger.trialBalance({ fiscalYearId: year!.id });
    const balance = (account: string) => rows.find((r) => r.account === account)?.balanceMinor;
    expect([balance("606400"), balance("6026"), balance("401000")]).toEqual([0, 5000, -6000]);
    await exchange.refuseProposal({ proposalId: second!.id, reason: "Déjà passée." });
    await expect(exchange.acceptProposal({ proposalId: second!.id })).rejects.toMatchObject({
      data: { code: "pack.already-decided" },
    });
    const verified = await resultOf<Verification>(await book.verify({}));
    expect(verified.checks.filter((c) => !c.sound)).toEqual([]);
  });
});

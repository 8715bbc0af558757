import { isRefusal } from "#main/base/refusal.ts";
import { actOf, answer, office, readOf, run } from "#main/security/office-context.ts";
import { deleteDraft, listDrafts, saveDraft } from "./draft-entries.ts";
import { postDraft } from "./entering/post-draft.ts";
import { getEntry } from "./get-entry.ts";
import { listAccountLines } from "./list-account-lines.ts";
import { listAccounts, listJournals, listParties, listYears } from "./list-accounts.ts";
import { countEntries, listEntries } from "./list-entries.ts";
import { openAccount } from "./open-account.ts";
import { openYear } from "./open-year.ts";
import { postEntry } from "./post-entry.ts";
import { reverseEntry } from "./reverse-entry.ts";
import { trialBalance } from "./trial-balance.ts";

const o = office.ledger;

/** The ledger's procedures. */
export const ledgerHandlers = {
  listYears: o.listYears.handler(({ context }) => listYears(readOf(context))),
  listAccounts: o.listAccounts.handler(({ context, input }) =>
    listAccounts(readOf(context), input),
  ),
  listJournals: o.listJournals.handler(({ context }) => listJournals(readOf(context))),
  listParties: o.listParties.handler(({ context, input }) => listParties(readOf(context), input)),
  listEntries: o.listEntries.handler(({ context, input }) => listEntries(readOf(context), input)),
  countEntries: o.countEntries.handler(({ context }) => {
    const read = readOf(context);
    const { n } = read.reading("SELECT count(*) AS n FROM line").get() as { n: number };
    return { entries: countEntries(read), entryLines: n };
  }),
  getEntry: o.getEntry.handler(({ context, input }) =>
    answer(getEntry(readOf(context), input.entryId)),
  ),
  trialBalance: o.trialBalance.handler(({ context, input }) =>
    trialBalance(readOf(context), input),
  ),
  listAccountLines: o.listAccountLines.handler(({ context, input }) =>
    listAccountLines(readOf(context), input),
  ),
  listDrafts: o.listDrafts.handler(({ context }) => listDrafts(readOf(context))),
  openYear: o.openYear.handler(({ context, input }) =>
    run(context, "ledger.openYear", (tx) => {
      const year = openYear(tx, input);
      if (isRefusal(year)) return year;
      return { result: year, audit: { subject: `year ${year.startsOn}`, after: year } };
    }),
  ),
  openAccount: o.openAccount.handler(({ context, input }) =>
    run(context, "ledger.openAccount", (tx) => {
      const opened = openAccount(tx, input);
      if (isRefusal(opened)) return opened;
      return { result: opened, audit: { subject: `account ${input.number}`, after: input } };
    }),
  ),
  postEntry: o.postEntry.handler(({ context, input }) =>
    run(context, "ledger.postEntry", (tx) => {
      const act = { ...actOf(context, "ledger.postEntry"), isLate: input.late };
      const posted = postEntry(tx, act, { draft: input.entry });
      if (isRefusal(posted)) return posted;
      return { result: posted, audit: { subject: `entry ${posted.number}`, after: input.entry } };
    }),
  ),
  reverseEntry: o.reverseEntry.handler(({ context, input }) =>
    run(context, "ledger.reverseEntry", (tx) => {
      const posted = reverseEntry(tx, actOf(context, "ledger.reverseEntry"), input);
      if (isRefusal(posted)) return posted;
      return { result: posted, audit: { subject: `entry ${posted.number}`, after: input } };
    }),
  ),
  saveDraft: o.saveDraft.handler(({ context, input }) =>
    run(context, "ledger.saveDraft", (tx) => {
      const saved = saveDraft(tx, actOf(context, "ledger.saveDraft"), input);
      if (isRefusal(saved)) return saved;
      return { result: saved, audit: { subject: `draft ${saved.draftId}`, after: input.entry } };
    }),
  ),
  postDraft: o.postDraft.handler(({ context, input }) =>
    run(context, "ledger.postDraft", (tx) => {
      const posted = postDraft(tx, actOf(context, "ledger.postDraft"), input.draftId);
      if (isRefusal(posted)) return posted;
      return { result: posted, audit: { subject: `entry ${posted.number}`, after: posted } };
    }),
  ),
  deleteDraft: o.deleteDraft.handler(({ context, input }) =>
    run(context, "ledger.deleteDraft", (tx) => {
      const refused = deleteDraft(tx, input.draftId);
      if (isRefusal(refused)) return refused;
      return { result: {}, audit: { subject: `draft ${input.draftId}` } };
    }),
  ),
};

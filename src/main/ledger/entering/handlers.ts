import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import {
  actOf,
  answer,
  type OfficeContext,
  office,
  readOf,
  run,
  writableOf,
} from "#main/security/office-context.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { accrue } from "./accrue.ts";
import { attach, listAttached } from "./attach.ts";
import { complete } from "./complete.ts";
import { draftRows, draftWithNames } from "./draft-rows.ts";
import { propose } from "./propose.ts";
import { deleteRecurring, listDue, listRecurring, makeDue, saveRecurring } from "./recurring.ts";
import { deleteTemplate, listTemplates, saveTemplate } from "./templates.ts";
import { duplicateEntry } from "./typed-of-entry.ts";
import { previewValidation, validateDrafts } from "./validate-drafts.ts";

const o = office.entry;

/** The procedures of entry by keyboard. */
export const enteringHandlers = {
  complete: o.complete.handler(({ context, input }) => complete(readOf(context), input)),
  propose: o.propose.handler(({ context, input }) => propose(readOf(context), input)),
  listDrafts: o.listDrafts.handler(({ context, input }) => draftRows(readOf(context), input)),
  getDraft: o.getDraft.handler(({ context, input }) =>
    answer(draftWithNames(readOf(context), input.draftId)),
  ),
  previewValidation: o.previewValidation.handler(async ({ context, input }) => {
    const act = { ...actOf(context, "entry.previewValidation"), preview: true };
    const seen = await writableOf(context).transact(act, (tx) => {
      const result = previewValidation(tx, act, input);
      return isRefusal(result) ? result : { result, audit: { subject: "preview" } };
    });
    return answer(seen);
  }),
  validate: o.validate.handler(({ context, input }) =>
    act(context, "entry.validate", {
      work: (tx, by) => validateDrafts(tx, by, input),
      subject: ({ entries }) => `${entries.length} entries`,
      after: input.scope,
    }),
  ),
  duplicate: o.duplicate.handler(({ context, input }) =>
    act(context, "entry.duplicate", {
      work: (tx, by) => duplicateEntry(tx, by, input),
      subject: ({ draftId }) => `draft ${draftId}`,
      after: input,
    }),
  ),
  accrue: o.accrue.handler(({ context, input }) =>
    act(context, "entry.accrue", {
      work: (tx, by) => accrue(tx, by, input),
      subject: ({ draftId }) => `draft ${draftId}`,
      after: input,
    }),
  ),
  attach: o.attach.handler(async ({ context, input }) => {
    const { file, ...asked } = input;
    const given = file === undefined ? undefined : await fileOf(file);
    return act(context, "entry.attach", {
      work: (tx, by) => attach(tx, { ...asked, file: given, nowMs: by.nowMs }),
      subject: ({ documentId }) => `document ${documentId}`,
      after: asked,
    });
  }),
  listAttached: o.listAttached.handler(({ context, input }) =>
    listAttached(readOf(context), input),
  ),
  listTemplates: o.listTemplates.handler(({ context }) => listTemplates(readOf(context))),
  saveTemplate: o.saveTemplate.handler(({ context, input }) =>
    act(context, "entry.saveTemplate", {
      work: (tx) => saveTemplate(tx, input),
      subject: () => `template ${input.name}`,
      after: input,
    }),
  ),
  deleteTemplate: o.deleteTemplate.handler(({ context, input }) =>
    act(context, "entry.deleteTemplate", {
      work: (tx) => deleteTemplate(tx, input.templateId) ?? {},
      subject: () => `template ${input.templateId}`,
      after: input,
    }),
  ),
  saveRecurring: o.saveRecurring.handler(({ context, input }) =>
    act(context, "entry.saveRecurring", {
      work: (tx) => saveRecurring(tx, input),
      subject: ({ recurringId }) => `recurring ${recurringId}`,
      after: input,
    }),
  ),
  listRecurring: o.listRecurring.handler(({ context }) => listRecurring(readOf(context))),
  deleteRecurring: o.deleteRecurring.handler(({ context, input }) =>
    act(context, "entry.deleteRecurring", {
      work: (tx) => deleteRecurring(tx, input.recurringId) ?? {},
      subject: () => `recurring ${input.recurringId}`,
      after: input,
    }),
  ),
  listDue: o.listDue.handler(({ context, input }) => listDue(readOf(context), input.untilOn)),
  makeDue: o.makeDue.handler(({ context, input }) =>
    act(context, "entry.makeDue", {
      work: (tx, by) => makeDue(tx, by, input.untilOn),
      subject: ({ draftIds }) => `${draftIds.length} drafts`,
      after: input,
    }),
  ),
};

interface Deed<T> {
  work: (tx: Transaction, by: Act) => T | Refusal;
  subject: (result: T) => string;
  after: unknown;
}

/** A command in one SQL transaction with its audit line. */
function act<T extends object>(context: OfficeContext, command: string, deed: Deed<T>): Promise<T> {
  return run<T>(context, command, (tx) => {
    const result = deed.work(tx, actOf(context, command));
    if (isRefusal(result)) return result;
    return { result, audit: { subject: deed.subject(result), after: deed.after } };
  });
}

async function fileOf(file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, mediaType: file.type || "application/octet-stream", bytes };
}

import { readUpload } from "#main/automation/import-run.ts";
import { isRefusal } from "#main/base/refusal.ts";
import type { BookCheck } from "#main/ledger/checks.ts";
import {
  actOf,
  answer,
  type OfficeContext,
  office,
  readOf,
  run,
  writableOf,
} from "#main/security/office-context.ts";
import { makePack } from "./make-pack.ts";
import { openPack } from "./open-pack.ts";
import { openAnswer, sealAnswer } from "./pack-answer.ts";
import { acceptProposal, listProposals, refuseProposal } from "./proposals.ts";
import { addQuestion, listQuestions } from "./questions.ts";
import { takeAnswer } from "./take-answer.ts";

const o = office.pack;

/** The procedures of the exchange with the accountant. */
export function packHandlers(checks: readonly BookCheck[]) {
  return {
    listQuestions: o.listQuestions.handler(({ context }) => listQuestions(readOf(context))),
    addQuestion: o.addQuestion.handler(({ context, input }) =>
      run(context, "pack.addQuestion", (tx) => {
        const added = addQuestion(tx, actOf(context, "pack.addQuestion"), input);
        if (isRefusal(added)) return added;
        return { result: added, audit: { subject: `question ${added.questionId}`, after: input } };
      }),
    ),
    make: o.make.handler(async ({ context, input }) => {
      const act = actOf(context, "pack.make");
      return answer(await makePack(writableOf(context), act, { ...input, checks }));
    }),
    open: o.open.handler(async ({ input }) => {
      const {
        view,
        answer: reply,
        files,
      } = answer(await openPack(await readUpload(input.file), input.passphrase));
      const asFiles = Object.entries(files).map(
        ([path, bytes]) => new File([bytes as Uint8Array<ArrayBuffer>], path.replaceAll("/", "-")),
      );
      return { view, answer: reply, files: input.withFiles ? asFiles : [] };
    }),
    sealAnswer: o.sealAnswer.handler(async ({ input }) => {
      const sealed = answer(await sealAnswer(await readUpload(input.file), input.passphrase));
      const { entries, comments } = sealed.answer;
      return { file: sealed.file, entries: entries.length, comments: comments.length };
    }),
    takeAnswer: o.takeAnswer.handler(({ context, input }) => take(context, input)),
    listProposals: o.listProposals.handler(({ context }) => listProposals(readOf(context))),
    acceptProposal: o.acceptProposal.handler(({ context, input }) =>
      run(context, "pack.acceptProposal", (tx) => {
        const act = actOf(context, "pack.acceptProposal");
        const accepted = acceptProposal(tx, act, input.proposalId);
        if (isRefusal(accepted)) return accepted;
        const subject = `proposal ${input.proposalId}`;
        return { result: accepted, audit: { subject, after: accepted } };
      }),
    ),
    refuseProposal: o.refuseProposal.handler(({ context, input }) =>
      run(context, "pack.refuseProposal", (tx) => {
        const refused = refuseProposal(tx, input);
        if (isRefusal(refused)) return refused;
        return { result: {}, audit: { subject: `proposal ${input.proposalId}`, after: input } };
      }),
    ),
  };
}

async function take(
  context: OfficeContext,
  input: { file: File; passphrase: string; preview: boolean },
) {
  const command = "pack.takeAnswer";
  const upload = await readUpload(input.file);
  const opened = answer(await openAnswer(upload, input.passphrase));
  const act = { ...actOf(context, command), preview: input.preview };
  const taken = await writableOf(context).transact(act, (tx) => {
    const result = takeAnswer(tx, act, { file: upload.name, answer: opened });
    if (isRefusal(result)) return result;
    return { result, audit: { subject: `answer to pack ${opened.packId}`, after: result } };
  });
  return answer(taken);
}

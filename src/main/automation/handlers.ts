import { isRefusal } from "#main/base/refusal.ts";
import {
  actOf,
  answer,
  bookOf,
  office,
  readOf,
  run,
  stream,
} from "#main/security/office-context.ts";
import { importRules } from "./import-rules.ts";
import { readUpload } from "./import-run.ts";
import { listBankRules, tryRule } from "./rule-trial.ts";
import { rulesSource } from "./rules-in-force.ts";
import { getLimits, saveLimits } from "./save-limits.ts";
import { saveRuleEdit } from "./save-rule-edit.ts";

const o = office.automation;

/** The procedures of the business rules. */
export const automationHandlers = {
  importRules: o.importRules.handler(async function* ({ context, input, signal }) {
    const command = "automation.importRules";
    const file = await readUpload(input.file);
    const work = importRules(actOf(context, command), file, input);
    return yield* stream({ context, command, signal, preview: input.preview }, work);
  }),
  listRules: o.listRules.handler(({ context }) => listBankRules(readOf(context))),
  tryRule: o.tryRule.handler(({ context, input }) =>
    answer(bookOf(context).snapshot((read) => tryRule(read, input.edit))),
  ),
  editRule: o.editRule.handler(({ context, input }) =>
    run(context, "automation.editRule", (tx) => {
      const saved = saveRuleEdit(tx, actOf(context, "automation.editRule"), input.edit);
      if (isRefusal(saved)) return saved;
      return { result: saved, audit: { subject: "rules", after: input.edit } };
    }),
  ),
  getLimits: o.getLimits.handler(({ context }) => getLimits(readOf(context))),
  editLimits: o.editLimits.handler(({ context, input }) => {
    const command = "automation.editLimits";
    return run(context, command, (tx) => {
      const before = getLimits(tx);
      const saved = saveLimits(tx, actOf(context, command), input);
      if (isRefusal(saved)) return saved;
      return { result: saved, audit: { subject: "rules", before, after: input } };
    });
  }),
  getRules: o.getRules.handler(({ context }) => ({ source: rulesSource(readOf(context)) })),
};

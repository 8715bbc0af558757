import { actOf, office, readOf, stream } from "#main/security/office-context.ts";
import { importRules } from "./import-rules.ts";
import { readUpload } from "./import-run.ts";
import { rulesSource } from "./rules-in-force.ts";

const o = office.automation;

/** The procedures of the business rules. */
export const automationHandlers = {
  importRules: o.importRules.handler(async function* ({ context, input, signal }) {
    const command = "automation.importRules";
    const file = await readUpload(input.file);
    const work = importRules(actOf(context, command), file, input);
    return yield* stream({ context, command, signal, preview: input.preview }, work);
  }),
  getRules: o.getRules.handler(({ context }) => ({ source: rulesSource(readOf(context)) })),
};

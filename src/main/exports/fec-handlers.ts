import { readUpload } from "#main/automation/import-run.ts";
import type { BookCheck } from "#main/ledger/checks.ts";
import { actOf, answer, bookOf, office, stream } from "#main/security/office-context.ts";
import { checkFecFile } from "./check-fec-file.ts";
import { exportFec } from "./export-fec.ts";
import { takeOverFec } from "./taking-over/take-over-fec.ts";

const o = office.fec;

/** The procedures of the FEC: checked, written, taken over. */
export function fecHandlers(checks: readonly BookCheck[]) {
  return {
    check: o.check.handler(({ input }) => checkFecFile(input)),
    write: o.write.handler(async ({ context, input }) => {
      const madeOn = new Date(context.now()).toISOString().slice(0, 10);
      return answer(await exportFec(bookOf(context).read, { ...input, checks, madeOn }));
    }),
    previewImport: o.previewImport.handler(async function* ({ context, input, signal }) {
      const command = "fec.previewImport";
      const act = { ...actOf(context, command), preview: true };
      const file = await readUpload(input.file);
      const work = takeOverFec(act, { ...input, file });
      return yield* stream({ context, command, signal, preview: true }, work);
    }),
    import: o.import.handler(async function* ({ context, input, signal }) {
      const command = "fec.import";
      const file = await readUpload(input.file);
      const work = takeOverFec(actOf(context, command), { ...input, file });
      return yield* stream({ context, command, signal }, work);
    }),
  };
}

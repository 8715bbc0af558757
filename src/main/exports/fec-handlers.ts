import { readUpload } from "#main/automation/import-run.ts";
import type { BookCheck } from "#main/ledger/checks.ts";
import {
  actOf,
  answer,
  bookOf,
  type OfficeContext,
  office,
  stream,
} from "#main/security/office-context.ts";
import { bridgeFolder } from "./bridge-folder.ts";
import { checkFecFile } from "./check-fec-file.ts";
import { exportFec } from "./export-fec.ts";
import { fecProfiles } from "./fec-profile.ts";
import { takeOverFec } from "./taking-over/take-over-fec.ts";

const o = office.fec;

/** The procedures of the FEC: checked, written, taken over. */
export function fecHandlers(checks: readonly BookCheck[]) {
  return {
    check: o.check.handler(({ input }) => checkFecFile(input)),
    write: o.write.handler(async ({ context, input }) =>
      answer(await exportFec(bookOf(context).read, { ...input, checks, madeOn: today(context) })),
    ),
    bridge: o.bridge.handler(async ({ context, input }) =>
      answer(
        await bridgeFolder(bookOf(context).read, { ...input, checks, madeOn: today(context) }),
      ),
    ),
    listProfiles: o.listProfiles.handler(() =>
      fecProfiles().map(({ name, fr, en }) => ({ name, fr, en })),
    ),
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

function today(context: OfficeContext): string {
  return new Date(context.now()).toISOString().slice(0, 10);
}

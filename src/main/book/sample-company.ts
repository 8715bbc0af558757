import { homedir } from "node:os";
import { join } from "node:path";
import type { OfficeContext } from "#main/security/office-context.ts";
import type { Progress } from "#main/store/book.ts";

/** The sample's own passphrase: it guards nothing, and the screen says it. */
export const SAMPLE_PASSPHRASE = "entreprise-exemple";

/** Creates, opens and fills the sample company. */
export type OpenSample = (
  context: OfficeContext,
  asked: { folder: string; signal: AbortSignal | undefined },
) => AsyncGenerator<Progress, { folder: string; passphrase: string; recoveryKey: string }, void>;

/** The sample company's own folder, apart from every real book. */
export function sampleFolder(): string {
  return join(homedir(), "Écritoire", "Entreprise exemple");
}

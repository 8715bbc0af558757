import type { NarrativeLanguage } from "#contract/treasury-narrative.ts";
import type { WriterSettings } from "#contract/treasury-writer.ts";
import { checkCredit, creditBalance, creditMoves, topUpCredit } from "#main/automation/credits.ts";
import { isRefusal, refuse } from "#main/base/refusal.ts";
import { lastDay } from "#main/reconciliation/proof/kept-proof.ts";
import {
  actOf,
  answer,
  bookOf,
  type OfficeContext,
  office,
  readOf,
  run,
  writableOf,
} from "#main/security/office-context.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { narrate } from "./narrative/narrate.ts";
import { narrativeFacts } from "./narrative/narrative-facts.ts";
import type { OpenWriter } from "./narrative/port.ts";
import { payloadOf, rewriteNarrative, writerSettings } from "./narrative/rewrite-narrative.ts";

const o = office.treasury;

/** Rewriting of the narrative: nothing is sent before a person has connected a model. */
export function writerHandlers(openWriter: OpenWriter) {
  return {
    connectWriter: o.connectWriter.handler(({ context, input }) => {
      const { secret, ...settings } = input;
      return connect(context, settings, secret);
    }),
    disconnectWriter: o.disconnectWriter.handler(({ context }) => disconnect(context)),
    topUpCredit: o.topUpCredit.handler(({ context, input }) => {
      const act = actOf(context, "treasury.topUpCredit");
      return run(context, act.command, (tx) => {
        const balanceMinor = topUpCredit(tx, act, input.minor);
        return { result: { balanceMinor }, audit: { subject: "credit", after: input } };
      });
    }),
    writer: o.writer.handler(({ context }) => {
      const read = readOf(context);
      const settings = writerSettings(read);
      return {
        settings: isRefusal(settings) ? null : settings,
        balanceMinor: creditBalance(read),
        moves: creditMoves(read),
      };
    }),
    narrativePayload: o.narrativePayload.handler(({ context, input }) =>
      bookOf(context).snapshot((read) => {
        const settings = answer(writerSettings(read));
        const told = toldNow(context, read, input.language);
        const payload = payloadOf(openWriter(settings, ""), told);
        return { ...payload, ...checkCredit(creditBalance(read), settings) };
      }),
    ),
    rewriteNarrative: o.rewriteNarrative.handler(async ({ context, input, signal }) => {
      const book = writableOf(context);
      const act = actOf(context, "treasury.rewriteNarrative");
      const settings = answer(writerSettings(book.read));
      const secret = answer(await secretOf(context, settings));
      // A run that is rolled back: no command is half done while it reads.
      const narrative = await book.transact({ ...act, preview: true }, (tx) => ({
        result: toldNow(context, tx, input.language),
        audit: { subject: "narrative" },
      }));
      const writer = openWriter(settings, secret);
      const call = { writer, settings, narrative: answer(narrative), seenSha256: input.sha256 };
      const stop = signal ?? new AbortController().signal;
      return answer(await rewriteNarrative({ book, act, signal: stop }, call));
    }),
  };
}

function toldNow(context: OfficeContext, read: ReadHandle, language: NarrativeLanguage) {
  const todayOn = new Date(context.now()).toISOString().slice(0, 10);
  return narrate(narrativeFacts(read, { asOn: lastDay(read, context.now()), todayOn }), language);
}

function keyName({ session }: OfficeContext): string {
  return `${session.bookId ?? ""}/narrative`;
}

/** The key goes to the keychain, the rest to the book. */
async function connect(
  context: OfficeContext,
  settings: WriterSettings,
  secret: string | undefined,
): Promise<{ provider: string }> {
  writableOf(context);
  // Without a new key the old one is erased: it must not go to another server than its own.
  if (secret === undefined) await context.keychain.remove(keyName(context));
  else answer(await context.keychain.write(keyName(context), secret));
  return run(context, "treasury.connectWriter", (tx) => {
    tx.writing(
      "INSERT INTO narrative_writer (id, settings) VALUES (1, ?) " +
        "ON CONFLICT (id) DO UPDATE SET settings = excluded.settings",
    ).run(JSON.stringify(settings));
    const { provider } = settings;
    return { result: { provider }, audit: { subject: `writer ${provider}`, after: settings } };
  });
}

/** Disconnected whatever the keychain answers; `keyErased` tells what became of the key. */
async function disconnect(context: OfficeContext): Promise<{ keyErased: boolean }> {
  await run(context, "treasury.disconnectWriter", (tx) => {
    tx.writing("DELETE FROM narrative_writer").run();
    return { result: {}, audit: { subject: "writer" } };
  });
  const refused = await context.keychain.remove(keyName(context));
  return { keyErased: refused === undefined };
}

/** A model on this machine may need no key; any other does. */
async function secretOf(context: OfficeContext, { provider, baseUrl }: WriterSettings) {
  const secret = await context.keychain.read(keyName(context));
  if (secret !== undefined) return secret;
  const isLocal = provider === "openai-compatible" && !(baseUrl ?? "http:").startsWith("https:");
  return isLocal ? "" : refuse("treasury.writer-key-missing", { provider });
}

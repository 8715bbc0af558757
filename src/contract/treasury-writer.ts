import { z } from "zod";
import { isPrivateWay } from "./banking.ts";
import { command, minorSchema, query } from "./procedure.ts";
import { languageSchema, narrativeSchema } from "./treasury-narrative.ts";

const pricePerMillionSchema = z.number().int().min(0).nullable().default(null);

/** Who may rewrite the narrative, and what a call is expected to cost, in cents. */
export const writerSettingsSchema = z.object({
  provider: z.enum(["anthropic", "openai-compatible"]),
  model: z.string().trim().min(1).max(100),
  /** Another server than the provider's own; loopback or https only. */
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .refine(isPrivateWay, "https, or http on this machine only")
    .optional(),
  estimateMinor: minorSchema.min(0).default(100),
  /** What is reserved above the estimate: 2000 is 20 %. */
  marginBps: z.number().int().min(0).max(10_000).default(2_000),
  /** Cents per million tokens; without them a call costs its estimate. */
  inputPerMillionMinor: pricePerMillionSchema,
  outputPerMillionMinor: pricePerMillionSchema,
});
export type WriterSettings = z.output<typeof writerSettingsSchema>;

export const creditMoveSchema = z.object({
  kind: z.enum(["top-up", "reserved", "settled", "released", "blocked"]),
  tool: z.string(),
  estimateMinor: minorSchema,
  requiredMinor: minorSchema,
  minor: minorSchema,
  atMs: z.number().int(),
  person: z.string(),
});
export type CreditMove = z.infer<typeof creditMoveSchema>;

const creditCheckShape = {
  balanceMinor: minorSchema,
  requiredMinor: minorSchema,
  missingMinor: minorSchema,
};

/** Rewriting of the narrative by a language model: off until a person connects one. */
export const writerProcedures = {
  connectWriter: command({
    fr: "Branche un modèle de langue pour récrire le récit ; rien n'est envoyé à ce moment.",
    en: "Connects a language model to rewrite the narrative; nothing is sent at that time.",
  })
    .input(writerSettingsSchema.extend({ secret: z.string().trim().min(1).optional() }))
    .output(z.object({ provider: z.string() })),
  disconnectWriter: command({
    fr: "Débranche le modèle de langue et efface sa clé du trousseau.",
    en: "Disconnects the language model and erases its key from the keychain.",
  })
    .input(z.object({}))
    .output(z.object({ keyErased: z.boolean() })),
  topUpCredit: command({
    fr: "Relève le plafond des appels payants (centimes).",
    en: "Raises the ceiling of paid calls (cents).",
  })
    .input(z.object({ minor: minorSchema.min(1).max(10_000_000) }))
    .output(z.object({ balanceMinor: minorSchema })),
  writer: query({
    fr: "Modèle de langue branché, crédit restant et derniers mouvements.",
    en: "The language model connected, the credit left and its last moves.",
  })
    .input(z.object({}))
    .output(
      z.object({
        settings: writerSettingsSchema.nullable(),
        balanceMinor: minorSchema,
        moves: z.array(creditMoveSchema),
      }),
    ),
  narrativePayload: query({
    fr: "Montre à l'octet près ce qui serait envoyé au modèle de langue, et à quelle adresse.",
    en: "Shows to the byte what would be sent to the language model, and where.",
  })
    .input(z.object({ language: languageSchema.default("fr") }))
    .output(
      z.object({
        provider: z.string(),
        url: z.string(),
        /** Figures, days and names are marks in it: none of them leaves the machine. */
        body: z.string(),
        sha256: z.string(),
        ...creditCheckShape,
      }),
    ),
  rewriteNarrative: command({
    fr: "Fait récrire le récit par le modèle branché, à partir des octets montrés.",
    en: "Has the narrative rewritten by the connected model, from the bytes that were shown.",
  })
    .input(
      z.object({
        language: languageSchema.default("fr"),
        /** Of the body that the person saw. */
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .output(narrativeSchema.extend({ provider: z.string(), costMinor: minorSchema })),
};

import { z } from "zod";
import { bpsSchema, command, dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

/** How VAT falls on a line, which decides its boxes. */
export const vatOperationSchema = z.enum([
  "sale",
  "reverse-home",
  "intra-goods",
  "services-abroad",
  "import",
  "export",
  "intra-supply",
  "untaxed",
  "deductible-asset",
  "deductible",
  "deductible-other",
]);
export type VatOperation = z.infer<typeof vatOperationSchema>;

export const vatRegimeSchema = z.object({
  fromOn: dateSchema,
  regime: z.enum(["ca3-month", "ca3-quarter", "ca12", "none"]),
  /** Services sold are taxed when invoiced (option for debits), not when paid (CGI art. 269-2 c). */
  salesOnDebits: z.boolean(),
  /** VAT on services bought is deducted when invoiced: the suppliers opted for debits. */
  boughtOnDebits: z.boolean(),
  /** Coefficient of deduction (CGI ann. II art. 206): 10,000 deducts all. */
  coefficientBps: bpsSchema.max(10_000),
});
export type VatRegime = z.infer<typeof vatRegimeSchema>;

export const vatBoxSchema = z.object({
  code: z.string(),
  section: z.enum(["taxed", "untaxed", "gross", "deductible", "net"]),
  fr: z.string(),
  en: z.string(),
  isTotal: z.boolean(),
  /** Whole euros, in cents; null where the form has no such column. */
  baseMinor: minorSchema.nullable(),
  taxMinor: minorSchema.nullable(),
  /** The same to the cent, before rounding. */
  exactBaseMinor: minorSchema,
  exactTaxMinor: minorSchema,
  lines: z.number().int(),
});
export type VatBox = z.infer<typeof vatBoxSchema>;

export const vatReturnSchema = z.object({
  form: z.enum(["ca3", "ca12"]),
  formName: z.string(),
  startsOn: dateSchema,
  endsOn: dateSchema,
  boxes: z.array(vatBoxSchema),
  toPayMinor: minorSchema,
  creditAfterMinor: minorSchema,
  /** Lines that fell due before the period and were declared in no return. */
  lateLines: z.number().int(),
  /** Drafts dated in the period or before: they must be validated first. */
  drafts: z.number().int(),
  declared: z
    .object({
      returnId: idSchema,
      atMs: z.number().int(),
      by: z.string(),
      entryId: idSchema.nullable(),
    })
    .nullable(),
});
export type VatReturn = z.infer<typeof vatReturnSchema>;

export const vatLineSchema = z.object({
  lineId: idSchema,
  entryId: idSchema,
  number: z.number().int(),
  journal: z.string(),
  datedOn: dateSchema,
  account: z.string(),
  label: z.string(),
  partyName: z.string().nullable(),
  operation: vatOperationSchema,
  rateBps: bpsSchema.nullable(),
  baseMinor: minorSchema,
  vatMinor: minorSchema,
  /** Day on which the tax fell due: of the invoice, or of the payment. */
  dueOn: dateSchema,
  isLate: z.boolean(),
  /** False when only the part that was paid is taken. */
  isWhole: z.boolean(),
});
export type VatLine = z.infer<typeof vatLineSchema>;

export const vatControlRowSchema = z.object({
  rateBps: bpsSchema.nullable(),
  side: z.enum(["collected", "self-assessed"]),
  baseMinor: minorSchema,
  theoreticalMinor: minorSchema,
  bookedMinor: minorSchema,
  differenceMinor: minorSchema,
  entries: z.number().int(),
  /** Entries whose booked VAT is not their base at the rate, worst first. */
  odd: z.array(
    z.object({
      entryId: idSchema,
      number: z.number().int(),
      datedOn: dateSchema,
      label: z.string(),
      baseMinor: minorSchema,
      bookedMinor: minorSchema,
      theoreticalMinor: minorSchema,
    }),
  ),
});
export type VatControlRow = z.infer<typeof vatControlRowSchema>;

const periodShape = { endsOn: dateSchema.optional() };

/** VAT: regimes by date, returns box by box, their validation, and the control of rates. */
export const vatContract = {
  listRegimes: query({ fr: "Liste les régimes de TVA par date.", en: "Lists VAT regimes by date." })
    .input(z.object({}))
    .output(z.array(vatRegimeSchema)),
  setRegime: command({
    fr: "Fixe le régime de TVA à partir d'une date, hors période déclarée.",
    en: "Sets the VAT regime from a date on, outside declared periods.",
  })
    .input(vatRegimeSchema)
    .output(z.object({})),
  listReturns: query({
    fr: "Liste les périodes de TVA : déclarées, puis celle à préparer.",
    en: "Lists VAT periods: those declared, then the one to prepare.",
  })
    .input(z.object({}))
    .output(
      z.array(
        z.object({
          form: z.enum(["ca3", "ca12"]),
          startsOn: dateSchema,
          endsOn: dateSchema,
          isDeclared: z.boolean(),
        }),
      ),
    ),
  getReturn: query({
    fr: "Calcule une déclaration case par case ; celle à préparer si aucune date n'est dite.",
    en: "Computes a return box by box; the one to prepare when no date is said.",
  })
    .input(z.object({ ...periodShape, refundMinor: minorSchema.nonnegative().default(0) }))
    .output(vatReturnSchema),
  listLines: query({
    fr: "Liste les lignes derrière une case, ou celles en retard.",
    en: "Lists the lines behind a box, or the late ones.",
  })
    .input(
      z.object({
        ...periodShape,
        box: z.string().optional(),
        onlyLate: z.boolean().default(false),
        limit: z.number().int().min(1).max(10_000).default(1000),
      }),
    )
    .output(z.object({ rows: z.array(vatLineSchema), count: z.number().int() })),
  declare: command({
    fr: "Arrête la déclaration : écriture de liquidation, période figée.",
    en: "Settles the return: settlement entry posted, period frozen.",
  })
    .input(
      z.object({
        endsOn: dateSchema,
        refundMinor: minorSchema.nonnegative().default(0),
        /** What the person saw; another amount is refused. */
        expectedMinor: minorSchema.optional(),
      }),
    )
    .output(z.object({ returnId: idSchema, entryId: idSchema.nullable() })),
  undoLast: command({
    fr: "Annule la dernière déclaration : extourne de la liquidation, période rouverte.",
    en: "Undoes the last return: settlement reversed, period open again.",
  })
    .input(z.object({}))
    .output(z.object({ endsOn: dateSchema })),
  control: query({
    fr: "Compare la TVA théorique par taux à la TVA comptabilisée.",
    en: "Compares theoretical VAT by rate with the VAT booked.",
  })
    .input(z.object({ fromOn: dateSchema, toOn: dateSchema }))
    .output(
      z.object({
        rows: z.array(vatControlRowSchema),
        /** Sales without VAT, by account. */
        untaxed: z.array(
          z.object({ account: z.string(), label: z.string(), baseMinor: minorSchema }),
        ),
      }),
    ),
};

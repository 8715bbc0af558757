import { z } from "zod";
import { command, dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

const monthSchema = z.string().regex(/^\d{4}-\d{2}$/);

export const periodSchema = z.object({
  fiscalYearId: idSchema,
  month: monthSchema,
  state: z.enum(["open", "locked", "closed"]),
});

/** A point of the checklist; what is not green is answered in words before a year closes. */
export const closingPointSchema = z.object({
  point: z.string(),
  /** `blocking`: must be green; no answer replaces it. */
  state: z.enum(["green", "attention", "blocking"]),
  count: z.number().int(),
  /** The first example: what is found, in both languages. */
  detail: z.object({ fr: z.string(), en: z.string() }),
  address: z.string().nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
});
export type ClosingPoint = z.infer<typeof closingPointSchema>;

export const yearStateSchema = z.object({
  fiscalYearId: idSchema,
  startsOn: dateSchema,
  endsOn: dateSchema,
  isClosed: z.boolean(),
  closedAtMs: z.number().int().nullable(),
  closedBy: z.string().nullable(),
  resultMinor: minorSchema,
  openingEntryId: idSchema.nullable(),
  periods: z.array(periodSchema),
});
export type YearState = z.infer<typeof yearStateSchema>;

export const allocationProposalSchema = z.object({
  /** Balance of 120 (positive) or 129 (negative) in the year asked for. */
  resultMinor: minorSchema,
  /** Losses carried forward (119), positive. */
  lossesMinor: minorSchema,
  /** What C. com. L232-10 asks for: 5 % until the reserve is a tenth of the capital. */
  legalReserveMinor: minorSchema,
});

/** Periods, the closing of years, their openings and the allocation of their results. */
export const closingContract = {
  listYears: query({
    fr: "Liste les exercices, leurs mois, leurs verrous et leur résultat.",
    en: "Lists the fiscal years, their months, their locks and their result.",
  })
    .input(z.object({}))
    .output(z.array(yearStateSchema)),
  setPeriods: command({
    fr: "Verrouille ou clôture les mois jusqu'à l'un d'eux, ou lève les verrous depuis lui.",
    en: "Locks or closes the months up to one, or lifts the locks from it on.",
  })
    .input(z.object({ month: monthSchema, state: z.enum(["open", "locked", "closed"]) }))
    .output(z.object({ months: z.number().int() })),
  checklist: query({
    fr: "Contrôle ce qui doit l'être avant de clôturer un exercice.",
    en: "Checks what must be before a fiscal year is closed.",
  })
    .input(z.object({ fiscalYearId: idSchema }))
    .output(z.array(closingPointSchema)),
  answerPoint: command({
    fr: "Répond à un point de la liste qui n'est pas vert.",
    en: "Answers a point of the list that is not green.",
  })
    .input(z.object({ fiscalYearId: idSchema, point: z.string(), text: z.string().trim().min(1) }))
    .output(z.object({})),
  closeYear: command({
    fr: "Clôture un exercice pour de bon et passe les à-nouveaux du suivant.",
    en: "Closes a fiscal year for good and posts the next one's openings.",
  })
    .input(z.object({ fiscalYearId: idSchema, preview: z.boolean().default(false) }))
    .output(
      z.object({
        resultMinor: minorSchema,
        openingNumber: z.number().int().nullable(),
        openingEntryId: idSchema.nullable(),
        openingLines: z.number().int(),
        openPartyLines: z.number().int(),
      }),
    ),
  proposeAllocation: query({
    fr: "Propose l'affectation du résultat : réserve légale d'abord.",
    en: "Proposes the allocation of the result: legal reserve first.",
  })
    .input(z.object({ fiscalYearId: idSchema }))
    .output(allocationProposalSchema),
  allocateResult: command({
    fr: "Affecte le résultat après l'assemblée : réserves, dividendes, report à nouveau.",
    en: "Allocates the result after the meeting: reserves, dividends, carried forward.",
  })
    .input(
      z.object({
        /** The year in which the meeting is held: the one after the result's. */
        fiscalYearId: idSchema,
        heldOn: dateSchema,
        legalReserveMinor: minorSchema.nonnegative().default(0),
        otherReservesMinor: minorSchema.nonnegative().default(0),
        dividendsMinor: minorSchema.nonnegative().default(0),
      }),
    )
    .output(
      z.object({
        entryId: idSchema,
        number: z.number().int(),
        /** What goes to 110 (positive) or 119 (negative). */
        carriedMinor: minorSchema,
      }),
    ),
};

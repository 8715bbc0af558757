import { z } from "zod";
import { bpsSchema, command, dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

const accountSchema = z.string().regex(/^[1-9]\d{2,9}$/);

const assetDraft = {
  label: z.string().trim().min(1).max(120),
  /** The account that carries it: 20, 21 or 23. */
  account: z.string().regex(/^2[0-3]\d{1,8}$/),
  costMinor: minorSchema.positive(),
  /** What it should still be worth at the end, not depreciated. */
  residualMinor: minorSchema.nonnegative().default(0),
  boughtOn: dateSchema,
  inServiceOn: dateSchema,
  method: z.enum(["linear", "declining", "none"]),
  /** Length of use in months; declining balance wants whole years, three or more. */
  months: z.number().int().min(0).max(1200),
  /** The ledger line that brought it in. */
  lineId: idSchema.optional(),
};

export const assetSchema = z.object({
  ...assetDraft,
  assetId: idSchema,
  lineId: idSchema.nullable(),
  depreciatedMinor: minorSchema,
  netMinor: minorSchema,
  disposedOn: dateSchema.nullable(),
  disposalEntryId: idSchema.nullable(),
});
export type Asset = z.infer<typeof assetSchema>;

export const depreciationRowSchema = z.object({
  startsOn: dateSchema,
  endsOn: dateSchema,
  baseMinor: minorSchema,
  amountMinor: minorSchema,
  accumulatedMinor: minorSchema,
  netMinor: minorSchema,
  postedMinor: minorSchema,
});
export type DepreciationRow = z.infer<typeof depreciationRowSchema>;

export const assetCandidateSchema = z.object({
  lineId: idSchema,
  entryId: idSchema,
  number: z.number().int(),
  datedOn: dateSchema,
  account: z.string(),
  label: z.string(),
  amountMinor: minorSchema,
});
export type AssetCandidate = z.infer<typeof assetCandidateSchema>;

const loanDraft = {
  label: z.string().trim().min(1).max(120),
  account: z.string().regex(/^1[67]\d{1,8}$/),
  principalMinor: minorSchema.positive(),
  /** Nominal yearly rate. */
  rateBps: bpsSchema,
  /** Day of the first instalment; interest runs from one period before. */
  firstOn: dateSchema,
  every: z.enum(["month", "quarter", "year"]),
  instalments: z.number().int().min(1).max(1200),
  kind: z.enum(["annuity", "principal", "bullet"]),
  /** Insurance of each instalment. */
  insuranceMinor: minorSchema.nonnegative().default(0),
};

export const loanSchema = z.object({
  ...loanDraft,
  loanId: idSchema,
  leftMinor: minorSchema,
  nextOn: dateSchema.nullable(),
  /** Instalments past whose interest is not booked yet. */
  toPost: z.number().int(),
});
export type Loan = z.infer<typeof loanSchema>;

export const instalmentSchema = z.object({
  number: z.number().int(),
  dueOn: dateSchema,
  paymentMinor: minorSchema,
  interestMinor: minorSchema,
  principalMinor: minorSchema,
  insuranceMinor: minorSchema,
  leftMinor: minorSchema,
  entryId: idSchema.nullable(),
});
export type Instalment = z.infer<typeof instalmentSchema>;

const postedSchema = z.object({ entryId: idSchema.nullable(), amountMinor: minorSchema });

/** Fixed assets, loans, and the inventory entries of a year's end. */
export const assetsContract = {
  list: query({
    fr: "Liste le registre des immobilisations à une date.",
    en: "Lists the register of fixed assets at a date.",
  })
    .input(z.object({ asOn: dateSchema }))
    .output(z.array(assetSchema)),
  candidates: query({
    fr: "Liste les lignes de classe 2 que le registre ne connaît pas.",
    en: "Lists the class 2 lines that the register does not know.",
  })
    .input(z.object({}))
    .output(z.array(assetCandidateSchema)),
  schedule: query({
    fr: "Montre le plan d'amortissement d'une immobilisation, exercice par exercice.",
    en: "Shows an asset's depreciation schedule, year by year.",
  })
    .input(z.object({ assetId: idSchema }))
    .output(z.array(depreciationRowSchema)),
  add: command({
    fr: "Inscrit une immobilisation au registre.",
    en: "Enters a fixed asset in the register.",
  })
    .input(z.object(assetDraft))
    .output(z.object({ assetId: idSchema })),
  remove: command({
    fr: "Retire du registre une immobilisation jamais amortie.",
    en: "Takes an asset that was never depreciated out of the register.",
  })
    .input(z.object({ assetId: idSchema }))
    .output(z.object({})),
  depreciate: command({
    fr: "Passe les dotations d'un exercice, moins ce qui l'est déjà.",
    en: "Posts a year's depreciation, less what already is.",
  })
    .input(z.object({ fiscalYearId: idSchema, preview: z.boolean().default(false) }))
    .output(
      z.object({
        entryId: idSchema.nullable(),
        amountMinor: minorSchema,
        assets: z.array(z.object({ label: z.string(), amountMinor: minorSchema })),
      }),
    ),
  dispose: command({
    fr: "Sort une immobilisation : dotation du temps couru, valeur nette, prix de cession.",
    en: "Disposes of an asset: depreciation so far, net value, price.",
  })
    .input(
      z.object({
        assetId: idSchema,
        disposedOn: dateSchema,
        /** Net of VAT; zero when it is scrapped. */
        priceMinor: minorSchema.nonnegative().default(0),
        vatRateBps: bpsSchema.default(0),
      }),
    )
    .output(z.object({ entryId: idSchema, netMinor: minorSchema, gainMinor: minorSchema })),
  listLoans: query({ fr: "Liste les emprunts.", en: "Lists loans." })
    .input(z.object({ asOn: dateSchema }))
    .output(z.array(loanSchema)),
  loanSchedule: query({
    fr: "Montre le tableau d'amortissement d'un emprunt.",
    en: "Shows a loan's amortisation table.",
  })
    .input(z.object({ loanId: idSchema }))
    .output(z.array(instalmentSchema)),
  addLoan: command({ fr: "Inscrit un emprunt.", en: "Enters a loan." })
    .input(z.object(loanDraft))
    .output(z.object({ loanId: idSchema })),
  removeLoan: command({
    fr: "Retire un emprunt dont aucune échéance n'est comptabilisée.",
    en: "Takes out a loan none of whose instalments is booked.",
  })
    .input(z.object({ loanId: idSchema }))
    .output(z.object({})),
  postLoan: command({
    fr: "Passe intérêts et assurance des échéances payées au débit de l'emprunt.",
    en: "Books interest and insurance of the instalments paid to the loan's debit.",
  })
    .input(z.object({ loanId: idSchema, untilOn: dateSchema }))
    .output(z.object({ entryIds: z.array(idSchema), interestMinor: minorSchema })),
  accrueLoans: command({
    fr: "Passe les intérêts courus à la fin d'un exercice, extournés au premier jour du suivant.",
    en: "Books interest accrued at a year's end, reversed on the next year's first day.",
  })
    .input(z.object({ fiscalYearId: idSchema }))
    .output(postedSchema),
  recordStock: command({
    fr: "Passe la variation d'un stock à sa valeur d'inventaire.",
    en: "Books the change of a stock to its inventory value.",
  })
    .input(
      z.object({
        account: z.string().regex(/^3[1-7]\d{0,8}$/),
        valueMinor: minorSchema.nonnegative(),
        datedOn: dateSchema,
      }),
    )
    .output(postedSchema),
  recordProvision: command({
    fr: "Porte une provision ou une dépréciation à sa valeur : dotation ou reprise.",
    en: "Brings a provision or an impairment to its value: allowance or reversal.",
  })
    .input(
      z.object({
        account: accountSchema.regex(/^(14|15|29|39|49|59)/),
        valueMinor: minorSchema.nonnegative(),
        datedOn: dateSchema,
        label: z.string().trim().min(1),
      }),
    )
    .output(postedSchema),
};

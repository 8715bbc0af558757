import { z } from "zod";
import { figureSchema, sourceRefSchema } from "./finding.ts";
import {
  command,
  dateSchema,
  idSchema,
  minorSchema,
  pageOf,
  pageShape,
  query,
} from "./procedure.ts";
import { causesSchema } from "./treasury-causes.ts";

/** A figure of a kept analysis, under a name that stays from one analysis to the next. */
export const keptFigureSchema = figureSchema.extend({
  key: z.string(),
  /** The party that the figure is about, where it is about one. */
  name: z.string().nullable(),
});
export type KeptFigure = z.infer<typeof keptFigureSchema>;

const keptAnalysisShape = {
  analysisId: idSchema,
  engine: z.string(),
  version: z.number().int(),
  asOn: dateSchema,
  /** Hexadecimal SHA-256 of the rows that the engine read, in canonical form. */
  inputsSha256: z.string(),
  atMs: z.number().int(),
  person: z.string(),
};
export const keptAnalysisSchema = z.object(keptAnalysisShape);
export type KeptAnalysis = z.infer<typeof keptAnalysisSchema>;

/** A figure that is not what it was; one side is null when the figure came or went. */
export const movedFigureSchema = z.object({
  ...{ key: z.string(), name: z.string().nullable(), unit: figureSchema.shape.unit },
  from: z.number().nullable(),
  to: z.number().nullable(),
  change: z.number().nullable(),
  reliability: figureSchema.shape.reliability,
  refs: z.array(sourceRefSchema),
});
export type MovedFigure = z.infer<typeof movedFigureSchema>;

/** A figure's move with its parts, which add up to it, and what stands out from chance. */
const whySchema = causesSchema.pick({
  ...{ kpi: true, fromOn: true, toOn: true, opening: true, closing: true },
  ...{ bridge: true, named: true },
});
export type WhyMoved = z.infer<typeof whySchema>;

const analysisStamp = z.object({
  ...{ analysisId: idSchema, asOn: dateSchema, version: z.number().int() },
});

export const analyseOutcomeSchema = z.object({
  engine: z.string(),
  /** `same`: the rows and the engine are those of the last kept one, which `analysisId` names. */
  outcome: z.enum(["kept", "same", "refused"]),
  analysisId: idSchema.nullable(),
  asOn: dateSchema,
  refusal: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
});
export type AnalyseOutcome = z.infer<typeof analyseOutcomeSchema>;

export const proposalKindSchema = z.enum(["remind", "floor", "indicator"]);

/** What the risk agent proposes to a person; nothing is done before somebody does it. */
export const proposalSchema = z.object({
  proposalId: idSchema,
  kind: proposalKindSchema,
  /** What it is about: `invoice:12`, `floor`, `indicator:dso`. */
  subject: z.string(),
  /**
   * Cents at stake: expected not to come by `judgeOn` (remind), missing under the floor (floor), or
   * held back by the move (indicator). What acting may bring is at most that.
   */
  effectMinor: minorSchema,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  refs: z.array(sourceRefSchema),
  reliability: figureSchema.shape.reliability,
  madeOn: dateSchema,
  /** Day on which the book says what came of it. */
  judgeOn: dateSchema,
  /** `lapsed`: judged before anybody decided. A postponed one is open again after its day. */
  state: z.enum(["open", "accepted", "refused", "postponed", "lapsed"]),
  decision: z
    .object({
      reason: z.string(),
      untilOn: dateSchema.nullable(),
      atMs: z.number().int(),
      person: z.string(),
    })
    .nullable(),
  outcome: z
    .object({
      outcome: z.enum(["reached", "partly", "missed", "unknown"]),
      /** Cents that came by the day said, where the outcome is counted in cents. */
      effectMinor: minorSchema.nullable(),
      judgedOn: dateSchema,
    })
    .nullable(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What the treasury remembers, what its agent proposes. */
export const memoryProcedures = {
  analyse: command({
    fr: "Fait tourner les moteurs de trésorerie et garde ce qu'ils trouvent.",
    en: "Runs the treasury engines and keeps what they find.",
  })
    .input(z.object({ engines: z.array(z.string()).min(1).optional() }))
    .output(z.array(analyseOutcomeSchema)),
  analyses: query({
    fr: "Liste les analyses gardées, la plus récente d'abord.",
    en: "Lists the kept analyses, newest first.",
  })
    .input(z.object({ ...pageShape, engine: z.string().optional() }))
    .output(pageOf(keptAnalysisSchema)),
  getAnalysis: query({
    fr: "Ouvre une analyse gardée : résultat et chiffres.",
    en: "Opens a kept analysis: its result and figures.",
  })
    .input(z.object({ analysisId: idSchema }))
    .output(
      z.object({ ...keptAnalysisShape, result: z.unknown(), figures: z.array(keptFigureSchema) }),
    ),
  whatChanged: query({
    fr: "Compare deux analyses d'un moteur : ce qui a bougé, le plus fort d'abord, et pourquoi.",
    en: "Compares two analyses of an engine: what moved, most moved first, and why.",
  })
    .input(
      z.object({
        engine: z.string(),
        /** Left out: the last one whose day is a week or more before, else the first. */
        fromId: idSchema.optional(),
        /** Left out: the last one. */
        toId: idSchema.optional(),
        limit: z.number().int().min(1).max(500).default(50),
      }),
    )
    .output(
      z.object({
        engine: z.string(),
        /** Null while there is nothing earlier to compare with. */
        from: analysisStamp.nullable(),
        to: analysisStamp,
        moved: z.array(movedFigureSchema),
        movedCount: z.number().int(),
        /** Why cash and collection days moved between the two days, where the engine tells of them. */
        why: z.array(whySchema),
      }),
    ),
  proposals: query({
    fr: "Liste ce que propose l'agent de trésorerie, ce qui a été décidé et ce qui en est advenu.",
    en: "Lists what the treasury agent proposes, what was decided and what came of it.",
  })
    .input(z.object({ ...pageShape, state: proposalSchema.shape.state.optional() }))
    .output(pageOf(proposalSchema)),
  decideProposal: command({
    fr: "Accepte, refuse ou remet à plus tard une proposition, avec la raison.",
    en: "Accepts, refuses or postpones a proposal, with the reason.",
  })
    .input(
      z.object({
        proposalId: idSchema,
        decision: z.enum(["accepted", "refused", "postponed"]),
        reason: z.string().trim().max(500).default(""),
        /** Of a postponed one: the day from which it is asked again. */
        untilOn: dateSchema.optional(),
      }),
    )
    .output(proposalSchema),
};

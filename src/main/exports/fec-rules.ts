import { fecLawRules } from "./fec-law-rules.ts";
import { fecOfficialRules } from "./fec-official-rules.ts";

/** Every rule of the checker, by its id. */
export const fecRules = { ...fecOfficialRules, ...fecLawRules } as const;

export type FecRuleId = keyof typeof fecRules;

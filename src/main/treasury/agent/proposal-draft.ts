import type { SourceRef } from "#contract/finding.ts";
import type { Proposal } from "#contract/treasury-memory.ts";

/** A proposal before it is kept. */
export interface ProposalDraft {
  kind: Proposal["kind"];
  subject: string;
  /** Cents at stake, never negative. */
  effectMinor: number;
  facts: Record<string, string | number>;
  refs: SourceRef[];
  reliability: Proposal["reliability"];
  judgeOn: string;
}

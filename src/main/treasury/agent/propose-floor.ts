import type { Forecast } from "#contract/treasury.ts";
import type { ProposalDraft } from "./proposal-draft.ts";

const MOST_REFS = 5;

/**
 * Where the expected curve goes under the floor: what must be found, and before which day. The low
 * edge of the band alone proposes nothing, for it is crossed once in ten by luck.
 */
export function proposeFloor(found: Forecast, asOn: string): ProposalDraft[] {
  const { days, lowest, floorMinor, reliability } = found;
  const first = days.find((day) => day.on > asOn && day.balanceMinor < floorMinor);
  if (first === undefined) return [];
  const judgeOn = lowest.on > asOn ? lowest.on : first.on;
  const lowestMinor = days.find((day) => day.on === judgeOn)?.balanceMinor ?? lowest.balanceMinor;
  const flows = days
    .filter((day) => day.on <= judgeOn)
    .flatMap((day) => day.flows)
    .filter((flow) => flow.amountMinor < 0 && flow.refs.length > 0)
    .sort((a, b) => a.amountMinor - b.amountMinor)
    .slice(0, MOST_REFS);
  const refs = flows.flatMap((flow) => flow.refs.slice(0, 1));
  return [
    {
      kind: "floor",
      subject: "floor",
      effectMinor: floorMinor - lowestMinor,
      facts: { floorMinor, crossedOn: first.on, lowestOn: judgeOn, lowestMinor },
      refs: refs.map(({ kind, id }) => ({
        kind: kind as ProposalDraft["refs"][number]["kind"],
        id: String(id),
      })),
      reliability,
      judgeOn,
    },
  ];
}

import type { PartyPatternRow } from "#contract/treasury.ts";
import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { gradeReliability } from "../engines/small-data.ts";
import { paidHistory } from "../forecast.ts";
import { patternsOf } from "../patterns.ts";
import type { Analysis } from "./engine-registry.ts";

/** Parties whose figures are kept, on each side: those with most open. */
const MOST_PARTIES = 200;

/** How customers pay and suppliers are paid, as an analysis to keep. */
export function analysePatterns(read: ReadHandle, asOn: string): Analysis {
  const paid = paidHistory(read).filter((p) => p.paidOn <= asOn);
  const sides = (["customer", "supplier"] as const).map((side) => {
    const { parties, reliability } = patternsOf(read, { side, asOn });
    return { side, parties: parties.slice(0, MOST_PARTIES), reliability };
  });
  const figures = sides.flatMap(({ parties, reliability }) =>
    parties.flatMap((party) => partyFigures(party, reliability.periodDays)),
  );
  const open = sides.map(({ parties }) => parties.map((p) => `${p.partyId}:${p.openMinor}`));
  return { asOn, inputs: { asOn, paid, open }, result: { sides }, figures };
}

function partyFigures(party: PartyPatternRow, periodDays: number): KeptFigure[] {
  const { partyId, partyName: name, observations } = party;
  const shared = {
    name,
    reliability: gradeReliability(observations, periodDays),
    refs: [{ kind: "party" as const, id: String(partyId) }],
  };
  return [
    { key: `party:${partyId}:usual-delay`, value: party.p50Days, unit: "days", ...shared },
    { key: `party:${partyId}:late-share`, value: party.shareLate, unit: "share", ...shared },
    { key: `party:${partyId}:open`, value: party.openMinor, unit: "minor", ...shared },
  ];
}

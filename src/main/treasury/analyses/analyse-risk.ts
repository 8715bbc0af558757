import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { riskInput, riskOf } from "../risk.ts";
import type { Analysis } from "./engine-registry.ts";

/** Clients whose figures are kept: the riskiest. */
const MOST_CLIENTS = 200;

/** The risk of late payment as an analysis to keep: each client's score, and what it owes late. */
export function analyseRisk(read: ReadHandle, asOn: string): Analysis {
  const inputs = riskInput(read, asOn);
  const result = riskOf(read, asOn, inputs);
  const figures = result.clients.slice(0, MOST_CLIENTS).flatMap((client): KeptFigure[] => {
    const { partyId, partyName: name, reliability, score, lateMinor } = client;
    const refs = [{ kind: "party" as const, id: String(partyId) }, ...client.refs];
    const shared = { name, reliability, refs };
    return [
      { key: `party:${partyId}:risk-score`, value: score, unit: "score", ...shared },
      { key: `party:${partyId}:late`, value: lateMinor, unit: "minor", ...shared },
    ];
  });
  return { asOn, inputs, result, figures };
}

import type { ReadHandle } from "#main/store/handle.ts";
import { riskScores } from "./engines/risk-score.ts";
import { tradeInput } from "./forecast.ts";

/** The rows that the scores stand on. */
export function riskInput(read: ReadHandle, asOn: string) {
  return { asOn, ...tradeInput(read, asOn) };
}

/** Every client's risk score with its name and what it owes. */
export function riskOf(read: ReadHandle, asOn: string, input = riskInput(read, asOn)) {
  const scores = riskScores(input);
  const names = new Map(
    (read.reading("SELECT id, name FROM party").all() as { id: number; name: string }[]).map(
      (party) => [String(party.id), party.name],
    ),
  );
  return {
    ...scores,
    clients: scores.clients.map((client) => ({
      ...client,
      partyId: Number(client.partyId),
      partyName: names.get(client.partyId) ?? client.partyId,
      // Open items are named `invoice:157`; a reference carries the identifier alone.
      refs: client.refs.map(({ kind, id }) => ({ kind, id: id.slice(id.indexOf(":") + 1) })),
    })),
  };
}

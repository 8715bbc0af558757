import { expect, test } from "vitest";
import type { ClientRiskRow } from "#contract/treasury-risk.ts";
import { reasonsOf, riskSentence } from "#renderer/treasury/risk-words.ts";
import { clientWords } from "#renderer/words/clients.ts";
import { pickWords } from "#renderer/words/words.ts";

const w = pickWords(clientWords, "fr");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const client = (over: Partial<ClientRiskRow>): ClientRiskRow => ({
  ...{ partyId: 1, partyName: "Vauban", score: 40, lateChance: 0.6, portfolioScore: 60 },
  reasons: [
    { input: "late-15-share", points: -21 },
    { input: "term", points: 1 },
  ],
  ...{ payments: 12, openMinor: 50_000, lateMinor: 20_000, refs: [] },
  reliability: { grade: "B", observations: 12, periodDays: 300 },
  ...over,
});
const told = (clients: ClientRiskRow[]) =>
  plain(riskSentence(clients, w, { language: "fr", money: (minor) => `${minor / 100} €` }));

test("reasons carry their signed points; below three payments the score is an estimate", () => {
  expect(reasonsOf(client({}), w, "fr").map(plain)).toEqual([
    "part de retards de plus de 15 j : −21",
    "délai accordé : +1",
  ]);
  expect(reasonsOf(client({ payments: 2 }), w, "fr")).toEqual([w.fromPortfolio]);
});

test("the sentence sums what those who will probably be late owe, and no other", () => {
  const good = client({ lateChance: 0.1, openMinor: 900_000 });
  expect(told([good])).toMatch(/^Aucun client sur 1 n/);
  expect(told([client({}), good])).toMatch(/^Vauban .*il doit 500 €, dont 200 € déjà en retard/);
  expect(told([client({}), client({ openMinor: 10_000, lateMinor: 0 }), good])).toMatch(
    /^2 clients sur 3 .*ils doivent 600 €, dont 200 €/,
  );
});

import { addMonths } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { costDrift } from "../engines/cost-drift.ts";
import type { CostRow } from "../engines/cost-streams.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const FIRST_ON = "2024-01-08";
const AS_ON = "2026-06-30";
const MONTHS = 30;

/** Thirty monthly bills of about 400 € with 0.3 % of noise, times what is planted in each. */
function bills(partyId: string, factor: (place: number) => number = () => 1): CostRow[] {
  const source = random(Number(partyId));
  return Array.from({ length: MONTHS }, (_, place) => ({
    ref: { kind: "bill", id: `${partyId}-${place}` },
    on: addMonths(FIRST_ON, place),
    amountMinor: Math.round(40_000 * factor(place) * Math.exp(0.003 * source.normal())),
    ...{ account: `61${partyId}000`, partyId, label: "Abonnement", hasDocument: true },
  }));
}

const read = (rows: CostRow[]) => costDrift({ asOn: AS_ON, rows, months: [] });

/** What the cost drift engine must find. */
export const costDriftTruths: PlantedTruth[] = [
  {
    name: "one supplier of ten raises its price by 4 %",
    isFound: () => {
      const others = Array.from({ length: 9 }, (_, i) => bills(String(i + 10)));
      const { moves } = read([bills("42", (n) => (n < 20 ? 1 : 1.04)), ...others].flat());
      const [move, ...more] = moves;
      const yearly = move?.yearly.value ?? 0;
      return (
        more.length === 0 &&
        move?.kind === "step" &&
        move.partyId === "42" &&
        move.on === addMonths(FIRST_ON, 20) &&
        Math.abs(yearly - 12 * 1600) < 12 * 200
      );
    },
  },
  {
    name: "a price that creeps by 0.5 % a month, which no month shows",
    isFound: () => {
      const { moves } = read(bills("42", (n) => 1.005 ** n));
      return moves.length === 1 && moves[0]?.kind === "drift" && moves[0].change > 0.03;
    },
  },
  {
    name: "no move in twenty steady costs, and nothing to ask about",
    isFound: () => {
      const found = read(Array.from({ length: 20 }, (_, i) => bills(String(i + 10))).flat());
      return (
        found.streams.length === 20 && found.moves.length === 0 && found.questions.length === 0
      );
    },
  },
  {
    name: "a monthly payment without any document is asked about, its neighbours are not",
    isFound: () => {
      const bare = bills("51").map((row): CostRow => {
        const { partyId: _, ...rest } = row;
        return { ...rest, label: "PRLV CLUB OUTILS", hasDocument: false };
      });
      const { questions } = read([...bare, ...bills("12"), ...bills("13")]);
      return questions.length === 1 && questions[0]?.reasons[0] === "no-document";
    },
  },
];

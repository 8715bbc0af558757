import { random } from "#main/base/random.ts";
import { marginRates, type RateGroup } from "../engines/margin-rates.ts";
import type { PlantedTruth } from "./planted-truth.ts";

/** Customers of twenty sales each, at the rates given, one sale off the rate by 10 points or so. */
function customers(seed: number, rates: readonly number[]): RateGroup[] {
  const { next, normal } = random(seed);
  return rates.map((rate, i) => ({
    id: `c${i}`,
    observed: Array.from({ length: 20 }, () => {
      const netMinor = 50_000 + Math.round(next() * 100_000);
      return { netMinor, marginMinor: Math.round(netMinor * (rate + 0.1 * normal())) };
    }),
  }));
}

/** What the margin engine must find. */
export const marginTruths: PlantedTruth[] = [
  {
    name: "a customer at 10 % among others at 40 % comes last, and alone",
    isFound: () => {
      const found = marginRates(customers(3, [0.4, 0.4, 0.1, 0.4, 0.4]));
      const low = found.find((one) => one.id === "c2");
      return low?.rank === 5 && found.filter((one) => one.rank === 5).length === 1;
    },
  },
  {
    name: "customers of one same rate are not ranked apart",
    isFound: () => {
      const ranks = new Set(
        marginRates(customers(4, [0.3, 0.3, 0.3, 0.3, 0.3])).map((one) => one.rank),
      );
      return ranks.size === 1;
    },
  },
];

import { addMonths } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { type SeriesRow, seasonality } from "../engines/seasonality.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const FIRST_ON = "2022-01-03";
const AUGUST = 7;

/** Months of about 100,000 € with some noise, times what is planted in each. */
function planted(
  months: number,
  factor: (place: number, calendar: number) => number,
  noise = 0.1,
): SeriesRow[] {
  const source = random(20_260_101 + months);
  return Array.from({ length: months }, (_, place) => {
    const on = addMonths(FIRST_ON, place);
    const level = 10_000_000 * factor(place, Number(on.slice(5, 7)) - 1);
    const amountMinor = Math.round(level * Math.exp(noise * source.normal()));
    return { ref: { kind: "invoice", id: String(place) }, on, amountMinor };
  });
}

const read = (rows: SeriesRow[]) =>
  seasonality({ asOn: addMonths("2022-01-31", rows.length - 1), rows });

/** What the seasonality engine must find. */
export const seasonalityTruths: PlantedTruth[] = [
  {
    name: "four years whose August falls to 40 %, and no other month",
    isFound: () => {
      const found = read(planted(48, (_, m) => (m === AUGUST ? 0.4 : 1)));
      const values = found.months.map((m) => m.index.value ?? 1);
      const others = values.filter((_, m) => m !== AUGUST);
      return (
        found.isActive &&
        Math.abs((values[AUGUST] ?? 1) - 0.4 / 0.95) < 0.1 &&
        others.every((value) => Math.abs(value - 1 / 0.95) < 0.15)
      );
    },
  },
  {
    name: "two years with the same strong season, shrunk by half",
    isFound: () => {
      const found = read(planted(24, (_, m) => (m < 6 ? 1.5 : 0.5), 0.05));
      return found.isActive && found.weight === 0.5 && (found.months[0]?.index.value ?? 1) > 1.15;
    },
  },
  {
    name: "no season in four years of noise",
    isFound: () => !read(planted(48, () => 1, 0.2)).isActive,
  },
  {
    name: "no season from one extreme year",
    isFound: () => !read(planted(36, (place, m) => (place < 12 && m === 11 ? 4 : 1))).isActive,
  },
  {
    name: "no season from growth alone",
    isFound: () => !read(planted(36, (place) => 1.3 ** (place / 12))).isActive,
  },
];

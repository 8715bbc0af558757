import type { SourceRef } from "#contract/finding.ts";
import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { forecastCash } from "../engines/cash-forecast.ts";
import type { CashForecast, ForecastDay } from "../engines/forecast-model.ts";
import { cashPosition, forecastInput } from "../forecast.ts";
import type { Analysis } from "./engine-registry.ts";

const MOST_REFS = 5;

/**
 * The cash forecast as an analysis to keep. It stands on the last day whose balance is known; what
 * it keeps of each day is the curve and its band.
 */
export function analyseForecast(read: ReadHandle, askedOn: string): Analysis {
  const { asOn: knownOn } = cashPosition(read);
  const asOn = knownOn !== null && knownOn < askedOn ? knownOn : askedOn;
  const inputs = forecastInput(read, { asOn, todayOn: askedOn });
  const found = forecastCash(inputs);
  const { lowest, floor, at, layers, notes, reliability } = found;
  const curve = found.days.map(({ flows: _flows, ...day }) => day);
  const result = { lowest, floor, at, layers, notes, reliability, curve };
  return { asOn, inputs, result, figures: forecastFigures(found) };
}

function forecastFigures(found: CashForecast): KeptFigure[] {
  const { at, days, lowest, reliability } = found;
  const minor = (key: string, value: number | null, untilOn: string): KeptFigure => ({
    ...{ key, name: null, value, unit: "minor", reliability },
    refs: heaviest(days.filter((day) => day.on <= untilOn)),
  });
  const known = { grade: "A", observations: 1, periodDays: 0 } as const;
  return [
    { ...minor("balance", found.openingMinor, found.asOn), reliability: known },
    minor("d30", at.d30?.balanceMinor ?? null, at.d30?.on ?? ""),
    minor("d60", at.d60?.balanceMinor ?? null, at.d60?.on ?? ""),
    minor("d90", at.d90?.balanceMinor ?? null, at.d90?.on ?? ""),
    minor("lowest", lowest.balanceMinor, lowest.on),
    minor("above-floor", lowest.balanceMinor - found.floor.minor, lowest.on),
  ];
}

/** The rows behind the largest flows of these days. */
function heaviest(days: readonly ForecastDay[]): SourceRef[] {
  const flows = days.flatMap((day) => day.flows).filter((flow) => flow.refs.length > 0);
  flows.sort((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor));
  const refs = flows
    .slice(0, MOST_REFS)
    .flatMap((flow) => flow.refs.slice(0, 1))
    .map(({ kind, id }): SourceRef => ({ kind, id: id.split(":").at(-1) ?? id }));
  return refs.filter(
    (ref, i) => refs.findIndex((r) => r.kind === ref.kind && r.id === ref.id) === i,
  );
}

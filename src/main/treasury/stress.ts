import type { StressScenario } from "#contract/treasury-stress.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { forecastLayers } from "./engines/forecast-layers.ts";
import { stressModel } from "./engines/stress-model.ts";
import { STRESS_RUNS } from "./engines/stress-test.ts";
import { forecastInput } from "./forecast.ts";
import type { StressRequest } from "./stress-messages.ts";

/**
 * Share of customers that fail in a year, before what each one's lateness says. The book keeps no
 * register of failures, so this is an assumption: near the failures of French companies a year.
 */
const YEARLY_LOSS = 0.015;

/** What the stress test of the book is asked, with what its answer says beside the findings. */
export function stressRequest(
  read: ReadHandle,
  asked: { asOn?: string | undefined; todayOn: string; days: number; scenarios: StressScenario[] },
) {
  const input = forecastInput(read, { ...asked, horizonDays: asked.days });
  const { asOn, balanceMinor, floorMinor } = input;
  const layers = forecastLayers(input);
  const model = stressModel(input, layers, YEARLY_LOSS);
  const { reliability } = layers.sides.customer;
  const scenarios = [...new Set(asked.scenarios)];
  const request: StressRequest = { model, asOn, scenarios, reliability, runs: STRESS_RUNS };
  const top = model.topClient;
  const topClient = top
    ? { partyId: Number(top.partyId), name: nameOf(read, top.partyId), share: top.share }
    : null;
  const hasNewBusiness = layers.inHeadline;
  const about = { asOn, balanceMinor, floorMinor, runs: STRESS_RUNS, topClient, hasNewBusiness };
  return { request, about: { ...about, reliability } };
}

function nameOf(read: ReadHandle, partyId: string): string {
  const row = read.reading("SELECT name FROM party WHERE id = ?").get(Number(partyId)) as
    | { name: string }
    | undefined;
  return row?.name ?? partyId;
}

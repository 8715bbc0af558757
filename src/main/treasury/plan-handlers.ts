import { actOf, answer, bookOf, office, readOf, run } from "#main/security/office-context.ts";
import { freezeForecast, frozenCompared, frozenForecasts } from "./frozen-forecasts.ts";
import {
  changeScenario,
  createScenario,
  listScenarios,
  removeScenario,
  scenariosCompared,
} from "./scenarios.ts";

import { yearAhead } from "./year-ahead.ts";

const o = office.treasury;

/** The procedures of scenarios and of frozen forecasts. */
export const planHandlers = {
  scenarios: o.scenarios.handler(({ context }) => listScenarios(readOf(context))),
  createScenario: o.createScenario.handler(({ context, input }) => {
    const command = "treasury.createScenario";
    return run(context, command, (tx) => createScenario(tx, actOf(context, command), input));
  }),
  changeScenario: o.changeScenario.handler(({ context, input }) => {
    const command = "treasury.changeScenario";
    return run(context, command, (tx) => changeScenario(tx, actOf(context, command), input));
  }),
  removeScenario: o.removeScenario.handler(({ context, input }) =>
    run(context, "treasury.removeScenario", (tx) => removeScenario(tx, input.scenarioId)),
  ),
  compareScenarios: o.compareScenarios.handler(({ context, input }) =>
    answer(
      bookOf(context).snapshot((read) =>
        scenariosCompared(read, { ...input, todayOn: dayOf(context.now()) }),
      ),
    ),
  ),
  freezeForecast: o.freezeForecast.handler(({ context, input }) => {
    const command = "treasury.freezeForecast";
    const asked = { ...input, todayOn: dayOf(context.now()) };
    return run(context, command, (tx) => freezeForecast(tx, actOf(context, command), asked));
  }),
  frozenForecasts: o.frozenForecasts.handler(({ context }) => frozenForecasts(readOf(context))),
  yearAhead: o.yearAhead.handler(({ context }) =>
    bookOf(context).snapshot((read) => yearAhead(read, dayOf(context.now()))),
  ),
  compareFrozen: o.compareFrozen.handler(({ context, input }) =>
    answer(bookOf(context).snapshot((read) => frozenCompared(read, input.frozenId))),
  ),
};

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

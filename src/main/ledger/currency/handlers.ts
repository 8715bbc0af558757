import { readUpload } from "#main/automation/import-run.ts";
import { isRefusal, refuse } from "#main/base/refusal.ts";
import {
  actOf,
  answer,
  type OfficeContext,
  office,
  readOf,
  run,
  stream,
  writableOf,
} from "#main/security/office-context.ts";
import { listRates, rateOn, rateSource } from "./exchange-rates.ts";
import { importRates } from "./import-rates.ts";
import { valuedPositions } from "./open-positions.ts";
import type { RatePort } from "./rate-port.ts";
import { revalue } from "./revalue.ts";

const o = office.currency;

/** The procedures of foreign currencies; `rates` is the only way out to the network. */
export function currencyHandlers(rates: RatePort) {
  return {
    listRates: o.listRates.handler(({ context, input }) => listRates(readOf(context), input)),
    rateOn: o.rateOn.handler(({ context, input }) => answer(rateOn(readOf(context), input))),
    rateSource: o.rateSource.handler(({ context }) => rateSource(readOf(context))),
    positions: o.positions.handler(({ context, input }) =>
      valuedPositions(readOf(context), input.asOn),
    ),
    importRates: o.importRates.handler(async function* ({ context, input, signal }) {
      const command = "currency.importRates";
      const { preview } = input;
      const work = importRates(actOf(context, command), await readUpload(input.file), input);
      return yield* stream({ context, command, signal, preview }, work);
    }),
    setRateSource: o.setRateSource.handler(({ context, input }) =>
      run(context, "currency.setRateSource", (tx) => {
        tx.writing("UPDATE rate_source SET is_on = ?").run(input.isOn ? 1 : 0);
        return { result: input, audit: { subject: "exchange rates", after: input } };
      }),
    ),
    fetchRates: o.fetchRates.handler(({ context, signal }) => fetchRates(rates, context, signal)),
    revalue: o.revalue.handler(({ context, input }) => revalued(context, input)),
  };
}

async function* fetchRates(
  rates: RatePort,
  context: OfficeContext,
  signal: AbortSignal | undefined,
) {
  const command = "currency.fetchRates";
  if (!rateSource(writableOf(context).read).isOn) answer(refuse("currency.source-off", {}));
  const file = answer(await rates.latest(signal ?? new AbortController().signal));
  const work = importRates(actOf(context, command), file, { preview: false });
  return yield* stream({ context, command, signal }, work);
}

async function revalued(context: OfficeContext, input: { asOn: string; preview: boolean }) {
  const command = "currency.revalue";
  const act = { ...actOf(context, command), preview: input.preview };
  const done = await writableOf(context).transact(act, (tx) => {
    const result = revalue(tx, act, input);
    if (isRefusal(result)) return result;
    return { result, audit: { subject: `currencies at ${input.asOn}`, after: result.entries } };
  });
  return answer(done);
}

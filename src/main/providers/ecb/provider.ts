import { isRefusal } from "#main/base/refusal.ts";
import type { RatePort } from "#main/ledger/currency/rate-port.ts";
import type { EcbClient } from "./client.ts";

const PATH = "/stats/eurofxref/eurofxref-hist-90d.xml";

/** The ECB's euro reference rates of the last 90 days. */
export function ecbRates(client: EcbClient): RatePort {
  return {
    async latest(signal) {
      const bytes = await client.get(PATH, signal);
      return isRefusal(bytes) ? bytes : { name: "eurofxref-hist-90d.xml", bytes };
    },
  };
}

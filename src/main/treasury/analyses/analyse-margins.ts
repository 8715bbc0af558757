import { addDays, addMonths } from "#contract/date.ts";
import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { marginInput, marginsOf } from "../margins.ts";
import type { Analysis } from "./engine-registry.ts";

const YEAR_MONTHS = 12;
const MOST_CLIENTS = 200;

/** The margins of the last twelve months as an analysis to keep: the ledger's, and each client's. */
export function analyseMargins(read: ReadHandle, asOn: string): Analysis {
  const fromOn = addDays(addMonths(asOn, -YEAR_MONTHS), 1);
  const asked = { fromOn, toOn: asOn };
  const inputs = marginInput(read, asked);
  const result = marginsOf(read, asked, inputs);
  const total = (key: string, value: number): KeptFigure => ({
    ...{ key, name: null, value, unit: "minor" },
    // A sum of the ledger is what it is, however few its rows.
    reliability: { grade: "A", observations: inputs.period.sales.length, periodDays: 365 },
    refs: result.families.slice(0, 5).map(({ account }) => ({ kind: "account", id: account })),
  });
  const { salesMinor, directMinor, marginMinor } = result.totals;
  const clients = result.clients.slice(0, MOST_CLIENTS).map((client): KeptFigure => {
    const { partyId, partyName: name, margin } = client;
    return { key: `party:${partyId ?? "none"}:margin`, name, ...margin };
  });
  const totals = [total("sales", salesMinor), total("direct", directMinor)];
  const figures = [...totals, total("margin", marginMinor), ...clients];
  return { asOn, inputs, result, figures };
}

import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { benchEngines } from "./engines.ts";
import { benchEntryGrid } from "./entry-grid.ts";
import { benchFecImport } from "./fec-import.ts";
import { benchGridScreen } from "./grid-screen.ts";
import { benchLargeStatement } from "./large-statement.ts";
import { benchLettering } from "./lettering.ts";
import { benchMatching, benchSmallCompany } from "./matching.ts";
import { benchOcr } from "./ocr.ts";
import { benchPosting } from "./posting.ts";
import { benchReports } from "./reports.ts";
import { type BenchRow, printRows } from "./rows.ts";
import { benchScreen } from "./screen.ts";
import { benchStatements } from "./statements.ts";
import { benchStress } from "./stress.ts";
import { benchForecastSpeed } from "./treasury/forecast-speed.ts";
import { benchTreasury, printTreasury } from "./treasury/treasury.ts";

/**
 * `npm run bench [-- name …] [--json] [--quick]`: seeded data, medians, ratios in one run.
 * `treasury --data FILE --map MAP.json` measures on a table of receivables; with `--json` its
 * figures go to the standard output, everything else to the error output.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    data: { type: "string" },
    map: { type: "string" },
  },
});
const sizes = values.quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
const parts: Record<string, () => Promise<BenchRow[] | unknown> | unknown> = {
  posting: benchPosting,
  reports: () => benchReports(sizes),
  statements: benchStatements,
  screen: benchScreen,
  "entry-grid": benchEntryGrid,
  "grid-screen": benchGridScreen,
  "fec-import": () => benchFecImport(values.quick ? [10_000] : [10_000, 100_000]),
  lettering: () => benchLettering(),
  "large-statement": () => (values.quick ? [] : benchLargeStatement()),
  matching: () => ({
    smallCompanySeconds: benchSmallCompany(),
    sizes: benchMatching({ sizes: values.quick ? [1000] : [1000, 10_000, 50_000] }),
  }),
  treasury: () => treasury(),
  "forecast-speed": () => benchForecastSpeed(),
  engines: benchEngines,
  stress: benchStress,
  ocr: () => benchOcr(),
};
const asked = positionals.length > 0 ? positionals : Object.keys(parts);
const results: Record<string, unknown> = {};
for (const name of asked) {
  const part = parts[name];
  if (part === undefined) {
    console.error(`Unknown bench "${name}"; one of ${Object.keys(parts).join(", ")}.`);
    process.exit(2);
  }
  console.error(`── ${name}`);
  const result = await part();
  results[name] = result;
  if (isRows(result)) printRows(result);
}
if (values.json) {
  mkdirSync("test-results", { recursive: true });
  writeFileSync("test-results/bench.json", `${JSON.stringify(results, undefined, 2)}\n`);
}

function treasury() {
  const { data, map } = values;
  if ((data === undefined) !== (map === undefined)) {
    console.error("The treasury bench needs both --data FILE and --map MAP.json.");
    process.exit(2);
  }
  const file = data !== undefined && map !== undefined ? { data, map } : undefined;
  const result = benchTreasury(file);
  if (values.json) console.log(JSON.stringify(result, undefined, 2));
  else printTreasury(result);
  return result;
}

function isRows(result: unknown): result is BenchRow[] {
  return Array.isArray(result) && result.every((r) => "unit" in (r as object));
}

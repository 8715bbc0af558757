// Adds up the reports of both test runners into one closing line.
import { readFileSync } from "node:fs";

const [unitFile, endToEndFile] = process.argv.slice(2);
const unit = JSON.parse(readFileSync(unitFile, "utf8"));
const { stats } = JSON.parse(readFileSync(endToEndFile, "utf8"));
const passed = unit.numPassedTests + stats.expected + stats.flaky;
const failed = unit.numFailedTests + stats.unexpected;
const skipped = unit.numPendingTests + stats.skipped;
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);

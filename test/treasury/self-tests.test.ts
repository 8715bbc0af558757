import { expect, test } from "vitest";
import { runSelfTests, testedEngines } from "#main/treasury/self-tests/run-self-tests.ts";

test.each(testedEngines)("the engine %s finds every truth planted for it", (engine) => {
  const found = runSelfTests(engine);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((one) => !one.isFound)).toEqual([]);
});

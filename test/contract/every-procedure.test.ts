import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { procedures } from "#contract/procedures.ts";
import { kebab } from "#main/doors/terminal/kebab.ts";
import { trackedFiles } from "../tidy/tracked-files.ts";

const tests = trackedFiles()
  .filter((f) => /^test\/.*\.ts$/.test(f) && f !== "test/contract/every-procedure.test.ts")
  .map((f) => readFileSync(f, "utf8"));

/**
 * The compiler asks a handler for each name of the contract (`office.router` in `app.ts`); this
 * asks a test for each: a call through the contract, or one on the terminal.
 */
test.each(procedures.map((p) => p.path))("%s.%s is called in a test", (domain, name) => {
  const called = new RegExp(`\\b(${domain}\\.)?${name}\\(`);
  const typed = new RegExp(`"?${domain}"?,? "?${kebab(name)}\\b`);
  const found = tests.some(
    (text) => (text.includes(domain) && called.test(text)) || typed.test(text),
  );
  expect(found).toBe(true);
});

import { expect, test } from "vitest";
import { procedures } from "#contract/procedures.ts";
import { actionWords } from "#renderer/book/action-words.ts";
import { factRows } from "#renderer/book/fact-rows.ts";
import { isSameKey } from "#renderer/book/same-key.ts";

test("every command reads as words in both languages, without its explanations", () => {
  for (const { path, meta } of procedures.filter((one) => one.meta.kind === "command")) {
    for (const language of ["fr", "en"] as const) {
      const words = actionWords(path.join("."), language);
      expect(meta[language].startsWith(words)).toBe(true);
      expect(words.length).toBeGreaterThan(5);
    }
  }
  expect(actionWords("ledger.postEntry", "fr")).toBe("Valide une écriture");
  expect(actionWords("unknown.command", "fr")).toBe("unknown.command");
});

test("what an action recorded is flattened; text that is not JSON stays whole", () => {
  expect(factRows('{"company":{"name":"A","siren":null},"years":[{"id":1}]}')).toEqual([
    { name: "company.name", value: "A" },
    { name: "company.siren", value: "" },
    { name: "years.0.id", value: "1" },
  ]);
  expect(factRows("backup.db")).toEqual([{ name: "", value: "backup.db" }]);
});

test("a recovery key typed back is the same in any spacing and case, never another one", () => {
  expect(isSameKey(" abc12 0dE0f ", "ABC12-0DE0F")).toBe(true);
  expect(isSameKey("abcl2-OdeOf", "ABC12-0DE0F")).toBe(true);
  expect(isSameKey("ABC12-0DE0G", "ABC12-0DE0F")).toBe(false);
  expect(isSameKey("", "ABC12-0DE0F")).toBe(false);
});

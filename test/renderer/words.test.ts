import { expect, test } from "vitest";
import { frenchSpaces } from "#renderer/words/french-spaces.ts";
import { catalogue, pickWords } from "#renderer/words/words.ts";

test("French punctuation gets its no-break spaces", () => {
  expect(frenchSpaces("Valider ? Oui ; non : « FA-1 » n° 3, 20 %")).toBe(
    "Valider\u202f? Oui\u202f; non\u00a0: «\u00a0FA-1\u00a0» n°\u00a03, 20\u00a0%",
  );
});

const said = catalogue({
  save: { fr: "Enregistrer ?", en: "Save?" },
  rows: {
    fr: (count: number) => `${count} lignes !`,
    en: (count: number) => `${count} rows`,
  },
});

test("a catalogue gives texts and phrases of one language, the same object each time", () => {
  const french = pickWords(said, "fr");
  expect(french.save).toBe("Enregistrer\u202f?");
  expect(french.rows(3)).toBe("3 lignes\u202f!");
  expect(pickWords(said, "en").rows(2)).toBe("2 rows");
  expect(pickWords(said, "fr")).toBe(french);
});

import { expect, test } from "vitest";
import { keysLabel, matchesKeys, type Pressed } from "#renderer/ui/keys.ts";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, code: string, held: Partial<Pressed> = {}): Pressed => ({
  ...none,
  key,
  code,
  ...held,
});

test("digits are physical keys: on AZERTY the unshifted 1 writes &", () => {
  expect(matchesKeys("mod+Digit1", press("&", "Digit1", { ctrlKey: true }), false)).toBe(true);
  expect(matchesKeys("mod+Digit1", press("&", "Digit1"), false)).toBe(false);
  expect(matchesKeys("mod+Digit1", press("&", "Digit1", { metaKey: true }), true)).toBe(true);
});

test("letters are what they write, wherever the key stands", () => {
  expect(matchesKeys("mod+a", press("a", "KeyQ", { ctrlKey: true }), false)).toBe(true);
  expect(
    matchesKeys("mod+shift+z", press("Z", "KeyW", { ctrlKey: true, shiftKey: true }), false),
  ).toBe(true);
  expect(matchesKeys("mod+z", press("Z", "KeyW", { ctrlKey: true, shiftKey: true }), false)).toBe(
    false,
  );
});

test("AltGr, which Windows reports as Ctrl+Alt, triggers nothing", () => {
  const altGr = press("#", "Digit3", { ctrlKey: true, altKey: true });
  expect(matchesKeys("mod+Digit3", altGr, false)).toBe(false);
  expect(matchesKeys("F1", press("F1", "F1"), false)).toBe(true);
});

test("shortcuts are named as on the person's keyboard", () => {
  expect(keysLabel("mod+shift+z", "fr", false)).toBe("Ctrl+Maj+Z");
  expect(keysLabel("mod+Digit4", "en", false)).toBe("Ctrl+4");
  expect(keysLabel("mod+k", "fr", true)).toBe("⌘K");
  expect(keysLabel("Enter", "fr", false)).toBe("Entrée");
  expect(keysLabel("Escape", "en", false)).toBe("Esc");
  expect(keysLabel("plus", "fr", false)).toBe("+");
});

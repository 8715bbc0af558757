/**
 * A shortcut as written in code: `mod+k`, `mod+shift+z`, `mod+Digit1`, `F1`, `Delete`.
 * `mod` is Ctrl, or Command on a Mac. Digits are bound by physical key, because they need Shift
 * on AZERTY; letters by what they write. Ctrl+Alt is never used: AltGr is Ctrl+Alt on Windows.
 */
export type Keys = string;

/** The part of a keyboard event that a shortcut looks at. */
export interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** True when what was pressed is this shortcut. */
export function matchesKeys(keys: Keys, pressed: Pressed, isMac: boolean): boolean {
  const steps = keys.split("+");
  const last = steps.at(-1) ?? "";
  const wantsMod = steps.includes("mod");
  const isPhysical = /^(Digit|Key|Numpad)/.test(last);
  const mod = isMac ? pressed.metaKey : pressed.ctrlKey;
  const otherMod = isMac ? pressed.ctrlKey : pressed.metaKey;
  if (mod !== wantsMod || otherMod || pressed.altKey !== steps.includes("alt")) return false;
  if (pressed.shiftKey !== steps.includes("shift") && last !== "?") return false;
  if (isPhysical) return pressed.code === last;
  return pressed.key.toLowerCase() === last.toLowerCase();
}

const NAMES: Record<"fr" | "en", Record<string, string>> = {
  fr: {
    mod: "Ctrl",
    shift: "Maj",
    alt: "Alt",
    enter: "Entrée",
    delete: "Suppr",
    escape: "Échap",
    space: "Espace",
    plus: "+",
    minus: "−",
  },
  en: {
    mod: "Ctrl",
    shift: "Shift",
    alt: "Alt",
    enter: "Enter",
    delete: "Delete",
    escape: "Esc",
    space: "Space",
    plus: "+",
    minus: "−",
  },
};

const MAC: Record<string, string> = { mod: "⌘", shift: "⇧", alt: "⌥" };

/** The shortcut as the keyboard of this person names it: `Ctrl+Maj+Z`, `⌘K`. */
export function keysLabel(keys: Keys, language: "fr" | "en", isMac: boolean): string {
  const names = keys.split("+").map((step) => {
    const bare = step.replace(/^(Digit|Key|Numpad)/, "");
    const known = isMac ? (MAC[step] ?? NAMES[language][step]) : NAMES[language][step];
    return known ?? NAMES[language][bare.toLowerCase()] ?? (bare.length === 1 ? upper(bare) : bare);
  });
  return names.join(isMac ? "" : "+");
}

function upper(letter: string): string {
  return letter.toUpperCase();
}

import type { Language } from "#renderer/words/language.ts";

const SIGNED = {
  style: "percent",
  signDisplay: "exceptZero",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
} as const;
const PLAIN = { style: "percent", maximumFractionDigits: 1 } as const;

/** `+12,5 %`: a change as a share (1 is all), always with its sign; true minus. */
export function shareWords(share: number, language: Language): string {
  return share.toLocaleString(language, small(share, SIGNED)).replace("-", "\u2212");
}

/** `12,5 %`: a part of a whole. */
export function plainShare(share: number, language: Language): string {
  return share.toLocaleString(language, small(share, PLAIN)).replace("-", "\u2212");
}

/** Shares under one per cent take one more digit, so that they are not told as nothing. */
function small<O extends Intl.NumberFormatOptions>(share: number, options: O): O {
  return Math.abs(share) < 0.01 ? { ...options, maximumFractionDigits: 2 } : options;
}

/** Words that stand for a number, from two on: "un" and "one" are also articles. */
const NUMBER_WORDS = new Set(
  (
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt " +
    "vingts trente quarante cinquante soixante septante nonante cent cents mille million millions " +
    "milliard milliards moitié tiers quart double triple dizaine douzaine vingtaine centaine millier " +
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred " +
    "hundreds thousand thousands billion half third quarter twice dozen"
  ).split(" "),
);

/** Digits of any script; thousands held together by narrow or no-break spaces, as Intl writes them. */
const NUMBER = /\p{Nd}+(?:[\u00a0\u202f]\p{Nd}{3})*(?:[.,/]\p{Nd}+)*|\p{No}|\p{Nl}/gu;

/**
 * The numbers that a text holds, in digits of any script or in words. Digits that belong together
 * (`1 234,56`, `14/06/2026`) come as one, without their blanks.
 */
export function numbersIn(text: string): string[] {
  const digits = text.match(NUMBER) ?? [];
  const spoken = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [
    ...digits.map((one) => one.replaceAll(/\s/gu, "")),
    ...spoken.filter((word) => NUMBER_WORDS.has(word)),
  ];
}

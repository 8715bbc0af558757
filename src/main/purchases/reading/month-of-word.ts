/** Month names without accents, in French, English, German, Dutch, Spanish and Italian. */
const NAMES: readonly string[][] = [
  ["janvier", "january", "januar", "januari", "enero", "gennaio", "janv"],
  ["fevrier", "february", "februar", "februari", "febrero", "febbraio", "fevr", "fev"],
  ["mars", "march", "marz", "maart", "marzo", "mrz"],
  ["avril", "april", "aprile", "abril", "avr"],
  ["mai", "may", "mei", "mayo", "maggio"],
  ["juin", "june", "juni", "junio", "giugno", "jun"],
  ["juillet", "july", "juli", "julio", "luglio", "juil", "jul"],
  ["aout", "august", "augustus", "agosto", "aou"],
  ["septembre", "september", "septiembre", "settembre", "sept"],
  ["octobre", "october", "oktober", "octubre", "ottobre", "okt"],
  ["novembre", "november", "noviembre"],
  ["decembre", "december", "dezember", "diciembre", "dicembre", "dez"],
];

/**
 * The month (1 to 12) that a word without accents names, in full or shortened to at least three
 * letters, or undefined. A long name may have one wrong letter, as OCR gives.
 */
export function monthOfWord(word: string): number | undefined {
  const exact = indexWhere((name) => name === word);
  if (exact !== undefined) return exact;
  if (word.length < 3) return undefined;
  const started = indexWhere((name) => name.startsWith(word));
  if (started !== undefined) return started;
  return word.length < 6 ? undefined : indexWhere((name) => isOneLetterOff(name, word));
}

function indexWhere(test: (name: string) => boolean): number | undefined {
  const matching = NAMES.flatMap((names, i) => (names.some(test) ? [i + 1] : []));
  return matching.length === 1 ? matching[0] : undefined;
}

function isOneLetterOff(name: string, word: string): boolean {
  if (Math.abs(name.length - word.length) > 1) return false;
  let start = 0;
  while (start < name.length && name[start] === word[start]) start++;
  const longer = Math.max(name.length, word.length);
  for (const [skipName, skipWord] of [
    [1, 1],
    [1, 0],
    [0, 1],
  ] as const) {
    if (start < longer && name.slice(start + skipName) === word.slice(start + skipWord))
      return true;
  }
  return false;
}

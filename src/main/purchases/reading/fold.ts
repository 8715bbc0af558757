/**
 * Lower case without accents, of the same length, so that a position in the folded text is the
 * same position in the original. Typographic dashes, quotes and spaces become the plain ones.
 */
export function fold(text: string): string {
  return Array.from({ length: text.length }, (_, i) => foldCharacter(text[i]!)).join("");
}

function foldCharacter(character: string): string {
  if (character <= "\u007f") return character.toLowerCase();
  if (/[\u2010-\u2015\u2212]/.test(character)) return "-";
  if (/[\u2018\u2019\u02bc]/.test(character)) return "'";
  if (/\s/.test(character)) return " ";
  const base = character.normalize("NFD")[0] ?? character;
  const lower = base.toLowerCase();
  return lower.length === 1 ? lower : base;
}

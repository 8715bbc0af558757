const NO_BREAK = "\u00a0";
const NARROW = "\u202f";

/**
 * Sets the no-break spaces that French typography asks for, so that catalogues can be written
 * with plain spaces: narrow before `; ! ?`, full before `:` and `%` and `€`, inside « … »,
 * and after `n°`.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ ([:%€»])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/n° /g, `n°${NO_BREAK}`);
}

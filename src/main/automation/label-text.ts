/** Without accents and single-spaced. Case is kept: in a pattern, `\\S` is not `\\s`. */
export function labelText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/\s+/g, " ");
}

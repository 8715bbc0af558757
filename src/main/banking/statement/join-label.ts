/**
 * Joins the texts a bank gives for one movement into its label: spaces made single, empty texts
 * left out, and a text already within another not repeated.
 */
export function joinLabel(parts: readonly (string | undefined)[]): string {
  let label = "";
  for (const part of parts) {
    const text = singleSpaced(part ?? "");
    if (text === "" || label.includes(text)) continue;
    label = label === "" || text.includes(label) ? text : `${label} ${text}`;
  }
  return label;
}

// Nearly all texts are fine as they are; the test is cheaper than a replacement.
function singleSpaced(text: string): string {
  return /\s\s|[^\S ]|^\s|\s$/.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}

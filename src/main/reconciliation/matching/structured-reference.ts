/** Check digits of the references that banks carry whole: ISO 11649 (RF) and the Swiss QRR. */

const RF = /\bRF(\d{2})((?: ?[0-9A-Z]){1,21})\b/g;
const LONG_DIGITS = /\b\d{27}\b/g;
const QR_TABLE = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/**
 * Contents of the valid structured references in a folded text, without their check digits.
 * An RF written in groups of four is tried at each group's end, since text may follow it.
 */
export function structuredContents(folded: string): string[] {
  const found: string[] = [];
  for (const m of folded.matchAll(RF)) {
    const groups = (m[2] ?? "").split(" ");
    for (let n = groups.length; n > 0; n--) {
      const content = groups.slice(0, n).join("");
      if (content !== "" && isRf(m[1] ?? "", content)) {
        found.push(content);
        break;
      }
    }
  }
  for (const m of folded.matchAll(LONG_DIGITS)) {
    if (isQrReference(m[0])) found.push(m[0].slice(0, -1).replace(/^0+/, ""));
  }
  return found;
}

/** ISO 11649: content, then RF and the check digits, letters as 10 to 35, leaves 1 modulo 97. */
function isRf(check: string, content: string): boolean {
  let rest = 0;
  for (const c of `${content}RF${check}`) {
    const value = Number.parseInt(c, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Swiss implementation guidelines QR-bill, annex B: recursive modulo 10 over 26 digits. */
function isQrReference(digits: string): boolean {
  let carry = 0;
  for (const d of digits.slice(0, -1)) carry = QR_TABLE[(carry + Number(d)) % 10] ?? 0;
  return (10 - carry) % 10 === Number(digits.at(-1));
}

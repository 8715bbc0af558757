import { hash } from "node:crypto";
import type { StatementLine } from "./parsed-statement.ts";

/** What of a line decides whether it is the same line again. */
export type FingerprintedLine = Pick<StatementLine, "bookedOn" | "amountMinor" | "label">;

/**
 * Fingerprint of a line, for telling that an import brings it again: account, booked day, cents
 * and label. The label counts by its letters and digits only, so that another spacing, case or
 * lost accent is the same line. Bank ids are left out on purpose: some banks repeat one within a
 * file (Microsoft BCApps 11055) and some give a new one at each download; they are evidence for
 * `joinLines`, never a key.
 * @param accountKey IBAN, else account number, as the book keys its bank account
 */
export function lineFingerprint(accountKey: string, line: FingerprintedLine): string {
  const account = accountKey.replace(/\s/g, "").toUpperCase();
  const label = normaliseLabel(line.label);
  return hash(
    "sha256",
    `${account}|${line.bookedOn}|${line.amountMinor}|${label}`,
    "base64url",
  ).slice(0, 22);
}

/**
 * Fingerprints of all lines of one file and account, each with its rank among identical ones:
 * three identical true lines are `…#1`, `…#2`, `…#3`. The same file again gives the same keys, so
 * a second import adds nothing and three stay three; a later extract holding a fourth adds one.
 * Give all lines of the account in the file at once: ranks count within the file.
 */
export function fingerprintLines(
  accountKey: string,
  lines: readonly FingerprintedLine[],
): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const print = lineFingerprint(accountKey, line);
    const rank = (seen.get(print) ?? 0) + 1;
    seen.set(print, rank);
    return `${print}#${rank}`;
  });
}

/** A label reduced to capitals and digits, without accents. */
export function normaliseLabel(label: string): string {
  return label
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
}

/** Letters of an account number are digits in the RIB key (norme CFONB): A J 1, B K S 2… */
const LETTER_DIGITS = "12345678912345678923456789";

/**
 * The IBAN of a French account from the parts of its RIB: bank (5 digits), branch (5 digits),
 * account (11 digits or capitals). Lets an OFX file name the same account as a CAMT one.
 * @returns undefined when the parts are not those of a French account
 */
export function frenchIban(bank: string, branch: string, account: string): string | undefined {
  if (!/^\d{5}$/.test(bank) || !/^\d{5}$/.test(branch)) return undefined;
  if (!/^[\dA-Z]{11}$/.test(account)) return undefined;
  const digits = account.replace(/[A-Z]/g, (c) => LETTER_DIGITS[c.charCodeAt(0) - 65] ?? "0");
  const weighted = 89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(digits);
  const key = String(97n - (weighted % 97n)).padStart(2, "0");
  const bban = `${bank}${branch}${account}${key}`;
  const number = `${bban}FR00`.replace(/[A-Z]/g, (c) => String(c.charCodeAt(0) - 55));
  const check = String(98n - (BigInt(number) % 97n)).padStart(2, "0");
  return `FR${check}${bban}`;
}

/**
 * Company identifiers that pass their checksums: SIREN and SIRET (Luhn), French VAT number
 * (CGI art. 286 ter: (12 + 3 x (SIREN mod 97)) mod 97), IBAN with its RIB key, and the foreign
 * VAT numbers that the sample needs. All bodies are invented; SIREN bodies start with 29, where
 * the generator's authors know of no company.
 */

/** Appends the Luhn key to a body of digits. */
export function withLuhnKey(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[body.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** Nine digits from a body of eight. */
export function sirenOf(body: number): string {
  return withLuhnKey(String(body).padStart(8, "0"));
}

/** SIRET of an establishment: SIREN, four digits of the NIC, Luhn key over the whole. */
export function siretOf(siren: string, establishment: number): string {
  return withLuhnKey(`${siren}${String(establishment).padStart(4, "0")}`);
}

export function frenchVatOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, "0")}${siren}`;
}

/** French IBAN from bank (5 digits), branch (5) and account (11 digits), with both keys. */
export function frenchIbanOf(bank: string, branch: string, account: string): string {
  const key = 97n - ((BigInt(`${bank}${branch}${account}`) * 100n) % 97n);
  return ibanOf("FR", `${bank}${branch}${account}${String(key).padStart(2, "0")}`);
}

/** IBAN of a country from its national account number. */
export function ibanOf(country: string, national: string): string {
  const digits = Array.from(`${national}${country}00`, (c) => Number.parseInt(c, 36)).join("");
  const key = 98n - (BigInt(digits) % 97n);
  return `${country}${String(key).padStart(2, "0")}${national}`;
}

/** VAT number of another member state from an invented body; each with its own key. */
export function foreignVatOf(country: "BE" | "DE" | "IT" | "LU", body: number): string {
  if (country === "BE") {
    const base = `0${String(body).padStart(7, "0")}`;
    return `BE${base}${String(97 - (Number(base) % 97)).padStart(2, "0")}`;
  }
  if (country === "LU") {
    const base = String(body % 1_000_000).padStart(6, "0");
    return `LU${base}${String(Number(base) % 89).padStart(2, "0")}`;
  }
  if (country === "IT")
    return `IT${withLuhnKey(`0${String(body % 1_000_000).padStart(6, "0")}015`)}`;
  const base = `1${String(body).padStart(7, "0")}`;
  return `DE${base}${germanKey(base)}`;
}

/** Foreign IBAN of an invented account (for Belgium with its national key). */
export function foreignIbanOf(country: "BE" | "DE" | "IT" | "LU", account: number): string {
  const text = String(account);
  if (country === "BE") {
    const base = `999${text.padStart(7, "0").slice(-7)}`;
    return ibanOf("BE", `${base}${String(Number(base) % 97 || 97).padStart(2, "0")}`);
  }
  if (country === "DE") return ibanOf("DE", `99999999${text.padStart(10, "0")}`);
  if (country === "LU") return ibanOf("LU", `999${text.padStart(13, "0")}`);
  return ibanOf(
    "IT",
    `${italianCin(`9999999999${text.padStart(12, "0")}`)}9999999999${text.padStart(12, "0")}`,
  );
}

/** ISO 7064 mod 11,10, as the German VAT number uses it. */
function germanKey(base: string): number {
  let product = 10;
  for (const c of base) {
    const sum = (Number(c) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}

const ITALIAN_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

function italianCin(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[i]);
    sum += i % 2 === 0 ? (ITALIAN_ODD[digit] ?? 0) : digit;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/**
 * The SIREN in a cell: nine digits whose Luhn sum holds (INSEE), spaces allowed; of a SIRET, its
 * first nine. Undefined when it is none.
 */
export function sirenOf(text: string): string | undefined {
  const digits = text.replace(/[\s.\u00a0\u202f]/g, "");
  if (!/^\d{9}(?:\d{5})?$/.test(digits)) return undefined;
  const siren = digits.slice(0, 9);
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const digit = Number(siren[i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0 ? siren : undefined;
}

/**
 * The VAT number in a cell, without spaces: a French one with its key (12 + 3 × SIREN mod 97,
 * modulo 97) or a key with letters; of another country, two letters and up to twelve characters.
 * Undefined when it is none.
 */
export function vatNumberOf(text: string): string | undefined {
  const plain = text.replace(/[\s.\u00a0\u202f-]/g, "").toUpperCase();
  const french = /^FR(\d\d)(\d{9})$/.exec(plain);
  if (french) {
    const siren = sirenOf(french[2] ?? "");
    const key = (12 + 3 * (Number(siren) % 97)) % 97;
    return siren !== undefined && key === Number(french[1]) ? plain : undefined;
  }
  if (plain.startsWith("FR")) {
    return /^FR[A-Z\d]{2}\d{9}$/.test(plain) ? plain : undefined;
  }
  return /^[A-Z]{2}[A-Z\d+*]{2,12}$/.test(plain) ? plain : undefined;
}

/**
 * Accounts that are kept per party (comptes de tiers), by their first digits: suppliers 401, 403,
 * 404, 405, 408, 409 and customers 411, 413, 416, 417, 419 of the plan comptable général.
 */
export function partyKindOf(account: string): "customer" | "supplier" | undefined {
  if (/^40[13459]/.test(account)) return "supplier";
  if (/^41[13679]/.test(account)) return "customer";
  return undefined;
}

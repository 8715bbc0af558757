/** Collected VAT (445711…) by rate in basis points; another rate goes to its own account. */
const COLLECTED: Readonly<Record<number, string>> = {
  2000: "445711",
  1000: "445712",
  550: "445713",
  210: "445714",
};

/** The account of VAT collected at a rate. */
export function collectedVatAccount(rateBps: number): string {
  return COLLECTED[rateBps] ?? "445715";
}

/** VAT deductible on goods and services other than fixed assets. */
export const DEDUCTIBLE_VAT = "445660";
/** VAT deductible on fixed assets. */
export const ASSET_VAT = "44562";
/** VAT due on purchases from another member state (CGI art. 283-1, 256 bis). */
export const INTRA_COMMUNITY_VAT = "445200";
/** VAT that the buyer owes at home in the supplier's place (CGI art. 283-2 nonies). */
export const REVERSE_CHARGE_VAT = "445717";

/** Accounts whose lines are VAT of an operation, not of its settlement (PCG art. 944-44). */
export function isVatAccount(account: string): boolean {
  return /^(4452|44562|44563|44566|4457)/.test(account) && !account.startsWith("44578");
}

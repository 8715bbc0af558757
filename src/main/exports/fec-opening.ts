const CODES = /^(?:AN|RAN|ANO|A-N|ANOUV|OUV)$/i;
const LABELS = /nouveau|ouverture/i;

/** True for the journal of opening entries (à-nouveaux), by its usual codes or its label. */
export function isOpeningJournal(code: string, label: string): boolean {
  return CODES.test(code) || LABELS.test(label);
}

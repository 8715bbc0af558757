import type { SectionId } from "./sections.ts";

/** Line drawings of 16 px, one stroke; the word beside them carries the meaning. */
const DRAWINGS: Record<SectionId, string> = {
  home: "M2.5 7.5 8 3l5.5 4.5V13h-4v-3.5h-3V13h-4z",
  sales: "M4 1.5h8v13l-2-1.2-2 1.2-2-1.2-2 1.2zM6.5 5h3M6.5 8h3",
  purchases: "M2 2.5h1.8l1.7 7.5h6.7l1.3-5.5H4.3M6 13.2h.1m5.4 0h.1",
  bank: "M2 6 8 2.5 14 6zM3.5 6v6m3-6v6m3-6v6m3-6v6M2 13.5h12",
  entries: "M3 2.5h10v11H3zM3 6h10M3 9.5h10M8 6v7.5",
  treasury: "M2 12.5 6 8l3 2.5 5-6.5M10.5 4H14v3.5",
  vat: "M4.5 4.5h.1m6.8 7h.1M12 3.5l-8 9M3 4.5a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0M9.8 11.5a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0",
  statements: "M2.5 13.5V2.5h11v11zM5 11V8m3 3V5m3 6V6.5",
  closing: "M4 7.5V5a4 4 0 0 1 8 0v2.5M3 7.5h10v6H3zM8 9.7v1.6",
  exports: "M8 10V2.5M5 5.2l3-2.7 3 2.7M2.5 9.5v4h11v-4",
  import: "M8 2.5V10M5 7.3l3 2.7 3-2.7M2.5 9.5v4h11v-4",
  journal: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.5V8l2.5 1.7",
};

/** The small drawing before a section's name. */
export function NavIcon({ section }: { section: SectionId }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={DRAWINGS[section]} />
    </svg>
  );
}

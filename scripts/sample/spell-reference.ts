import type { ReferenceStyle } from "./model.ts";
import type { RandomStream } from "./random-stream.ts";

/** What a payer writes about the invoices that a transfer pays, and what is left of it. */
export type Spelling = { remittance: string; endToEndId: string; readable: boolean };

const WORDS = ["REGLEMENT", "FACTURE", "FACT", "PAIEMENT FACTURE", "VOTRE FACTURE"] as const;

const VAGUE = ["REGLEMENT", "VIREMENT", "FACTURE", "PAIEMENT FOURNISSEUR", "ATELIERS BRINDELAIRE"];

/** Longest text that short remittance fields keep. */
const SHORT_FIELD = 32;

/**
 * Spells the references of one payment in the payer's style. Now and then a person slips: two
 * neighbouring digits change places, or nothing is written at all.
 */
export function spellReferences(
  references: readonly string[],
  style: ReferenceStyle,
  draw: RandomStream,
): Spelling {
  const slip = draw.weighted({ none: 92, typo: 3, silent: 5 });
  if (style === "none" || slip === "silent") return vague(draw);
  if (slip === "typo" && references.length === 1) return typo(references[0] ?? "", draw);
  const first = references[0] ?? "";
  const others = references.slice(1);
  if (style === "exact") return plain(`${draw.pick(WORDS)} ${references.join(" ")}`);
  if (style === "spaced") return plain(`FACT ${references.map(spaced).join(" + ")}`);
  if (style === "compact") return plain(references.map(compact).join(" "));
  if (style === "bare") return plain(`FACTURES ${references.map(bare).join(", ")}`);
  if (style === "end-to-end") {
    return { remittance: "", endToEndId: first, readable: others.length === 0 };
  }
  const text = `REGLEMENT DE NOTRE COMMANDE ${references.join(" ")}`.slice(0, SHORT_FIELD);
  return { remittance: text.trim(), endToEndId: "NOTPROVIDED", readable: false };
}

function plain(text: string): Spelling {
  return { remittance: text, endToEndId: "NOTPROVIDED", readable: true };
}

function vague(draw: RandomStream): Spelling {
  return { remittance: draw.pick(VAGUE), endToEndId: "NOTPROVIDED", readable: false };
}

/** FA-2025-0123 becomes FA-2025-0132: a number that may well exist. */
function typo(reference: string, draw: RandomStream): Spelling {
  const at = reference.length - draw.int(2, 3);
  const chars = reference.split("");
  const kept = chars[at] ?? "";
  chars[at] = chars[at + 1] ?? "";
  chars[at + 1] = kept;
  const spelled = chars.join("");
  const readable = spelled === reference;
  return { remittance: `FACTURE ${spelled}`, endToEndId: "NOTPROVIDED", readable };
}

function spaced(reference: string): string {
  return reference.replaceAll("-", " ");
}

function compact(reference: string): string {
  return reference.replaceAll("-", "").toLowerCase();
}

function bare(reference: string): string {
  return reference.replace(/^(FA|AV)-/, "");
}

import { addDays } from "#contract/date.ts";
import { applyRateBps } from "#main/base/money.ts";
import { grossOf, partOf } from "./make-invoices.ts";
import type { Bill, Supplier, VatPart } from "./model.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";

export type Layout = "classic" | "band" | "letter" | "ledger";

/** One line of a drawn bill. */
export type DrawnLine = {
  text: string;
  quantity: number;
  unitMinor: number;
  netMinor: number;
  rateBps: number;
};

/** A received document: the bill that it shows, how it is drawn, and whether the book knows it. */
export type SampleDocument = {
  file: string;
  layout: Layout;
  isScan: boolean;
  isListed: boolean;
  bill: Bill;
  lines: DrawnLine[];
};

type Choice = {
  file: string;
  supplier: string;
  layout: Layout;
  /** Absent for a bill that the bills file already has. */
  reference?: string;
  issuedOn?: string;
  netMinor?: number;
};

const CHOICES: readonly Choice[] = [
  {
    file: "facture-papeteries-du-lathan-vivier.pdf",
    supplier: "Papeteries du Lathan-Vivier",
    layout: "classic",
    reference: "PL2699214",
    issuedOn: "2026-12-18",
    netMinor: 243_760,
  },
  {
    file: "facture-voltandre-energie.pdf",
    supplier: "Voltandre Énergie",
    layout: "band",
    reference: "VE000104877",
    issuedOn: "2026-12-21",
    netMinor: 148_732,
  },
  {
    file: "facture-cabinet-delauniere.pdf",
    supplier: "Cabinet Delaunière et Associés",
    layout: "letter",
  },
  {
    file: "facture-transports-guemarec-lair.pdf",
    supplier: "Transports Guémarec-Lair",
    layout: "ledger",
    reference: "TGL20269031",
    issuedOn: "2026-12-15",
    netMinor: 41_265,
  },
  {
    file: "facture-pose-et-levage-kerdiles.pdf",
    supplier: "Pose et Levage Kerdilès",
    layout: "classic",
    reference: "PLK26914",
    issuedOn: "2026-12-11",
    netMinor: 312_000,
  },
  {
    file: "facture-traiteur-bellepoitevin.pdf",
    supplier: "Traiteur Bellepoitevin",
    layout: "band",
    reference: "TB2026931",
    issuedOn: "2026-12-17",
    netMinor: 118_450,
  },
  {
    file: "scan-nettete-angevine.png",
    supplier: "Netteté Angevine",
    layout: "letter",
    reference: "NA2026-12-B",
    issuedOn: "2026-12-22",
    netMinor: 21_840,
  },
  { file: "scan-encres-solvere.png", supplier: "Encres Solvère", layout: "classic" },
];

/** Chooses the eight documents and writes their detail lines. */
export function chooseDocuments(
  seed: number,
  known: { suppliers: readonly Supplier[]; bills: readonly Bill[] },
): SampleDocument[] {
  const draw = randomStream(seed, "documents");
  return CHOICES.map((choice) => {
    const supplier = known.suppliers.find((s) => s.name === choice.supplier);
    if (supplier === undefined) throw new RangeError(`no supplier ${choice.supplier}`);
    const bill =
      choice.reference === undefined ? listed(known.bills, supplier) : fresh(choice, supplier);
    return {
      file: choice.file,
      layout: choice.layout,
      isScan: choice.file.endsWith(".png"),
      isListed: choice.reference === undefined,
      bill,
      lines: bill.parts.flatMap((part) => linesOf(part, supplier, draw)),
    };
  });
}

function listed(bills: readonly Bill[], supplier: Supplier): Bill {
  const bill = bills.findLast((b) => b.supplier.code === supplier.code && b.type === "Facture");
  if (bill === undefined) throw new RangeError(`no bill of ${supplier.name}`);
  return bill;
}

/** A bill of December 2026 that arrived after the bills file was written. */
function fresh(choice: Choice, supplier: Supplier): Bill {
  const { reference = "", issuedOn = "", netMinor = 0 } = choice;
  const parts = freshParts(netMinor, supplier);
  return {
    supplier,
    reference,
    type: "Facture",
    issuedOn,
    dueOn: addDays(issuedOn, supplier.termDays),
    label: supplier.label,
    regime: supplier.regime,
    parts,
    grossMinor: grossOf(parts),
  };
}

function freshParts(netMinor: number, { regime, rateBps, otherRateBps }: Supplier): VatPart[] {
  if (regime !== "France") return [{ rateBps, netMinor, vatMinor: 0 }];
  if (otherRateBps === 0) return [partOf(netMinor, rateBps)];
  const other = applyRateBps(netMinor, 2_600);
  return [partOf(netMinor - other, rateBps), partOf(other, otherRateBps)];
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  "Papier couché et offset": ["Papier couché mat 135 g, 72 x 102", "Offset blanc 90 g, 63 x 88"],
  Électricité: [
    "Consommation heures pleines",
    "Consommation heures creuses",
    "Abonnement et acheminement",
  ],
  "Honoraires comptables": ["Tenue comptable du mois", "Établissement des déclarations de TVA"],
  "Livraisons clients": ["Tournée Nantes - Rennes", "Palettes Europe, retour compris"],
  "Pose d'enseignes (sous-traitance)": ["Pose d'enseigne, nacelle 16 m", "Dépose et évacuation"],
  Réceptions: ["Buffet froid, 40 couverts", "Boissons alcoolisées"],
  "Nettoyage des locaux": ["Nettoyage de fin de chantier, atelier", "Vitrerie façade"],
  "Encres et vernis": ["Encre offset quadri, 2,5 kg", "Vernis acrylique brillant, 25 kg"],
};

/** Detail lines that add up to the part: the last takes the rest as one unit. */
function linesOf(part: VatPart, supplier: Supplier, draw: RandomStream): DrawnLine[] {
  const words = WORDS[supplier.label] ?? [supplier.label];
  const isOther = part.rateBps === supplier.otherRateBps;
  const texts = supplier.otherRateBps === 0 ? words : [words[isOther ? 1 : 0] ?? supplier.label];
  let left = part.netMinor;
  return texts.map((text, i) => {
    const isLast = i === texts.length - 1;
    const quantity = isLast ? 1 : draw.int(2, 9);
    const share = isLast ? left : Math.floor((left * draw.int(35, 60)) / 100);
    const unitMinor = Math.floor(share / quantity);
    const netMinor = unitMinor * quantity;
    left -= netMinor;
    return { text, quantity, unitMinor, netMinor, rateBps: part.rateBps };
  });
}

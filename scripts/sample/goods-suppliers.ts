import { type SupplierRow, supplierRow } from "./supplier-row.ts";

const european = { regime: "Intracommunautaire", term: 30 } as const;

/** Suppliers of goods: paper, ink, panels, merchandise, small equipment. */
export const goodsSuppliers: readonly SupplierRow[] = [
  supplierRow(
    [
      "Papeteries du Lathan-Vivier",
      "49390 Vernantes",
      "601",
      "Papier couché et offset",
      "PL{yy}{n5}",
    ],
    "VIR",
    [[300, 1850, 60], { term: 45 }],
  ),
  supplierRow(
    ["Cartonnages Morvellec", "22000 Saint-Brieuc", "6026", "Étuis et caisses", "F{yy}/{n4}"],
    "VIR",
    [[200, 620, 50]],
  ),
  supplierRow(
    ["Encres Solvère", "69100 Villeurbanne", "6022", "Encres et vernis", "{y}-ES-{n4}"],
    "PRLV",
    [[150, 540, 40]],
  ),
  supplierRow(
    ["Plaques et Clichés Vandomais", "41100 Vendôme", "6022", "Plaques offset", "PC-{n6}"],
    "VIR",
    [[200, 285, 40]],
  ),
  supplierRow(
    ["Adhésifs Corvaisier", "72000 Le Mans", "601", "Films adhésifs", "AC{y}{n4}"],
    "VIR",
    [[150, 820, 50], { term: 45 }],
  ),
  supplierRow(
    [
      "Panneaux Composites du Houlme",
      "61000 Alençon",
      "601",
      "Panneaux composites",
      "PCH/{y}/{n3}",
    ],
    "VIR",
    [[150, 1120, 50]],
  ),
  supplierRow(
    ["Métallerie Trélivan-Roche", "22100 Dinan", "601", "Structures acier", "MT{yy}-{n3}"],
    "VIR",
    [[80, 740, 45]],
  ),
  supplierRow(
    ["Papier-Kontor Hallbrunn GmbH", "20095 Hamburg DE", "601", "Papier de création", "RE-{n5}"],
    "VIR",
    [[100, 3100, 35], european],
  ),
  supplierRow(
    ["Inchiostri Valmadera Srl", "10121 Torino IT", "6022", "Encres UV", "{n4}/{y}"],
    "VIR",
    [[60, 880, 30], european],
  ),
  supplierRow(
    ["Grossiste Livre Pageval", "86000 Poitiers", "607", "Livres pour revente", "GLP{n6}"],
    "VIR",
    [[100, 480, 40], { rate: 550, otherRate: 2000 }],
  ),
  supplierRow(
    ["Quincaillerie Fréminet", "49000 Angers", "6063", "Petit outillage", "QF{yy}{m}{n3}"],
    "CB",
    [[150, 94, 60]],
  ),
  supplierRow(
    ["Bureautique Loirelle", "49100 Angers", "6064", "Fournitures de bureau", "BL-{y}-{n4}"],
    "CB",
    [[150, 118, 60]],
  ),
  supplierRow(
    ["Vêtements Pro Mayaudon", "53000 Laval", "6063", "Vêtements de travail", "VP{n5}"],
    "VIR",
    [[30, 265, 40]],
  ),
  supplierRow(
    ["Informatique Saumurelle", "49400 Saumur", "2183", "Postes informatiques", "IS{y}{n3}"],
    "VIR",
    [[20, 1640, 40]],
  ),
];

import { type SupplierRow, supplierRow } from "./supplier-row.ts";

const works = { regime: "Autoliquidation", term: 45 } as const;
const european = { regime: "Intracommunautaire", term: 30 } as const;
const monthly = { cadence: "monthly" } as const;

/** Suppliers of services. */
export const serviceSuppliers: readonly SupplierRow[] = [
  supplierRow(
    [
      "Pose et Levage Kerdilès",
      "56100 Lorient",
      "611",
      "Pose d'enseignes (sous-traitance)",
      "PLK{yy}{n3}",
    ],
    "VIR",
    [[150, 1780, 50], works],
  ),
  supplierRow(
    ["Signal'Pose Vendéenne", "85000 La Roche-sur-Yon", "611", "Pose de signalétique", "{y}{n4}"],
    "VIR",
    [[100, 1420, 45], works],
  ),
  supplierRow(
    ["Électricité Bonnavent", "49000 Angers", "611", "Raccordement électrique", "EB-{y}-{n3}"],
    "VIR",
    [[70, 880, 40], works],
  ),
  supplierRow(
    ["Reliure Saint-Aubrinien", "49000 Angers", "604", "Reliure et façonnage", "RSA{n5}"],
    "VIR",
    [[150, 690, 50]],
  ),
  supplierRow(["Dorure Espérande", "35000 Rennes", "604", "Dorure à chaud", "D{yy}-{n4}"], "VIR", [
    [80, 410, 40],
  ]),
  supplierRow(
    [
      "Studio Mirabeille",
      "44000 Nantes",
      "6511",
      "Cession de droits d'illustration",
      "SM-{y}-{n3}",
    ],
    "VIR",
    [[100, 380, 40], { rate: 1000 }],
  ),
  supplierRow(
    ["Drukkerij Oostvliet BV", "2000 Antwerpen BE", "604", "Impression numérique", "VF{y}{n4}"],
    "VIR",
    [[60, 1240, 35], european],
  ),
  supplierRow(
    ["Conseils Bellorange Sàrl", "1114 Luxembourg LU", "6226", "Conseil en gestion", "{yy}-{n4}"],
    "VIR",
    [[30, 1500, 20], european],
  ),
  supplierRow(
    ["SCI des Trois-Fondeurs", "49100 Angers", "6132", "Loyer atelier et bureaux", "LOYER {y}-{m}"],
    "VIR",
    [[100, 4800, 0], { ...monthly, term: 5 }],
  ),
  supplierRow(
    ["Syndic Foncelier", "49100 Angers", "614", "Charges de copropriété", "CH{y}T{q}"],
    "VIR",
    [[33, 640, 12], { cadence: "quarterly" }],
  ),
  supplierRow(["Voltandre Énergie", "69003 Lyon", "6061", "Électricité", "VE{n9}"], "PRLV", [
    [100, 1180, 22],
    { ...monthly, term: 15 },
  ]),
  supplierRow(
    ["Régie des Eaux du Louetin", "49000 Angers", "6061", "Eau et assainissement", "{y}{n7}"],
    "PRLV",
    [[33, 176, 25], { cadence: "quarterly", rate: 550, otherRate: 1000, term: 20 }],
  ),
  supplierRow(
    ["Télécoméa Entreprises", "92000 Nanterre", "626", "Fibre et téléphonie", "TE{y}{m}{n5}"],
    "PRLV",
    [[100, 189, 3], { ...monthly, term: 12 }],
  ),
  supplierRow(["Mobilance Pro", "31000 Toulouse", "626", "Lignes mobiles", "MP-{n8}"], "PRLV", [
    [100, 96, 8],
    { ...monthly, term: 12 },
  ]),
  supplierRow(
    ["Affranchi Courrier", "49000 Angers", "626", "Affranchissement et collecte", "AFC{yy}{n5}"],
    "PRLV",
    [[150, 84, 50]],
  ),
  supplierRow(
    ["Nuagerie Hébergement", "59000 Lille", "6511", "Hébergement web", "NH{y}{m}-{n4}"],
    "CB",
    [[100, 129, 0], monthly],
  ),
  supplierRow(
    ["Pixelorme Logiciels", "75010 Paris", "6511", "Abonnement logiciel PAO", "INV-{n6}"],
    "PRLV",
    [[100, 239, 0], { ...monthly, term: 8 }],
  ),
  supplierRow(
    ["Netteté Angevine", "49000 Angers", "6152", "Nettoyage des locaux", "NA{y}-{m}"],
    "VIR",
    [[100, 384, 5], monthly],
  ),
  supplierRow(
    ["Méca-Offset Services", "72000 Le Mans", "6156", "Maintenance des presses", "MOS{n5}"],
    "VIR",
    [[80, 960, 60]],
  ),
  supplierRow(
    ["Crédibail Matériel Layon", "44000 Nantes", "6122", "Loyer de crédit-bail", "CBM{y}{m}"],
    "PRLV",
    [[100, 720, 0], { ...monthly, term: 5 }],
  ),
  supplierRow(
    ["Louvéo Utilitaires", "49000 Angers", "6135", "Location d'utilitaire", "LU-{yy}{n4}"],
    "CB",
    [[80, 145, 50]],
  ),
  supplierRow(
    ["Passerelle Intérim 49", "49000 Angers", "6211", "Personnel intérimaire", "PI{yy}S{n4}"],
    "VIR",
    [[150, 1340, 45]],
  ),
  supplierRow(
    ["Transports Guémarec-Lair", "44000 Nantes", "6242", "Livraisons clients", "TGL{y}{n4}"],
    "VIR",
    [[200, 305, 50]],
  ),
  supplierRow(
    ["Express Coursier Ligérien", "49000 Angers", "6242", "Courses urbaines", "ECL-{n5}"],
    "PRLV",
    [[200, 47, 50], { term: 15 }],
  ),
  supplierRow(
    ["Cabinet Delaunière et Associés", "49000 Angers", "6226", "Honoraires comptables", "H{y}{m}"],
    "PRLV",
    [[100, 650, 0], { ...monthly, term: 10 }],
  ),
  supplierRow(
    ["Ozanne-Perrec Avocats", "49000 Angers", "6226", "Honoraires juridiques", "OPA {y}/{n3}"],
    "VIR",
    [[20, 920, 40]],
  ),
  supplierRow(
    ["Régie Annonces Mauges", "49300 Cholet", "6231", "Insertions publicitaires", "RAM{n5}"],
    "VIR",
    [[50, 420, 40]],
  ),
  supplierRow(
    ["Salons Expovaria", "44000 Nantes", "6233", "Stand et inscription", "SE{yy}-{n3}"],
    "VIR",
    [[15, 2200, 40]],
  ),
  supplierRow(
    ["Le Courrier du Hyrôme", "49120 Chemillé", "6181", "Abonnement presse", "CH{n6}"],
    "CB",
    [[30, 128, 20], { rate: 210 }],
  ),
  supplierRow(
    ["Traiteur Bellepoitevin", "49000 Angers", "6257", "Réceptions", "TB{y}{n3}"],
    "VIR",
    [[40, 340, 50], { rate: 1000, otherRate: 2000 }],
  ),
  supplierRow(
    ["Institut Formagraphe", "35000 Rennes", "6185", "Formation professionnelle", "IF-{y}-{n3}"],
    "VIR",
    [[20, 1180, 30], { regime: "Exonéré" }],
  ),
  supplierRow(
    [
      "Assurances Layon Garantie",
      "49120 Chemillé",
      "616",
      "Multirisque professionnelle",
      "AV{y}{m}{n4}",
    ],
    "PRLV",
    [[100, 412, 0], { ...monthly, regime: "Exonéré", term: 5 }],
  ),
  supplierRow(
    ["Collectes Recyl'Hyrôme", "49120 Chemillé", "628", "Collecte de déchets", "CRH{n5}"],
    "PRLV",
    [[100, 142, 10], { ...monthly, term: 20 }],
  ),
  supplierRow(
    ["Télésurveil Ponantaise", "29000 Quimper", "628", "Télésurveillance", "TP{y}{m}"],
    "PRLV",
    [[100, 78, 0], { ...monthly, term: 10 }],
  ),
];

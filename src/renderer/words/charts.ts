import { catalogue } from "./words.ts";

/** The words of every chart: its controls, its marks and what is read aloud. */
export const chartWords = catalogue({
  export: { fr: "Exporter", en: "Export" },
  png: { fr: "Image (PNG)", en: "Picture (PNG)" },
  svg: { fr: "Dessin (SVG)", en: "Drawing (SVG)" },
  xlsx: { fr: "Classeur (XLSX)", en: "Workbook (XLSX)" },
  showTable: { fr: "Voir en tableau", en: "Show as table" },
  showChart: { fr: "Voir en graphique", en: "Show as chart" },
  keys: {
    fr: "Flèches pour lire les valeurs, T pour le tableau.",
    en: "Arrows read the values, T shows the table.",
  },
  keysOpen: {
    fr: "Flèches pour lire les valeurs, Entrée pour ouvrir, T pour le tableau.",
    en: "Arrows read the values, Enter opens, T shows the table.",
  },
  enterOpens: { fr: "ouvrir", en: "open" },
  days: { fr: (count: string) => `${count} j`, en: (count: string) => `${count} d` },
  floor: { fr: "Plancher", en: "Floor" },
  today: { fr: "Aujourd'hui", en: "Today" },
  total: { fr: "Total", en: "Total" },
  median: { fr: "médiane", en: "median" },
  after: { fr: (level: string) => `soit ${level}`, en: (level: string) => `making ${level}` },
  measure: {
    fr: (label: string, value: string) => `${label} : ${value}`,
    en: (label: string, value: string) => `${label}: ${value}`,
  },
  nineInTen: {
    fr: (low: string, high: string) => `9 fois sur 10 de ${low} à ${high}`,
    en: (low: string, high: string) => `9 times out of 10 from ${low} to ${high}`,
  },
  outOf: {
    fr: (count: string, all: string) => `${count} sur ${all}`,
    en: (count: string, all: string) => `${count} of ${all}`,
  },
  cumulative: {
    fr: (amount: string, rank: string) => `cumul ${amount} au rang ${rank}`,
    en: (amount: string, rank: string) => `${amount} in all at rank ${rank}`,
  },
  peak: { fr: (amount: string) => `sommet ${amount}`, en: (amount: string) => `peak ${amount}` },
  lowEnd: { fr: "hypothèse basse", en: "low end" },
  highEnd: { fr: "hypothèse haute", en: "high end" },
  even: { fr: "Équilibre", en: "Break-even" },
  evenRing: { fr: "ici, le gain est nul", en: "nothing gained here" },
  evenAt: {
    fr: (value: string) => `équilibre à ${value}`,
    en: (value: string) => `breaks even at ${value}`,
  },
  interval: {
    fr: (low: string, high: string) => `de ${low} à ${high}`,
    en: (low: string, high: string) => `from ${low} to ${high}`,
  },
});

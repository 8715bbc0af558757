import type { Layout } from "./choose-documents.ts";

/** How one family of bills looks and which words it uses. */
export type Style = {
  font: string;
  bold: string;
  accent: string;
  head: string;
  headText: string;
  band?: string;
  mark?: string;
  title?: string;
  centered?: boolean;
  factsAcross: boolean;
  buyerY: number;
  buyerWord: string;
  capital: string;
  words: {
    number: string;
    issued: string;
    due: string;
    net: string;
    gross: string;
    columns: readonly string[];
  };
};

/** Four layouts over the standard PDF fonts. */
export const layouts: Readonly<Record<Layout, Style>> = {
  classic: {
    font: "Helvetica",
    bold: "Helvetica-Bold",
    accent: "#1f4e79",
    head: "#1f4e79",
    headText: "#ffffff",
    mark: "#c9a227",
    title: "FACTURE",
    factsAcross: false,
    buyerY: 130,
    buyerWord: "Facturé à",
    capital: "40 000 €",
    words: {
      number: "Facture n°",
      issued: "Date",
      due: "Échéance",
      net: "Total HT",
      gross: "Total TTC",
      columns: ["Désignation", "Qté", "PU HT", "TVA", "Montant HT"],
    },
  },
  band: {
    font: "Helvetica",
    bold: "Helvetica-Bold",
    accent: "#26604a",
    head: "#dfeae4",
    headText: "#17402f",
    band: "#26604a",
    title: "Votre facture",
    factsAcross: true,
    buyerY: 118,
    buyerWord: "Client",
    capital: "150 000 €",
    words: {
      number: "N° de facture",
      issued: "Émise le",
      due: "À régler avant le",
      net: "Montant HT",
      gross: "Net à payer TTC",
      columns: ["Prestation", "Quantité", "Prix unit.", "Taux", "Total HT"],
    },
  },
  letter: {
    font: "Times-Roman",
    bold: "Times-Bold",
    accent: "#222222",
    head: "#ececec",
    headText: "#222222",
    centered: true,
    title: "Facture",
    factsAcross: false,
    buyerY: 140,
    buyerWord: "Doit",
    capital: "10 000 €",
    words: {
      number: "Facture numéro",
      issued: "Date de facture",
      due: "Date d'échéance",
      net: "Total hors taxes",
      gross: "Total toutes taxes comprises",
      columns: ["Libellé", "Nombre", "Prix unitaire", "TVA", "Montant H.T."],
    },
  },
  ledger: {
    font: "Courier",
    bold: "Courier-Bold",
    accent: "#7a1f1f",
    head: "#f3e4e4",
    headText: "#7a1f1f",
    title: "FACTURE",
    factsAcross: true,
    buyerY: 112,
    buyerWord: "Adresse de facturation",
    capital: "75 000 €",
    words: {
      number: "FACTURE No",
      issued: "DATE",
      due: "ECHEANCE",
      net: "TOTAL HT",
      gross: "NET A PAYER",
      columns: ["DESIGNATION", "QTE", "P.U. HT", "TVA", "TOTAL HT"],
    },
  },
};

import { dateWords, sentence } from "../sentence.ts";

/** Refusals of the register of assets, of loans and of inventory entries. */
export const assetsRefusals = {
  "assets.unknown-asset": sentence<{ assetId: number }>({
    fr: (f) => `Le registre n'a pas d'immobilisation ${f.assetId}.`,
    en: (f) => `The register has no asset ${f.assetId}.`,
  }),
  "assets.unknown-loan": sentence<{ loanId: number }>({
    fr: (f) => `Il n'y a pas d'emprunt ${f.loanId}.`,
    en: (f) => `There is no loan ${f.loanId}.`,
  }),
  "assets.service-before-purchase": sentence<{ boughtOn: string }>({
    fr: (f) => `La mise en service ne peut précéder l'achat du ${dateWords(f.boughtOn)}.`,
    en: (f) => `It cannot be in service before it is bought on ${dateWords(f.boughtOn)}.`,
  }),
  "assets.residual-too-large": sentence<object>({
    fr: () => "La valeur résiduelle ne peut dépasser le coût.",
    en: () => "The residual value cannot exceed the cost.",
  }),
  "assets.declining-years": sentence<{ months: number }>({
    fr: (f) =>
      `Le dégressif veut des années entières, trois au moins (CGI art. 39 A) : ${f.months} mois.`,
    en: (f) => `Declining balance wants whole years, three at least: ${f.months} months.`,
  }),
  "assets.no-length": sentence<object>({
    fr: () => "Donnez la durée d'utilisation en mois.",
    en: () => "Give the length of use in months.",
  }),
  "assets.line-known": sentence<{ lineId: number }>({
    fr: () => "Cette ligne est déjà celle d'une immobilisation du registre.",
    en: () => "This line is already that of an asset of the register.",
  }),
  "assets.depreciated": sentence<{ label: string }>({
    fr: (f) => `« ${f.label} » est amortie ou cédée : elle reste au registre.`,
    en: (f) => `"${f.label}" was depreciated or disposed of: it stays in the register.`,
  }),
  "assets.already-disposed": sentence<{ disposedOn: string }>({
    fr: (f) => `Cette immobilisation est sortie le ${dateWords(f.disposedOn)}.`,
    en: (f) => `This asset was disposed of on ${dateWords(f.disposedOn)}.`,
  }),
  "assets.disposed-before-service": sentence<{ boughtOn: string }>({
    fr: (f) => `Elle ne peut sortir avant son achat du ${dateWords(f.boughtOn)}.`,
    en: (f) => `It cannot be disposed of before it was bought on ${dateWords(f.boughtOn)}.`,
  }),
  "assets.loan-posted": sentence<{ label: string }>({
    fr: (f) => `Des échéances de « ${f.label} » sont comptabilisées : il reste.`,
    en: (f) => `Instalments of "${f.label}" are booked: it stays.`,
  }),
} as const;

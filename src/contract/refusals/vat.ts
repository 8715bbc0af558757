import { dateWords, moneyWords, sentence } from "../sentence.ts";

/** Refusals of VAT, in the order in which declaring gives them. */
export const vatRefusals = {
  "vat.no-regime": sentence<object>({
    fr: () => "Dites d'abord sous quel régime de TVA la société déclare, et depuis quand.",
    en: () => "First say under which VAT regime the company declares, and since when.",
  }),
  "vat.not-next": sentence<{ endsOn: string; nextOn: string }>({
    fr: (f) =>
      `La période qui finit le ${dateWords(f.endsOn)} n'est pas la prochaine à déclarer : c'est ` +
      `celle qui finit le ${dateWords(f.nextOn)}.`,
    en: (f) =>
      `The period ending on ${dateWords(f.endsOn)} is not the next to declare: that one ends on ` +
      `${dateWords(f.nextOn)}.`,
  }),
  "vat.unknown-period": sentence<{ endsOn: string }>({
    fr: (f) => `Aucune période de TVA ne finit le ${dateWords(f.endsOn)}.`,
    en: (f) => `No VAT period ends on ${dateWords(f.endsOn)}.`,
  }),
  "vat.not-over": sentence<{ endsOn: string }>({
    fr: (f) => `La période finit le ${dateWords(f.endsOn)} : elle se déclare après.`,
    en: (f) => `The period ends on ${dateWords(f.endsOn)}: it is declared afterwards.`,
  }),
  "vat.drafts-left": sentence<{ count: number }>({
    fr: (f) =>
      `${f.count} brouillons sont datés dans la période ou avant : validez-les ou supprimez-les, ` +
      "la déclaration fige les écritures.",
    en: (f) =>
      `${f.count} drafts are dated in the period or before: post or delete them first, the ` +
      "return freezes the entries.",
  }),
  "vat.changed-since": sentence<{ expectedMinor: number; foundMinor: number }>({
    fr: (f) =>
      `Le solde a changé depuis l'aperçu : ${moneyWords(f.expectedMinor, "fr")} alors, ` +
      `${moneyWords(f.foundMinor, "fr")} maintenant. Relisez la déclaration.`,
    en: (f) =>
      `The balance has changed since the preview: ${moneyWords(f.expectedMinor, "en")} then, ` +
      `${moneyWords(f.foundMinor, "en")} now. Read the return again.`,
  }),
  "vat.refund-too-large": sentence<{ askedMinor: number; creditMinor: number }>({
    fr: (f) =>
      `Le remboursement demandé (${moneyWords(f.askedMinor, "fr")}) dépasse le crédit ` +
      `(${moneyWords(f.creditMinor, "fr")}).`,
    en: (f) =>
      `The refund asked for (${moneyWords(f.askedMinor, "en")}) exceeds the credit ` +
      `(${moneyWords(f.creditMinor, "en")}).`,
  }),
  "vat.declared-period": sentence<{ untilOn: string; account: string }>({
    fr: (f) =>
      `La TVA est déclarée jusqu'au ${dateWords(f.untilOn)} : une écriture sur ${f.account} se ` +
      "passe après cette date ; passée tardivement, elle entre dans la prochaine déclaration.",
    en: (f) =>
      `VAT is declared up to ${dateWords(f.untilOn)}: an entry on ${f.account} is dated after ` +
      "that; booked late, it goes into the next return.",
  }),
  "vat.regime-declared": sentence<{ untilOn: string }>({
    fr: (f) => `La TVA est déclarée jusqu'au ${dateWords(f.untilOn)} : le régime change après.`,
    en: (f) => `VAT is declared up to ${dateWords(f.untilOn)}: the regime changes afterwards.`,
  }),
  "vat.regime-mid-period": sentence<{ fromOn: string }>({
    fr: (f) => `Un régime commence le premier jour d'un mois, pas le ${dateWords(f.fromOn)}.`,
    en: (f) => `A regime starts on the first day of a month, not on ${dateWords(f.fromOn)}.`,
  }),
  "vat.nothing-to-undo": sentence<object>({
    fr: () => "Aucune déclaration n'est à annuler.",
    en: () => "There is no return to undo.",
  }),
} as const;

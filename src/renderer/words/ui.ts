import { catalogue } from "./words.ts";

/** The words of the shared pieces, the same on every screen. */
export const uiWords = catalogue({
  close: { fr: "Fermer", en: "Close" },
  cancel: { fr: "Annuler", en: "Cancel" },
  undo: { fr: "Annuler l'action", en: "Undo" },
  stop: { fr: "Arrêter", en: "Stop" },
  tryAgain: { fr: "Réessayer", en: "Try again" },
  details: { fr: "Détail", en: "Details" },
  clearFilters: { fr: "Effacer les filtres", en: "Clear filters" },
  filters: { fr: "Filtres", en: "Filters" },
  reasons: { fr: "Motifs", en: "Reasons" },
  total: { fr: "Total", en: "Total" },
  rows: {
    fr: (count: string, isMany: boolean) => `${count} ${isMany ? "lignes" : "ligne"}`,
    en: (count: string, isMany: boolean) => `${count} ${isMany ? "rows" : "row"}`,
  },
  loadingRows: { fr: "Chargement des lignes", en: "Loading rows" },
  markRow: { fr: "Cocher", en: "Tick" },
  markedRows: {
    fr: (count: number) => (count > 1 ? `${count} lignes cochées` : `${count} ligne cochée`),
    en: (count: number) => (count > 1 ? `${count} rows ticked` : `${count} row ticked`),
  },
  whereFrom: { fr: "D'où vient ce chiffre ?", en: "Where does this figure come from?" },
  amountAmbiguous: {
    fr: "Millier ou virgule ? Écrivez 1234 ou 1,23.",
    en: "Thousands or decimals? Write 1234 or 1.23.",
  },
  amountTooPrecise: {
    fr: "Un montant s'arrête au centime.",
    en: "An amount stops at the cent.",
  },
  amountTooLarge: {
    fr: "Ce montant dépasse ce qu'une écriture peut porter.",
    en: "This amount is larger than an entry can hold.",
  },
  amountUnreadable: {
    fr: "Ce n'est pas un montant : par exemple 1 234,56 ou =120*1,2.",
    en: "This is not an amount: for instance 1,234.56 or =120*1.2.",
  },
  dateUnreadable: {
    fr: "Ce jour n'existe pas : par exemple 20, 2011, 20/11/26 ou a.",
    en: "This day does not exist: for instance 20, 2011, 20/11/26 or t.",
  },
  dateOutside: {
    fr: (from: string, to: string) => `Hors de la période du ${from} au ${to}.`,
    en: (from: string, to: string) => `Outside the period from ${from} to ${to}.`,
  },
  fault: {
    fr: "Une anomalie inattendue s'est produite. Rien n'a été enregistré à moitié.",
    en: "An unexpected error occurred. Nothing was half saved.",
  },
  faultReference: {
    fr: (ref: string) => `Référence : ${ref}`,
    en: (ref: string) => `Reference: ${ref}`,
  },
  officeLost: {
    fr: "Le bureau n'a pas répondu. Vérifiez si l'action a été faite avant de la refaire.",
    en: "The office did not answer. Check whether the action was done before doing it again.",
  },
  dropHere: { fr: "Déposez des fichiers ici", en: "Drop files here" },
  orChoose: { fr: "ou choisissez-les", en: "or choose them" },
  chooseFiles: { fr: "Choisir des fichiers", en: "Choose files" },
  sealIntact: { fr: "Intacte", en: "Intact" },
  sealBroken: { fr: "Rompue", en: "Broken" },
  sealUnchecked: { fr: "Non vérifiée", en: "Not checked" },
  working: { fr: "En cours", en: "Running" },
  doneOf: {
    fr: (done: string, total: string) => `${done} sur ${total}`,
    en: (done: string, total: string) => `${done} of ${total}`,
  },
  isFinal: {
    fr: "C'est définitif : on ne pourra que corriger par une nouvelle opération.",
    en: "This is final: it can only be corrected by a new operation.",
  },
  today: { fr: "Aujourd'hui", en: "Today" },
  forecast: { fr: "Prévision", en: "Forecast" },
  balance: { fr: "Solde", en: "Balance" },
  low: { fr: "Bas", en: "Low" },
  high: { fr: "Haut", en: "High" },
  floor: { fr: "Plancher", en: "Floor" },
  date: { fr: "Date", en: "Date" },
  showTable: { fr: "Voir en tableau", en: "Show as table" },
  showChart: { fr: "Voir en courbe", en: "Show as chart" },
});

import { catalogue } from "./words.ts";

/** The words of what leaves the book: FEC, invoices, and the check of a FEC. */
export const exportWords = catalogue({
  title: { fr: "Exports", en: "Exports" },
  fec: { fr: "Fichier des écritures comptables (FEC)", en: "Accounting entries file (FEC)" },
  fecWhy: {
    fr: "Le fichier que l'administration demande en cas de contrôle (LPF art. A47 A-1), avec sa notice.",
    en: "The file that the tax office asks for in an audit (LPF art. A47 A-1), with its description.",
  },
  year: {
    fr: (from: string, to: string) => `Exercice du ${from} au ${to}`,
    en: (from: string, to: string) => `Year from ${from} to ${to}`,
  },
  write: { fr: "Écrire le FEC", en: "Write the FEC" },
  writing: { fr: "Écriture et contrôle du FEC…", en: "Writing and checking the FEC…" },
  bridge: { fr: "Dossier passerelle (ZIP)", en: "Bridge folder (ZIP)" },
  bridgeMade: {
    fr: (n: number) => `Dossier écrit : ${n} ${n > 1 ? "pièces" : "pièce"}`,
    en: (n: number) => `Folder written: ${n} ${n === 1 ? "document" : "documents"}`,
  },
  options: { fr: "Forme du fichier", en: "Form of the file" },
  kind: { fr: "Régime", en: "Regime" },
  kindBIC: { fr: "BIC, IS (18 colonnes)", en: "BIC, IS (18 columns)" },
  kindCOM: { fr: "BA ou BNC commercial (18)", en: "BA or BNC accrual (18)" },
  kindBAT: { fr: "BA de trésorerie (21)", en: "BA cash basis (21)" },
  kindBNCT: { fr: "BNC de trésorerie (22)", en: "BNC cash basis (22)" },
  separator: { fr: "Séparateur", en: "Separator" },
  tab: { fr: "Tabulation", en: "Tab" },
  pipe: { fr: "Barre verticale |", en: "Vertical bar |" },
  charset: { fr: "Jeu de caractères", en: "Character set" },
  layout: { fr: "Présentation", en: "Layout" },
  lawLayout: { fr: "Celle de la loi", en: "The law's own" },
  withDrafts: { fr: "Avec les brouillons (provisoire)", en: "With the drafts (provisional)" },
  draftsLeftOut: {
    fr: (n: number) =>
      n > 1
        ? `${n} brouillons inachevés n'y figurent pas.`
        : `${n} brouillon inachevé n'y figure pas.`,
    en: (n: number) => `${n} unfinished ${n === 1 ? "draft is" : "drafts are"} not in it.`,
  },
  saveFec: { fr: "Enregistrer le FEC", en: "Save the FEC" },
  saveDescription: { fr: "Enregistrer la notice (PDF)", en: "Save the description (PDF)" },
  official: { fr: "Niveau du logiciel officiel", en: "Official tool's level" },
  law: { fr: "Niveau de la loi", en: "Law's level" },
  conforming: { fr: "conforme", en: "conforming" },
  notConforming: { fr: "non conforme", en: "not conforming" },
  read: {
    fr: (lines: string, entries: string) => `${lines} lignes, ${entries} écritures`,
    en: (lines: string, entries: string) => `${lines} lines, ${entries} entries`,
  },
  findings: { fr: "Constats", en: "Findings" },
  noFinding: { fr: "Aucun constat.", en: "No finding." },
  rule: { fr: "Constat", en: "Finding" },
  line: { fr: "Ligne", en: "Line" },
  column: { fr: "Colonne", en: "Column" },
  gravity: { fr: "Gravité", en: "Gravity" },
  error: { fr: "erreur", en: "error" },
  warning: { fr: "remarque", en: "remark" },
  errors: { fr: "Erreurs", en: "Errors" },
  noFile: { fr: "Aucun fichier contrôlé.", en: "No file checked yet." },
  remove: { fr: (name: string) => `Retirer ${name}`, en: (name: string) => `Remove ${name}` },
  source: { fr: "Source", en: "Source" },
  times: { fr: "Fois", en: "Times" },
  binds: {
    fr: "Un contrôle sans constat ne préjuge pas de la régularité de la comptabilité.",
    en: "A check without findings does not prejudge the regularity of the books.",
  },
  invoices: { fr: "Factures clients", en: "Customer invoices" },
  from: { fr: "Du", en: "From" },
  to: { fr: "Au", en: "To" },
  check: { fr: "Contrôler un FEC", en: "Check a FEC" },
  checkHint: {
    fr: "le FEC de n'importe quelle société, rien n'en est gardé",
    en: "any company's FEC; nothing of it is kept",
  },
  checking: {
    fr: (name: string) => `Contrôle de ${name}…`,
    en: (name: string) => `Checking ${name}…`,
  },
});

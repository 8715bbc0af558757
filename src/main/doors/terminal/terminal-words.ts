const meantFr = (nearest: string | undefined, before = "") =>
  nearest === undefined ? "" : ` Vouliez-vous dire « ${before}${nearest} » ?`;

const meantEn = (nearest: string | undefined, before = "") =>
  nearest === undefined ? "" : ` Did you mean "${before}${nearest}"?`;

/** The sentences of the command line itself, in both languages. */
const fr = {
  title: "Écritoire, le bureau financier d'une société française.",
  usage: "Usage : ecritoire <domaine> <commande> --book DOSSIER [--champ valeur …]",
  usageOf: (name: string) => `Usage : ecritoire ${name}`,
  seeHelp: (name: string) => `Aide : ecritoire ${name === "" ? "" : `${name} `}--help`,
  commandsOf: (domain: string) => `Commandes de ${domain}`,
  fields: "Champs",
  common: "Pour toutes les commandes",
  commonFlags: [
    ["--book DOSSIER", "le dossier de la société"],
    ["--input FICHIER|-", "les champs, en JSON ; - lit l'entrée standard"],
    ["--output DOSSIER", "où écrire les fichiers produits (ici par défaut)"],
    ["--force", "remplace un fichier produit qui existe déjà"],
    ["--json", "le résultat en JSON sur la sortie standard"],
    ["--lang fr|en", "la langue des messages"],
    ["--help", "cette aide, à chaque niveau"],
  ] as readonly (readonly [name: string, text: string])[],
  exitCodes: "Codes de sortie : 0 fait, 1 refusé, 2 usage, 3 panne.",
  secrets:
    "La phrase secrète vient du trousseau, d'ECRITOIRE_PASSPHRASE ou se tape ; un autre secret, " +
    "d'ECRITOIRE_SECRET, de --input ou se tape. Jamais d'une option.",
  required: "requis",
  repeatable: "répétable",
  byDefault: (value: string) => `par défaut : ${value}`,
  cents: "centimes",
  kinds: {
    text: "texte",
    integer: "entier",
    number: "nombre",
    boolean: "oui, ou --no-… pour non",
    date: "AAAA-MM-JJ",
    choice: "choix",
    file: "fichier",
    map: ".NOM valeur",
    json: "JSON",
  },
  unknownDomain: (word: string, nearest?: string) =>
    `Domaine inconnu : « ${word} ».${meantFr(nearest)}`,
  unknownCommand: (word: string, nearest?: string) =>
    `Commande inconnue : « ${word} ».${meantFr(nearest)}`,
  unknownFlag: (name: string, nearest?: string) =>
    `Option inconnue : --${name}.${meantFr(nearest, "--")}`,
  unknownName: (name: string, nearest?: string) =>
    `--input : le champ « ${name} » n'existe pas.${meantFr(nearest)}`,
  tooMany: (word: string) => `« ${word} » est de trop : les champs s'écrivent --champ valeur.`,
  noValue: (name: string) => `--${name} ne prend pas de valeur.`,
  valueNeeded: (name: string) => `--${name} attend une valeur.`,
  badValue: (name: string, value: string, expected: string) =>
    `--${name} : « ${value} » n'est pas accepté ; attendu : ${expected}.`,
  badSecret: (name: string) => `${name} : valeur vide ou refusée.`,
  missing: (name: string, isSecret: boolean, expected: string) =>
    isSecret
      ? `Il manque ${name} : tapez-le, donnez-le dans l'environnement ou par --input.`
      : `Il manque --${name} (${expected}).`,
  bookNeeded: "Il manque --book DOSSIER.",
  secretFlag: (name: string) =>
    `--${name} n'est pas accepté : d'autres programmes peuvent lire la ligne de commande. ` +
    "Utilisez l'environnement (ECRITOIRE_PASSPHRASE, ECRITOIRE_SECRET), --input, ou tapez-le.",
  askPassphrase: (folder: string) => `Phrase secrète de ${folder} : `,
  askSecret: (name: string) => `${name} : `,
  askAgain: (name: string) => `${name}, encore une fois : `,
  notSame: "Les deux saisies diffèrent.",
  done: "Fait.",
  nothing: "Rien à montrer.",
  next: (key: string) => `Suite : --after ${key}`,
  total: (count: number) => `${count} en tout`,
  written: (file: string) => `Écrit : ${file}`,
  fault: (reference: string) => `Erreur inattendue ; référence ${reference}.`,
  yes: "oui",
  no: "non",
};

const en: typeof fr = {
  title: "Écritoire, the finance office of one French company.",
  usage: "Usage: ecritoire <domain> <command> --book DIR [--field value …]",
  usageOf: (name) => `Usage: ecritoire ${name}`,
  seeHelp: (name) => `Help: ecritoire ${name === "" ? "" : `${name} `}--help`,
  commandsOf: (domain) => `Commands of ${domain}`,
  fields: "Fields",
  common: "For every command",
  commonFlags: [
    ["--book DIR", "the company's folder"],
    ["--input FILE|-", "the fields, as JSON; - reads standard input"],
    ["--output DIR", "where to write the files produced (here by default)"],
    ["--force", "replaces a produced file that already exists"],
    ["--json", "the result as JSON on standard output"],
    ["--lang fr|en", "the language of messages"],
    ["--help", "this help, at every level"],
  ],
  exitCodes: "Exit codes: 0 done, 1 refused, 2 usage, 3 fault.",
  secrets:
    "The passphrase comes from the keychain, from ECRITOIRE_PASSPHRASE, or is typed; another " +
    "secret from ECRITOIRE_SECRET, from --input, or is typed. Never from a flag.",
  required: "required",
  repeatable: "repeatable",
  byDefault: (value) => `default: ${value}`,
  cents: "cents",
  kinds: {
    text: "text",
    integer: "integer",
    number: "number",
    boolean: "yes, or --no-… for no",
    date: "YYYY-MM-DD",
    choice: "choice",
    file: "file",
    map: ".NAME value",
    json: "JSON",
  },
  unknownDomain: (word, nearest) => `Unknown domain: "${word}".${meantEn(nearest)}`,
  unknownCommand: (word, nearest) => `Unknown command: "${word}".${meantEn(nearest)}`,
  unknownFlag: (name, nearest) => `Unknown flag: --${name}.${meantEn(nearest, "--")}`,
  unknownName: (name, nearest) => `--input: there is no field "${name}".${meantEn(nearest)}`,
  tooMany: (word) => `"${word}" is too much: fields are written --field value.`,
  noValue: (name) => `--${name} takes no value.`,
  valueNeeded: (name) => `--${name} needs a value.`,
  badValue: (name, value, expected) =>
    `--${name}: "${value}" is not accepted; expected: ${expected}.`,
  badSecret: (name) => `${name}: empty or refused value.`,
  missing: (name, isSecret, expected) =>
    isSecret
      ? `${name} is missing: type it, or give it in the environment or by --input.`
      : `--${name} is missing (${expected}).`,
  bookNeeded: "--book DIR is missing.",
  secretFlag: (name) =>
    `--${name} is not accepted: other programs can read the command line. ` +
    "Use the environment (ECRITOIRE_PASSPHRASE, ECRITOIRE_SECRET), --input, or type it.",
  askPassphrase: (folder) => `Passphrase of ${folder}: `,
  askSecret: (name) => `${name}: `,
  askAgain: (name) => `${name}, once more: `,
  notSame: "The two differ.",
  done: "Done.",
  nothing: "Nothing to show.",
  next: (key) => `Next: --after ${key}`,
  total: (count) => `${count} in all`,
  written: (file) => `Written: ${file}`,
  fault: (reference) => `Unexpected error; reference ${reference}.`,
  yes: "yes",
  no: "no",
};

export const terminalWords = { fr, en };

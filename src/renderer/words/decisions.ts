import { catalogue } from "./words.ts";

/** The words of the decision sheet: its templates, what is found of each, the verdict. */
export const decisionWords = catalogue({
  title: { fr: "Décisions", en: "Decisions" },
  asOn: { fr: (on: string) => `au ${on}`, en: (on: string) => `as of ${on}` },
  add: { fr: "Ajouter un choix", en: "Add an option" },
  rate: { fr: "Taux d'actualisation", en: "Discount rate" },
  rateWhy: {
    fr: "Ce que rapporte ou coûte l'argent par an.",
    en: "What money earns or costs in a year.",
  },
  empty: {
    fr: "Aucun choix encore : ajoutez-en un, il est comparé aux autres et à ne rien faire.",
    en: "No option yet: add one, it is weighed against the others and against doing nothing.",
  },
  startWith: { fr: "Commencer par une relance", en: "Begin with chasing an invoice" },
  weighing: { fr: "Les choix se comparent", en: "Options are being weighed" },
  list: { fr: "Choix comparés", en: "Options compared" },
  option: { fr: "Choix", en: "Option" },
  nothing: { fr: "Ne rien faire", en: "Do nothing" },
  collect: { fr: "Relancer une facture", en: "Chase an invoice" },
  factor: { fr: "Céder une créance", en: "Sell a receivable" },
  borrow: { fr: "Emprunter", en: "Borrow" },
  lease: { fr: "Louer ou acheter", en: "Lease or buy" },
  discount: { fr: "Escompte pour paiement anticipé", en: "Early-payment discount" },
  leased: { fr: (name: string) => `${name} : louer`, en: (name: string) => `${name}: lease` },
  bought: { fr: (name: string) => `${name} : acheter`, en: (name: string) => `${name}: buy` },
  npv: { fr: "Valeur actuelle", en: "Net present value" },
  irr: { fr: "Taux interne", en: "IRR" },
  mirr: { fr: "Taux modifié", en: "MIRR" },
  payback: { fr: "Retour le", en: "Pays back on" },
  discountedPayback: { fr: "Retour actualisé", en: "Discounted payback" },
  lowest: { fr: "Point bas", en: "Low point" },
  floor: { fr: "Plancher", en: "Floor" },
  above: { fr: "Au-dessus", en: "Above" },
  below: { fr: "Sous le plancher", en: "Below the floor" },
  never: { fr: "jamais", en: "never" },
  noRate: { fr: "aucun", en: "none" },
  and: { fr: " et ", en: " and " },
  nothingBest: {
    fr: (rate: string) => `Ne rien faire l'emporte : à ${rate}, aucun choix ne vaut mieux.`,
    en: (rate: string) => `Doing nothing comes first: at ${rate}, no option is worth more.`,
  },
  best: {
    fr: (name: string, value: string) =>
      `« ${name} » l'emporte : ${value} de mieux que ne rien faire.`,
    en: (name: string, value: string) => `“${name}” comes first: ${value} better than nothing.`,
  },
  savesFloor: {
    fr: (name: string, on: string, cost: string) =>
      `Sans rien faire, la trésorerie passe sous le plancher le ${on} ; « ${name} » l'évite, pour ` +
      `une valeur de ${cost}.`,
    en: (name: string, on: string, cost: string) =>
      `If nothing is done, cash falls below the floor on ${on}; “${name}” avoids it, for a value of ` +
      `${cost}.`,
  },
  allBreak: {
    fr: (name: string, shallow: string, lowest: string) =>
      `Rien ne tient le plancher, même ne rien faire : « ${name} » vaut le plus, « ${shallow} » ` +
      `descend le moins bas, à ${lowest}.`,
    en: (name: string, shallow: string, lowest: string) =>
      `Nothing stays above the floor, not even doing nothing: “${name}” is worth most, ` +
      `“${shallow}” falls the least, to ${lowest}.`,
  },
  betterButBreaks: {
    fr: (name: string, value: string, on: string) =>
      ` « ${name} » vaudrait plus (${value}), mais passe sous le plancher le ${on}.`,
    en: (name: string, value: string, on: string) =>
      ` “${name}” would be worth more (${value}), but falls below the floor on ${on}.`,
  },
  fromForecast: {
    fr: (grade: string) =>
      `Point bas d'après la prévision, fiabilité ${grade} ; le reste vient des chiffres saisis.`,
    en: (grade: string) =>
      `Low point from the forecast, reliability ${grade}; the rest from the figures entered.`,
  },
  irrNone: {
    fr: "Aucun taux interne : rien n'est avancé qui revienne, ou l'inverse.",
    en: "No IRR: nothing is laid out that comes back, or the reverse.",
  },
  irrOne: {
    fr: (rate: string) => `Rapporte ${rate} par an sur ce qui est avancé.`,
    en: (rate: string) => `Earns ${rate} a year on what is laid out.`,
  },
  irrCost: {
    fr: (rate: string) => `L'argent reçu d'abord coûte ${rate} par an.`,
    en: (rate: string) => `The money received first costs ${rate} a year.`,
  },
  irrSeveral: {
    fr: (rates: string) =>
      `Plusieurs taux annulent la valeur (${rates}) : aucun ne se lit seul, fiez-vous à la valeur ` +
      "actuelle et au taux modifié.",
    en: (rates: string) =>
      `Several rates bring the value to zero (${rates}): none can be read alone, rely on the ` +
      "net present value and the MIRR.",
  },
  breakEven: { fr: "Point d'équilibre", en: "Break-even" },
  evenCost: {
    fr: (value: string) => `Vaut la peine jusqu'à ${value} de frais de relance.`,
    en: (value: string) => `Worth it up to ${value} spent on chasing.`,
  },
  evenCommission: {
    fr: (value: string) => `Vaut la peine jusqu'à ${value} de commission.`,
    en: (value: string) => `Worth it up to a commission of ${value}.`,
  },
  evenRate: {
    fr: (value: string) => `Vaut la peine si votre argent rapporte plus de ${value} par an.`,
    en: (value: string) => `Worth it if your money earns more than ${value} a year.`,
  },
  evenRent: {
    fr: (value: string) => `Louer vaut acheter à ${value} par mois.`,
    en: (value: string) => `Leasing equals buying at ${value} a month.`,
  },
  evenPrice: {
    fr: (value: string) => `Acheter vaut louer à ${value}.`,
    en: (value: string) => `Buying equals leasing at ${value}.`,
  },
  evenTaken: {
    fr: (value: string) => `À prendre dès que l'escompte dépasse ${value}.`,
    en: (value: string) => `Worth taking once the discount is above ${value}.`,
  },
  evenGiven: {
    fr: (value: string) => `À accorder tant que l'escompte reste sous ${value}.`,
    en: (value: string) => `Worth giving while the discount stays below ${value}.`,
  },
  evenNever: {
    fr: "Aucun point d'équilibre : quel que soit ce chiffre, la valeur garde son signe.",
    en: "No break-even: whatever that figure, the value keeps its sign.",
  },
  sensitivity: {
    fr: (name: string, input: string) => `${name} : ce qui pèse le plus, ${input}`,
    en: (name: string, input: string) => `${name}: what weighs most, ${input}`,
  },
  sensitivityWhat: {
    fr: (against: string) =>
      `Ce que vaut le choix, face à ${against}, quand une seule hypothèse bouge.`,
    en: (against: string) =>
      `What the option is worth, against ${against}, when one assumption alone moves.`,
  },
  sensitivityNone: {
    fr: "Aucune hypothèse de ce choix ne peut bouger.",
    en: "No assumption of this option can move.",
  },
  sensitivityFile: { fr: "sensibilite-du-choix", en: "sensitivity-of-the-option" },
  npvGap: { fr: "Écart de valeur actuelle", en: "Difference of present value" },
  against: { fr: "Comparé à", en: "Compared with" },
  againstNothing: { fr: "ne rien faire", en: "doing nothing" },
  againstLease: { fr: "la location", en: "leasing" },
  againstBuy: { fr: "l'achat", en: "buying" },
  input: { fr: "Hypothèse", en: "Assumption" },
  typed: { fr: "Saisie", en: "As typed" },
  low: { fr: "Basse", en: "Low" },
  lowValue: { fr: "Valeur à la basse", en: "Value at the low end" },
  high: { fr: "Haute", en: "High" },
  highValue: { fr: "Valeur à la haute", en: "Value at the high end" },
  span: { fr: "Écart", en: "Span" },
  receipts: { fr: "Entrées", en: "Receipts" },
  payments: { fr: "Sorties", en: "Payments" },
  receiptsLater: { fr: "Jour des entrées", en: "Day of the receipts" },
  paymentsLater: { fr: "Jour des sorties", en: "Day of the payments" },
  lastFlow: { fr: "Dernier flux", en: "Last flow" },
  monthsTold: { fr: (count: string) => `${count} mois`, en: (count: string) => `${count} mo.` },
  daysTold: { fr: (count: string) => `${count} j`, en: (count: string) => `${count} d` },
  invoice: { fr: "Facture ouverte", en: "Open invoice" },
  invoiceHow: {
    fr: "Numéro ou client : montant, échéance et jour attendu viennent du dossier.",
    en: "Number or customer: amount, due date and expected day come from the book.",
  },
  invoiceNone: { fr: "Aucune facture ouverte ne correspond.", en: "No open invoice matches." },
  invoiceLine: {
    fr: (number: string, party: string, open: string) => `${number} · ${party} · ${open}`,
    en: (number: string, party: string, open: string) => `${number} · ${party} · ${open}`,
  },
  invoiceTaken: {
    fr: (due: string, likely: string, late: string) =>
      `Échéance le ${due} ; attendue le ${likely} d'après la prévision, une fois sur dix après le ${late}.`,
    en: (due: string, likely: string, late: string) =>
      `Due on ${due}; expected on ${likely} from the forecast, one time in ten after ${late}.`,
  },
  invoiceDoubtful: {
    fr: (due: string, likely: string) =>
      `Échéance le ${due} ; attendue le ${likely} d'après la prévision, une fois sur dix jamais.`,
    en: (due: string, likely: string) =>
      `Due on ${due}; expected on ${likely} from the forecast, one time in ten never.`,
  },
  invoiceLost: {
    fr: (due: string) =>
      `Échéance le ${due} ; d'après la prévision, elle a plus d'une chance sur deux de ne jamais ` +
      "être payée : le jour attendu reste celui qui est saisi.",
    en: (due: string) =>
      `Due on ${due}; from the forecast, it is more likely than not never to be paid: the expected ` +
      "day stays as typed.",
  },
  invoiceExplained: {
    fr: "Une ligne de banque semble déjà la régler : rien n'est repris.",
    en: "A bank line already seems to pay it: nothing is taken.",
  },
  flows: { fr: "Flux datés", en: "Dated flows" },
  flowsMore: {
    fr: (count: string) => `et ${count} autres, jusqu'à la fin`,
    en: (count: string) => `and ${count} more, until the end`,
  },
  date: { fr: "Le", en: "On" },
  amount: { fr: "Montant", en: "Amount" },
  figures: { fr: "Chiffres du choix", en: "Figures of the option" },
  name: { fr: "Nom", en: "Name" },
  remove: { fr: "Ôter ce choix", en: "Remove this option" },
  openAmount: { fr: "Montant à recevoir", en: "Amount to receive" },
  expectedOn: { fr: "Attendu le", en: "Expected on" },
  earlyOn: { fr: "Reçu plus tôt le", en: "Received earlier on" },
  actOn: { fr: "Fait le", en: "Done on" },
  cost: { fr: "Coût de la relance", en: "Cost of chasing" },
  chance: { fr: "Chance de réussir", en: "Chance of success" },
  advance: { fr: "Part avancée", en: "Share advanced" },
  commission: { fr: "Commission", en: "Commission" },
  financing: { fr: "Taux de financement", en: "Financing rate" },
  borrowed: { fr: "Montant emprunté", en: "Amount borrowed" },
  loanRate: { fr: "Taux annuel", en: "Yearly rate" },
  months: { fr: "Mensualités", en: "Monthly instalments" },
  monthUnit: { fr: "mois", en: "mo." },
  fee: { fr: "Frais de dossier", en: "Arrangement fee" },
  rent: { fr: "Loyer mensuel", en: "Monthly lease payment" },
  residual: { fr: "Option d'achat à la fin", en: "Purchase option at the end" },
  price: { fr: "Prix d'achat", en: "Purchase price" },
  resale: { fr: "Valeur de revente à la fin", en: "Resale value at the end" },
  gain: { fr: "Ce qu'il rapporte par mois", en: "What it brings a month" },
  side: { fr: "Sens", en: "Direction" },
  taken: { fr: "Obtenu d'un fournisseur", en: "Taken from a supplier" },
  given: { fr: "Accordé à un client", en: "Given to a customer" },
  invoiced: { fr: "Montant facturé", en: "Amount invoiced" },
  dueOn: { fr: "Échéance", en: "Due on" },
  paidEarlyOn: { fr: "Payé plus tôt le", en: "Paid earlier on" },
  discountRate: { fr: "Escompte", en: "Discount" },
});

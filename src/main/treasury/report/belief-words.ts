/** Words of the report's last page: the stress test, and how far to believe all this. */
export const beliefWords = {
  beliefPage: {
    fr: "Si cela tourne mal, et jusqu'où y croire",
    en: "If things go wrong, and how far to trust this",
  },
  stress: {
    fr: (runs: string) => `Stress : ${runs} tirages de la prévision sur 90 jours`,
    en: (runs: string) => `Stress: ${runs} draws of the forecast over 90 days`,
  },
  sure: { fr: "plus de 99,9 %", en: "over 99.9%" },
  impossible: { fr: "moins de 0,1 %", en: "under 0.1%" },
  belowFloor: { fr: "Passer sous le plancher", en: "Fall below the floor" },
  within: {
    fr: (days: string) => `d'ici ${days} jours`,
    en: (days: string) => `within ${days} days`,
  },
  worstCase: { fr: "Point bas des 5 % pires", en: "Low point, worst 5%" },
  inMean: { fr: "en moyenne", en: "on average" },
  buffer: { fr: "Coussin utile", en: "Buffer needed" },
  toStay: { fr: "pour tenir 19 fois sur 20", en: "to hold 19 times in 20" },
  median: { fr: "Point bas médian", en: "Median low point" },
  fanAlt: {
    fr: "Éventail des soldes tirés au sort : médiane, une fois sur deux, neuf fois sur dix.",
    en: "Fan of the drawn balances: median, one time in two, nine times in ten.",
  },
  fanKey: {
    fr: "Trait : médiane ; bande foncée : une fois sur deux ; bande claire : neuf fois sur dix ; tirets : plancher.",
    en: "Line: median; dark band: one time in two; light band: nine times in ten; dashes: floor.",
  },
  belief: { fr: "Jusqu'où croire ces chiffres", en: "How far to trust these figures" },
  finding: { fr: "Constat", en: "Finding" },
  observed: { fr: "Observations", en: "Observations" },
  period: { fr: "Jours couverts", en: "Days covered" },
  gradeLong: { fr: "Fiabilité", en: "Grade" },
  isForecast: { fr: "Prévision de trésorerie", en: "Cash forecast" },
  isDelays: { fr: "Retards de paiement des clients", en: "Customers' payment delays" },
  isRisk: { fr: "Risque des clients", en: "Customers' risk" },
  isStress: { fr: "Test de stress", en: "Stress test" },
  isDso: { fr: "Délai d'encaissement (DSO)", en: "Days sales outstanding (DSO)" },
  isDpo: { fr: "Délai de règlement (DPO)", en: "Days payable outstanding (DPO)" },
  isEffect: { fr: "Effet d'une relance", en: "Effect of a reminder" },
  measured: { fr: "Fiabilité mesurée", en: "Measured reliability" },
  measuredOn: {
    fr: (on: string, origins: string, inside: string) =>
      `${origins} prévisions refaites sur le passé, mesurées au ${on} : la bande a tenu ${inside} du temps à 30 jours.`,
    en: (on: string, origins: string, inside: string) =>
      `${origins} forecasts rerun on the past, measured on ${on}: the band held ${inside} of the time at 30 days.`,
  },
  measuredErrors: {
    fr: (own: string, flat: string) =>
      `Erreur hebdomadaire sur les encaissements à 30 jours : ${own} ; de la simple moyenne : ${flat}.`,
    en: (own: string, flat: string) =>
      `Weekly error on receipts at 30 days: ${own}; of the plain average: ${flat}.`,
  },
  notMeasured: {
    fr: "La prévision n'a pas encore été mesurée sur le passé : l'écran Fiabilité mesurée le fait.",
    en: "The forecast has not been measured on the past yet: the Measured reliability screen does it.",
  },
  detectors: { fr: "Ce que les alertes ont valu", en: "What the alerts were worth" },
  detector: { fr: "Signal", en: "Signal" },
  said: { fr: "Alertes passées", en: "Past alerts" },
  right: { fr: "Suivies d'effet", en: "Came true" },
  chanceAlone: { fr: "Par hasard", en: "By chance" },
  state: { fr: "État", en: "State" },
  isOn: { fr: "éprouvé", en: "proven" },
  isOff: { fr: "éteint", en: "off" },
  isLearning: { fr: "à l'essai", en: "on trial" },
  noDetector: { fr: "Aucun signal encore jugé.", en: "No signal judged yet." },
  detectorNames: {
    fr: {
      ...{ "lateness-drift": "Retards qui s'allongent", "overdue-habit": "Retard inhabituel" },
      ...{ disputes: "Contestations", concentration: "Concentration des ventes" },
      ...{ "terms-shrinking": "Délais fournisseurs", "order-gap": "Commandes qui manquent" },
      ...{ "low-point": "Points bas", "days-below-floor": "Jours sous le plancher" },
      ...{ "margin-erosion": "Marge qui s'érode", "overdraft-fees": "Frais de découvert" },
    },
    en: {
      ...{ "lateness-drift": "Growing lateness", "overdue-habit": "Unusual lateness" },
      ...{ disputes: "Disputes", concentration: "Concentration of sales" },
      ...{ "terms-shrinking": "Supplier terms", "order-gap": "Missing orders" },
      ...{ "low-point": "Low points", "days-below-floor": "Days below the floor" },
      ...{ "margin-erosion": "Margin wearing away", "overdraft-fees": "Overdraft fees" },
    },
  },
  notes: { fr: "À savoir", en: "Notes" },
  grades: {
    fr: "A : bien fondé ; B : correct ; C : surtout une hypothèse. Sous trois paiements, un client est estimé d'après l'ensemble des clients.",
    en: "A: well founded; B: fair; C: mostly assumption. Below three payments, a customer is estimated from all customers.",
  },
  openBookNote: {
    fr: "La prévision compte les pièces ouvertes, l'échéancier, ce qui revient de soi-même et, dès 60 jours de facturation, les affaires à venir au rythme habituel.",
    en: "The forecast counts open items, the schedule and recurring flows and, from 60 days of billing on, future business at the usual pace.",
  },
  effectNote: {
    fr: "L'effet des relances est une hypothèse tant que trop peu de relances sont notées dans le journal.",
    en: "The effect of reminders is an assumption as long as too few of them are logged.",
  },
  arithmeticNote: {
    fr: "Chaque chiffre de ce rapport s'ouvre dans l'application jusqu'aux pièces et aux lignes de banque qui le font.",
    en: "Each figure of this report opens in the application down to the documents and bank lines that make it.",
  },
} as const;

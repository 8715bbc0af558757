import type { Random } from "./random.ts";

/** A made-up customer or supplier. */
export interface Company {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly iban: string;
  /** Whether our books know the IBAN. */
  readonly isIbanKnown: boolean;
  /** Head office that may pay in its place, unknown to our books. */
  readonly headOffice: string;
  readonly medianDelayDays: number;
  /** A fixed price billed every month, or none. */
  readonly subscriptionMinor: number | undefined;
  readonly isSupplier: boolean;
  /** The currency that it is invoiced in; euro for most. */
  readonly currency: string;
  /** How this supplier numbers its bills. */
  readonly numbering: number;
}

const FORMS = ["SARL", "SAS", "SASU", "EURL", "SA", "SCI", "ETS", ""];
const TRADES = (
  "Menuiserie Garage Boulangerie Imprimerie Cabinet Atelier Transports Maçonnerie Plomberie " +
  "Librairie Pharmacie Clinique Domaine Agence Studio Conserverie Brasserie Fonderie Papeterie " +
  "Carrosserie Serrurerie Charpente Horlogerie Fromagerie Tannerie Verrerie Scierie Pépinière " +
  "Laboratoire Crèche Hôtel Camping Auberge Électricité Climatisation Sécurité Nettoyage Conseil"
).split(" ");
const SURNAMES = (
  "Aubrac Belmont Carvalin Delorge Estramont Fauvel Gransec Hautecour Isnard Jourdel Kermadec " +
  "Lestang Marchive Nervaux Orsenne Pelletan Quintrec Ravelin Sauvigny Taverney Urvoas Valmeyre " +
  "Wambrec Ysambert Zellmar Bricourt Chanvert Duvallon Escoffre Fontenoy Garrigou Hennequart " +
  "Jacquemard Lormeau Montbrisac Noirval Paumerol Rochebelle Sennecey Tourvieille Vauquelin " +
  "Brunel Colin Durand Faure Girard Henry Lambert Martin Noël Petit Robert Simon Thomas Vidal"
).split(" ");
const PLACES = (
  "Lyonnaise Bretonne Alpine Provence Ouest Rhodanienne Normande Vosges Garonne Armorique Loire " +
  "Picarde Berry Quercy Morvan Vendée Artois Savoie Béarn Forez Roussillon Beauce Camargue Velay"
).split(" ");
const COINED = ["NOVA", "TECH", "ALTI", "ECO", "MEGA", "PRO", "SYN", "OPTI", "VERT", "HEXA"];
const ENDINGS = ["LIS", "DATA", "SOL", "BAT", "TEK", "LOG", "MED", "VIA", "TRANS", "PLUS"];

/** Makes companies; names share words as true ones do, but no two are written alike. */
export function makeCompanies(random: Random, count: number): Company[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, n) => {
    let core = makeCore(random, n);
    while (taken.has(core)) core = `${makeCore(random, n)} ${random.pick(PLACES)}`;
    taken.add(core);
    const form = random.pick(FORMS);
    const isSupplier = random.chance(0.35);
    return {
      id: `p${n}`,
      name: random.chance(0.5) ? `${form} ${core}`.trim() : `${core} ${form}`.trim(),
      aliases: random.chance(0.15) ? [core.split(" ").slice(0, 2).join(" ")] : [],
      iban: makeIban(random),
      isIbanKnown: random.chance(0.45),
      headOffice: `GROUPE ${random.pick(COINED)}${random.pick(ENDINGS)} ${random.int(2, 99)}`,
      medianDelayDays: random.chance(0.7) ? random.int(-3, 6) : random.int(7, 45),
      subscriptionMinor: random.chance(0.2) ? random.int(8, 240) * 500 : undefined,
      isSupplier,
      currency: random.chance(0.05) ? random.pick(["USD", "GBP", "CHF"]) : "EUR",
      numbering: random.int(0, 4),
    };
  });
}

function makeCore(random: Random, n: number): string {
  const surname = random.pick(SURNAMES);
  switch (random.int(0, 5)) {
    case 0:
      return `${random.pick(TRADES)} ${surname}`;
    case 1:
      return `${surname} ${random.pick(TRADES)} ${random.pick(PLACES)}`;
    case 2:
      return `${random.pick(COINED)}${random.pick(ENDINGS)} ${random.pick(PLACES)}`;
    case 3:
      return `${surname} & ${random.pick(SURNAMES)}`;
    case 4:
      return `${random.pick(TRADES)} de ${random.pick(PLACES)} ${surname}`;
    default:
      return n % 3 === 0 ? `L'${surname} ${random.pick(TRADES)}` : `${surname} ${surname} Frères`;
  }
}

function makeIban(random: Random): string {
  return `FR76${Array.from({ length: 23 }, () => random.int(0, 9)).join("")}`;
}

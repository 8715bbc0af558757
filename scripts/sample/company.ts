import { frenchIbanOf, frenchVatOf, sirenOf, siretOf } from "./identifiers.ts";
import type { AccountKey } from "./model.ts";

/** The seed of the shipped sample. */
export const SAMPLE_SEED = 20_250_102;

export const FIRST_DAY = "2025-01-02";
export const LAST_DAY = "2026-12-31";

const SIREN = sirenOf(29_481_726);

/** The sample company: invented, as are its banks and everyone it deals with. */
export const company = {
  name: "Ateliers Brindelaire",
  legalForm: "SAS",
  siren: SIREN,
  siret: siretOf(SIREN, 1),
  vatNumber: frenchVatOf(SIREN),
  rcs: "RCS Angers",
  activity: "Imprimerie, édition et signalétique",
  address: {
    street: "14 rue des Trois-Fondeurs",
    postalCode: "49100",
    city: "Angers",
    country: "FR",
  },
  capitalMinor: 6_000_000,
} as const;

export type OwnAccount = {
  key: AccountKey;
  name: string;
  bankName: string;
  iban: string;
  bic: string;
  account: string;
  journal: string;
  file: string;
};

/** The three bank accounts; their banks, and so the bank codes, are invented. */
export const accounts: readonly OwnAccount[] = [
  {
    key: "main",
    name: "Compte courant",
    bankName: "Banque de l'Estuaire",
    iban: frenchIbanOf("18999", "00412", "00021847305"),
    bic: "BQESFRP1XXX",
    account: "512001",
    journal: "BQ1",
    file: "bank-main",
  },
  {
    key: "cards",
    name: "Compte encaissement cartes",
    bankName: "Banque de l'Estuaire",
    iban: frenchIbanOf("18999", "00412", "00021847402"),
    bic: "BQESFRP1XXX",
    account: "512002",
    journal: "BQ2",
    file: "bank-cards.ofx",
  },
  {
    key: "savings",
    name: "Compte sur livret entreprise",
    bankName: "Caisse Rurale du Layon",
    iban: frenchIbanOf("18997", "00073", "00098765432"),
    bic: "CRLYFRP1XXX",
    account: "512003",
    journal: "BQ3",
    file: "bank-savings.csv",
  },
];

export function accountOf(key: AccountKey): OwnAccount {
  const found = accounts.find((account) => account.key === key);
  if (found === undefined) throw new RangeError(`no account ${key}`);
  return found;
}

/** Content of `company.json`. */
export function companyRecord(): object {
  const { name, siren, siret, vatNumber, address, legalForm, capitalMinor, rcs, activity } =
    company;
  return {
    name,
    legalForm,
    siren,
    siret,
    vatNumber,
    rcs,
    activity,
    address: `${address.street}, ${address.postalCode} ${address.city}`,
    capitalMinor,
    foundedOn: FIRST_DAY,
    fiscalYears: [
      { startsOn: "2025-01-01", endsOn: "2025-12-31", chart: "pcg-2025" },
      { startsOn: "2026-01-01", endsOn: "2026-12-31", chart: "pcg-2026" },
    ],
    bankAccounts: accounts.map(({ name: label, bankName, iban, bic, account, journal }) => ({
      name: label,
      bankName,
      iban,
      bic,
      currency: "EUR",
      account,
      journal,
    })),
  };
}

/** All words here are without accents and in lower case. */
const anyOf = (words: string) => words.split(" ").join("|").replaceAll("_", " ");

/** Starts the buyer's address: what follows is not the supplier. */
export const BUYER = new RegExp(
  `^.{0,3}(?:factur\\w+ a|livr\\w+ a|doit(?: :|$)|bill(?:ed)? to|${anyOf(
    "client destinataire acheteur ship_to sold_to invoice_to customer buyer kunde kaufer guest " +
      "rechnungsempfanger a_l'attention nom_de_l'abonne",
  )}|adresse (?:de|du) (?:facturation|livraison|client|l'installation))`,
);

/** Announces the supplier's name. */
export const SELLER = new RegExp(
  `(?<!\\p{L})(?:titulaire(?: du compte)?|in favou?r of|${anyOf(
    "vendeur emetteur fournisseur prestataire expediteur beneficiaire seller supplier vendor " +
      "service_provider account_holder verkaufer rechnungsersteller",
  )})(?:\\s*:|$| ¦)`,
  "u",
);

/** Starts a line that is no name. */
export const NOT_A_NAME = new RegExp(
  `^(?:factures?|n[°o]|modes?|moyens?|${anyOf(
    "avoir invoice date page tel fax numero ref total montant siren siret tva vat iban bic rue " +
      "avenue www http email e-mail code designation description objet devis a_l'attention " +
      "adresse bp cs receipt tax from de to credit rcs ape naf capital siege echeance payment " +
      "your votre conditions modalites reglement virement sas sarl sa eurl sasu registered phone " +
      "mobile rechnung factuur customer order net montant qte quantite prix unit amount due ship " +
      "bill compte bank_name",
  )})(?!\\p{L})`,
  "u",
);

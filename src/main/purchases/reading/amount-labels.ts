import type { Label } from "./label-hit.ts";

/** What an amount on a bill can be; "other" labels announce amounts that are none of the three. */
export type AmountKind = "net" | "vat" | "gross" | "other";

const HT =
  "(?:h\\.? ?t\\b\\.?|hors[ -]taxes?|hors tva|" +
  "excl?(?:uding|usive|\\.)?(?: of)?(?: vat| tax| btw)?)";
const TTC = "(?:t\\.? ?t\\.? ?c\\b\\.?|toutes? taxes?(?: comprises?)?)";
const CURRENCY = "(?:en )?(?:eur|euros?|€)?";

function label(kind: AmountKind, weight: number, words: string): Label<AmountKind> {
  // A remark in brackets belongs to the label: "Total (TVA incluse)".
  const remark = "(?: ?\\([^)\\d]{0,30}\\))?";
  const source = `(?<![\\p{L}\\d])(?:${words})(?!\\p{L})${remark}`;
  return { kind, weight, words: new RegExp(source, "gu") };
}

/** Labels of the amounts of a bill, from the most precise wording to the vaguest. */
export const AMOUNT_LABELS: readonly Label<AmountKind>[] = [
  label("other", 1, `p\\.? ?u\\.?(?: ?${HT}| ?${TTC})?|prix unit[a-z]*\\.?(?: ?${HT}| ?${TTC})?`),
  label("other", 1, "unit price|price per unit|prijs per stuk|capital(?: social)?(?: de)?"),
  label("other", 1, "(?:deja )?(?:paye|regle|verse)e?s?|acomptes?(?: verse| recu| deduit)?s?"),
  label("other", 1, "(?:amount )?(?:already )?paid|deposit|prepayment|payment received|credits?"),
  label("other", 1, "indemnite(?: forfaitaire)?[a-z ]*|escompte|remises?|discount|rabais|economie"),
  label("other", 1, "total brut(?: ht)?|solde (?:precedent|anterieur)|ancien solde|avant remise"),
  label("other", 1, "previous balance|eco[ -]?(?:part(?:icipation)?|taxe)|consigne"),
  label("gross", 1, `(?:total|montant|prix|somme|net)s?(?: [a-z]{2,10}){0,2} ?${CURRENCY} ?${TTC}`),
  label("gross", 1, `total (?:amount )?incl?(?:uding|usive|\\.)?(?: of)? ?(?:vat|tax|btw)?`),
  label(
    "gross",
    1,
    "net (?:a|\\S{1,2}) (?:payer|regler)|(?:total|montant|somme) (?:net )?a (?:payer|regler)",
  ),
  label(
    "gross",
    0.95,
    "(?:total )?(?:amount|balance|payment) (?:due|payable)|total (?:due|payable)",
  ),
  label(
    "gross",
    0.95,
    "due payable|grand total|invoice total|total (?:for )?(?:this )?invoice|to pay",
  ),
  label("gross", 0.95, "montant du|solde du|reste (?:a payer|du)|solde a (?:payer|regler)"),
  label(
    "gross",
    0.95,
    "rechnungsbetrag|gesamtbetrag|endbetrag|zahlbetrag|bruttobetrag|gesamt brutto",
  ),
  label("gross", 0.95, "rechnungssumme brutto|te betalen|totaal te betalen|montant du prelevement"),
  label("gross", 1, "total,? ?(?:tva|taxes?|vat) incl(?:uses?|uded)?|total tvac|bruttosumme"),
  label(
    "net",
    1,
    "total (?:hors|sans) (?:tva|taxes?)|(?:rechnungssumme )?ohne (?:ust|mwst)\\.?|htva",
  ),
  label("net", 1, `(?:total|montant|base|somme|net)s?(?: [a-z]{2,10}){0,2} ?${CURRENCY} ?${HT}`),
  label("net", 1, `(?:total )?net (?:amount|total|amout|subtotal)|amount ${HT}|total net`),
  label(
    "net",
    0.9,
    `sous[ -]?total(?: ${HT})?|sub[ -]?total|taxable amount|total before (?:tax|vat)`,
  ),
  label(
    "net",
    0.9,
    "nettobetrag|netto(?:summe|preis)?|rechnungssumme netto|exclusief btw|subtotaal",
  ),
  label("net", 0.8, "base(?: ht| imposable| taxable| tva)?|steuerbasisbetrag|zwischensumme"),
  label("gross", 0.75, `${TTC}`),
  label("net", 0.7, `${HT}`),
  label(
    "vat",
    1,
    "(?:total|montant|dont)s?(?: de| des)?(?: la)? ?(?:t\\.? ?v\\.? ?a\\b\\.?|taxes?)",
  ),
  label(
    "vat",
    1,
    "(?:total )?(?:vat|tax|gst)(?: amount| total)|total (?:vat|tax)|(?:sales )?tax total",
  ),
  label(
    "vat",
    0.85,
    "t\\.? ?v\\.? ?a\\b\\.?|vat|sales tax|gst|tax(?:es)?|mwst\\.?|ust\\.?|u\\.?st\\.?",
  ),
  label("vat", 0.85, "umsatzsteuer|mehrwertsteuer|btw|iva|steuerbetrag"),
  label("gross", 0.55, "total (?:facture|general|de la facture|avoir)|total amount|brutto"),
  label("gross", 0.45, "total|totaal|gesamt|summe"),
];

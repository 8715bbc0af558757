import type { Saying } from "./saying.ts";
import { words } from "./words.ts";

const always = () => true;

/** What customers owe and how long payments take, both ways. */
export const tradeSayings: readonly Saying[] = [
  {
    topic: "customers",
    point: "owed",
    when: ({ value }) => value("lateInvoices") === 1,
    says: [
      {
        fr: words(
          "Vos clients vous doivent {receivable} ; une facture est en retard : {lateReceivable}.",
        ),
        en: words("Customers owe you {receivable}; one invoice is late: {lateReceivable}."),
      },
    ],
  },
  {
    topic: "customers",
    point: "owed",
    when: ({ value }) => (value("lateInvoices") ?? 0) > 1,
    says: [
      {
        fr: words(
          "Vos clients vous doivent {receivable}, dont {lateReceivable} en retard sur " +
            "{lateInvoices} factures.",
        ),
        en: words(
          "Customers owe you {receivable}, of which {lateReceivable} is late on {lateInvoices} " +
            "invoices.",
        ),
      },
      {
        fr: words(
          "{lateInvoices} factures sont en retard, pour {lateReceivable} sur les {receivable} que " +
            "vous doivent vos clients.",
        ),
        en: words(
          "{lateInvoices} invoices are late, for {lateReceivable} of the {receivable} that " +
            "customers owe you.",
        ),
      },
    ],
  },
  {
    topic: "customers",
    point: "owed",
    when: ({ value }) => (value("receivable") ?? 0) > 0,
    says: [
      {
        fr: words("Vos clients vous doivent {receivable}, et rien n'est en retard."),
        en: words("Customers owe you {receivable}, and nothing is late."),
      },
    ],
  },
  {
    topic: "customers",
    point: "worst",
    when: ({ value }) => (value("worstDelay") ?? 0) > 0,
    says: [
      {
        fr: words(
          "{worstParty} doit le plus, {worstOpen}, et paie d'habitude {worstDelay} après l'échéance.",
        ),
        en: words(
          "{worstParty} owes most, {worstOpen}, and usually pays {worstDelay} after the due date.",
        ),
      },
    ],
  },
  {
    topic: "customers",
    point: "worst",
    when: always,
    says: [
      {
        fr: words("{worstParty} doit le plus, {worstOpen}, et paie d'habitude à l'heure."),
        en: words("{worstParty} owes most, {worstOpen}, and usually pays in time."),
      },
    ],
  },
  {
    topic: "customers",
    point: "delays",
    when: ({ value }) => (value("dso") ?? 0) > (value("dpo") ?? 0),
    says: [
      {
        fr: words(
          "Vous attendez vos clients {dso} et réglez vos fournisseurs en {dpo} : l'écart se finance " +
            "sur votre trésorerie.",
        ),
        en: words(
          "You wait {dso} for customers and pay suppliers in {dpo}: your cash finances the gap.",
        ),
      },
    ],
  },
  {
    topic: "customers",
    point: "delays",
    when: always,
    says: [
      {
        fr: words("Vos clients paient en {dso}, vous réglez vos fournisseurs en {dpo}."),
        en: words("Customers pay in {dso}, you pay suppliers in {dpo}."),
      },
    ],
  },
];

import type { Saying } from "./saying.ts";
import { words } from "./words.ts";

const always = () => true;

/** Cash today and ahead, against the floor. */
export const cashSayings: readonly Saying[] = [
  {
    topic: "cash",
    point: "now",
    when: ({ value }) => (value("balance") ?? 0) < 0,
    says: [
      {
        fr: words("Au {asOn}, les comptes sont à découvert : {balance}."),
        en: words("On {asOn} the accounts are overdrawn: {balance}."),
      },
    ],
  },
  {
    topic: "cash",
    point: "now",
    when: always,
    says: [
      {
        fr: words("Au {asOn}, vous avez {balance} en banque."),
        en: words("On {asOn} you have {balance} in the bank."),
      },
      {
        fr: words("Les comptes portent {balance} au {asOn}."),
        en: words("The accounts hold {balance} on {asOn}."),
      },
    ],
  },
  {
    topic: "cash",
    point: "ahead",
    when: ({ value }) => (value("monthAhead") ?? 0) < (value("balance") ?? 0),
    says: [
      {
        fr: words("Dans un mois, la prévision descend à {monthAhead}."),
        en: words("A month from now the forecast goes down to {monthAhead}."),
      },
      {
        fr: words("La prévision baisse : {monthAhead} dans un mois."),
        en: words("The forecast falls: {monthAhead} a month from now."),
      },
    ],
  },
  {
    topic: "cash",
    point: "ahead",
    when: always,
    says: [
      {
        fr: words("Dans un mois, la prévision est de {monthAhead}."),
        en: words("A month from now the forecast is {monthAhead}."),
      },
    ],
  },
  {
    topic: "cash",
    point: "floor",
    when: ({ value }) => (value("missing") ?? 0) > 0,
    says: [
      {
        fr: words(
          "Le plancher de {floor} serait franchi le {crossedOn} ; au plus bas, le {lowestOn}, il " +
            "manquerait {missing}.",
        ),
        en: words(
          "The floor of {floor} would be crossed on {crossedOn}; at the lowest, on {lowestOn}, " +
            "{missing} would be missing.",
        ),
      },
      {
        fr: words(
          "Attention au {lowestOn} : le solde prévu est de {lowest}, soit {missing} sous le " +
            "plancher de {floor}, franchi dès le {crossedOn}.",
        ),
        en: words(
          "Watch {lowestOn}: the balance expected is {lowest}, {missing} under the floor of " +
            "{floor}, crossed from {crossedOn} on.",
        ),
      },
    ],
  },
  {
    topic: "cash",
    point: "floor",
    when: always,
    says: [
      {
        fr: words(
          "Le point bas prévu est de {lowest} le {lowestOn}, {margin} au-dessus du plancher.",
        ),
        en: words("The lowest point expected is {lowest} on {lowestOn}, {margin} above the floor."),
      },
      {
        fr: words("Rien ne passe sous le plancher : au plus bas {lowest}, le {lowestOn}."),
        en: words("Nothing goes under the floor: {lowest} at the lowest, on {lowestOn}."),
      },
    ],
  },
  {
    topic: "cash",
    point: "runway",
    when: ({ value }) => (value("runway") ?? 99) < 6,
    says: [
      {
        fr: words("Au rythme des derniers mois, cet argent dure {runway}."),
        en: words("At the pace of the last months this money lasts {runway}."),
      },
    ],
  },
];

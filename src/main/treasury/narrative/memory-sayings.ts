import type { ChangeOf } from "./fact.ts";
import type { Saying } from "./saying.ts";
import { type Words, words } from "./words.ts";

/** What moved most since the analysis compared with, one saying for each way. */
const CHANGES: Record<ChangeOf, { up: Saying["says"][number]; down: Saying["says"][number] }> = {
  balance: {
    up: pair(
      words("Depuis le {changeSinceOn}, la trésorerie a gagné {changeBy}, à {changeTo}."),
      words("Since {changeSinceOn} cash has gained {changeBy}, to {changeTo}."),
    ),
    down: pair(
      words("Depuis le {changeSinceOn}, la trésorerie a perdu {changeBy}, à {changeTo}."),
      words("Since {changeSinceOn} cash has lost {changeBy}, to {changeTo}."),
    ),
  },
  receivable: {
    up: pair(
      words("Depuis le {changeSinceOn}, vos clients vous doivent {changeBy} de plus."),
      words("Since {changeSinceOn} customers owe you {changeBy} more."),
    ),
    down: pair(
      words("Depuis le {changeSinceOn}, ce que doivent vos clients a baissé de {changeBy}."),
      words("Since {changeSinceOn} what customers owe has come down by {changeBy}."),
    ),
  },
  payable: {
    up: pair(
      words("Depuis le {changeSinceOn}, vous devez {changeBy} de plus à vos fournisseurs."),
      words("Since {changeSinceOn} you owe suppliers {changeBy} more."),
    ),
    down: pair(
      words("Depuis le {changeSinceOn}, ce que vous devez a baissé de {changeBy}."),
      words("Since {changeSinceOn} what you owe has come down by {changeBy}."),
    ),
  },
  dso: {
    up: pair(
      words(
        "Vos clients paient plus tard que le {changeSinceOn} : {changeTo} au lieu de {changeFrom}.",
      ),
      words("Customers pay later than on {changeSinceOn}: {changeTo} instead of {changeFrom}."),
    ),
    down: pair(
      words(
        "Vos clients paient plus tôt que le {changeSinceOn} : {changeTo} au lieu de {changeFrom}.",
      ),
      words("Customers pay sooner than on {changeSinceOn}: {changeTo} instead of {changeFrom}."),
    ),
  },
  dpo: {
    up: pair(
      words("Vous réglez plus tard que le {changeSinceOn} : {changeTo} au lieu de {changeFrom}."),
      words("You pay later than on {changeSinceOn}: {changeTo} instead of {changeFrom}."),
    ),
    down: pair(
      words("Vous réglez plus tôt que le {changeSinceOn} : {changeTo} au lieu de {changeFrom}."),
      words("You pay sooner than on {changeSinceOn}: {changeTo} instead of {changeFrom}."),
    ),
  },
};

function pair(fr: Words, en: Words) {
  return { fr, en };
}

const changeSayings = (Object.keys(CHANGES) as ChangeOf[]).flatMap((key): Saying[] => {
  const about = { topic: "change", point: "change" } as const;
  const rises = ({ value }: Parameters<Saying["when"]>[0]) =>
    (value("changeTo") ?? 0) > (value("changeFrom") ?? 0);
  return [
    { ...about, when: (c) => c.changeOf === key && rises(c), says: [CHANGES[key].up] },
    { ...about, when: (c) => c.changeOf === key && !rises(c), says: [CHANGES[key].down] },
  ];
});

/** What changed, what is proposed, and how far to believe it all. */
export const memorySayings: readonly Saying[] = [
  ...changeSayings,
  {
    topic: "actions",
    point: "first",
    when: ({ actionOf }) => actionOf === "remind",
    says: [
      pair(
        words(
          "À faire d'abord : relancer {actionParty} pour {actionName} ; {actionEffect} risquent de " +
            "manquer encore le {actionOn}.",
        ),
        words(
          "First thing to do: remind {actionParty} of {actionName}; {actionEffect} may still be " +
            "missing on {actionOn}.",
        ),
      ),
    ],
  },
  {
    topic: "actions",
    point: "first",
    when: ({ actionOf }) => actionOf === "floor",
    says: [
      pair(
        words("À faire d'abord : trouver {actionEffect} avant le {actionOn}."),
        words("First thing to do: find {actionEffect} before {actionOn}."),
      ),
    ],
  },
  {
    topic: "actions",
    point: "first",
    when: ({ actionOf }) => actionOf === "indicator",
    says: [
      pair(
        words(
          "À regarder d'abord : un délai ou un besoin s'est dégradé et retient {actionEffect}.",
        ),
        words("First thing to look at: a delay or a need got worse and holds back {actionEffect}."),
      ),
    ],
  },
  {
    topic: "actions",
    point: "count",
    when: ({ value }) => (value("proposals") ?? 0) > 1,
    says: [
      pair(
        words("En tout, {proposals} propositions attendent votre décision."),
        words("In all, {proposals} proposals wait for your decision."),
      ),
    ],
  },
  {
    topic: "care",
    point: "care",
    when: ({ value }) => (value("observations") ?? 0) < 30,
    says: [
      pair(
        words(
          "L'historique est court ({observations} paiements connus) : prenez la prévision comme un " +
            "ordre de grandeur.",
        ),
        words(
          "The history is short ({observations} payments known): take the forecast as an order of " +
            "magnitude.",
        ),
      ),
    ],
  },
];

import type { EntryDraft, LineDraft } from "../model.ts";
import type { ValuedPosition } from "./open-positions.ts";

/** The entries that a revaluation posts; the first is reversed on the next day. */
export interface RevaluationDrafts {
  differences?: EntryDraft;
  cash?: EntryDraft;
  provision?: EntryDraft;
  latentLossMinor: number;
  latentGainMinor: number;
}

/**
 * The entries of a closing in foreign currencies (PCG art. 420-5 to 420-7 and 946-66): latent
 * losses to 476 and gains to 477 against the receivables, payables and loans themselves; cash is
 * worth its closing rate, so its difference goes straight to 666 or 766; the provision 1515 is
 * brought to the sum of the latent losses.
 */
export function revaluationDrafts(
  positions: readonly ValuedPosition[],
  at: { asOn: string; provisionMinor: number },
): RevaluationDrafts {
  const moved = positions.filter((p) => p.differenceMinor !== 0);
  const cash = moved.filter((p) => p.account.startsWith("5"));
  const open = moved.filter((p) => !p.account.startsWith("5"));
  const latentLossMinor = -sum(open.filter((p) => p.differenceMinor < 0));
  const latentGainMinor = sum(open.filter((p) => p.differenceMinor > 0));
  const missing = latentLossMinor - at.provisionMinor;
  const draft = (label: string, lines: LineDraft[]): EntryDraft => ({
    journal: "OD",
    datedOn: at.asOn,
    pieceRef: `CHANGE ${at.asOn}`,
    label,
    lines,
  });
  const differences = open.flatMap((p) => pair(p, conversionAccount(p)));
  const realised = cash.flatMap((p) => pair(p, p.differenceMinor < 0 ? "666" : "766"));
  return {
    latentLossMinor,
    latentGainMinor,
    ...(differences.length > 0 && {
      differences: draft("Différences de conversion", differences),
    }),
    ...(realised.length > 0 && { cash: draft("Change sur disponibilités", realised) }),
    ...(missing !== 0 && {
      provision: draft("Provision pour pertes de change", provisionLines(missing)),
    }),
  };
}

function provisionLines(missing: number): LineDraft[] {
  const minor = Math.abs(missing);
  return missing > 0
    ? [side("6865", minor), side("1515", -minor)]
    : [side("1515", minor), side("7865", -minor)];
}

/** The position's own account takes the difference; the other account its opposite. */
function pair(p: ValuedPosition, against: string): LineDraft[] {
  const label = `${p.partyName ?? p.accountLabel} ${p.currency}`;
  const own = side(p.account, p.differenceMinor);
  return [
    { ...own, label, ...(p.partyId !== null && { partyId: p.partyId }) },
    { ...side(against, -p.differenceMinor), label },
  ];
}

/** 4761/4771 for what is owned (a debit), 4762/4772 for what is owed. */
function conversionAccount(p: ValuedPosition): string {
  const isOwned = p.bookMinor >= 0;
  if (p.differenceMinor < 0) return isOwned ? "4761" : "4762";
  return isOwned ? "4771" : "4772";
}

function side(account: string, minor: number): LineDraft {
  return { account, debitMinor: Math.max(minor, 0), creditMinor: Math.max(-minor, 0) };
}

function sum(positions: readonly ValuedPosition[]): number {
  return positions.reduce((total, p) => total + p.differenceMinor, 0);
}

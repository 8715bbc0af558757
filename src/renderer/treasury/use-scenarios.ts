import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Assumption } from "#contract/treasury-plan.ts";
import { office } from "#renderer/office.ts";
import { todayHere } from "#renderer/ui/today.ts";

/** Every scenario beside the plain forecast. */
export function useCompared() {
  return useQuery({
    queryKey: ["treasury", "scenarios", "compared"],
    queryFn: ({ signal }) => office.treasury.compareScenarios({}, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The customers that an assumption may name. */
export function useClients() {
  return useQuery({
    queryKey: ["ledger", "parties", "customer"],
    queryFn: ({ signal }) =>
      office.ledger.listParties({ kind: "customer", search: "", limit: 500 }, { signal }),
  });
}

/** An assumption of a kind as it first stands in the form. */
export function newAssumption(kind: Assumption["kind"], clientId: number): Assumption {
  const fromOn = todayHere();
  switch (kind) {
    case "client-delay":
      return { kind, partyId: null, days: 30 };
    case "client-lost":
      return { kind, partyId: clientId, fromOn, paysOpen: true };
    case "hire":
      return {
        ...{ kind, label: "Embauche", monthlyMinor: 250_000, chargesBps: 4200 },
        ...{ fromOn, untilOn: null },
      };
    case "investment":
      return { kind, label: "Investissement", amountMinor: 1_000_000, on: fromOn, loan: null };
    case "price-change":
      return { kind, bps: 300, fromOn };
    case "new-flow":
      return {
        ...{ kind, label: "Flux", amountMinor: -100_000, dueOn: fromOn },
        ...{ every: "month", untilOn: null },
      };
  }
}

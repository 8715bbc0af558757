import { useEffect } from "react";
import { useKept } from "#renderer/app/use-kept.ts";
import { noTradeFilter, type TradeFilter, type TradeState } from "./trade-filter.ts";

const STATES: readonly TradeState[] = ["open", "late", "paid"];

/** The filter of a list of invoices or bills: kept between visits, set anew by an address that asks. */
export function useTradeFilter(name: string, query: URLSearchParams) {
  const [filter, setFilter] = useKept<TradeFilter>(name, noTradeFilter);
  const asked = query.toString();
  useEffect(() => {
    const told = new URLSearchParams(asked);
    const state = STATES.find((one) => one === told.get("state"));
    const search = told.get("search");
    if (state === undefined && search === null) return;
    setFilter({ state: state ?? "all", search: search ?? "" });
  }, [asked, setFilter]);
  return [filter, setFilter] as const;
}

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { office } from "#renderer/office.ts";

/** The forecast from the last known balance; the previous one stays in view while it is redone. */
export function useForecast() {
  return useQuery({
    queryKey: ["treasury", "forecast"],
    queryFn: ({ signal }) => office.treasury.forecast({}, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Cash position, lateness and what waits for a person. */
export function usePosition() {
  return useQuery({
    queryKey: ["treasury", "position"],
    queryFn: ({ signal }) => office.treasury.position({}, { signal }),
  });
}

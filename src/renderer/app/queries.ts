import { QueryClient } from "@tanstack/react-query";
import { problemOf } from "#renderer/problem.ts";

/**
 * The window's memory of what the office answered. The office is on this machine and never
 * needs a network; a refusal is an answer, so only a lost link is tried again.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 5_000,
      gcTime: 15 * 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => problemOf(error).kind === "lost" && count < 5,
    },
    mutations: { networkMode: "always", retry: false },
  },
});

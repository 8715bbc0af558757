import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf, matchRoute } from "#renderer/app/route-match.ts";

const routes = [{ pattern: "/" }, { pattern: "/bank" }, { pattern: "/bank/:bankAccountId" }];

test("an address names one place, with its parameters and query", () => {
  expect(matchRoute(routes, "#/")?.route.pattern).toBe("/");
  expect(matchRoute(routes, "")?.route.pattern).toBe("/");
  const matched = matchRoute(routes, "#/bank/3?state=open");
  expect(matched?.route.pattern).toBe("/bank/:bankAccountId");
  expect(matched?.params).toEqual({ bankAccountId: "3" });
  expect(matched?.query.get("state")).toBe("open");
});

test("an unknown or malformed address names no place", () => {
  expect(matchRoute(routes, "#/nowhere")).toBeUndefined();
  expect(matchRoute(routes, "#/bank/3/4")).toBeUndefined();
  expect(matchRoute(routes, "#/bank/%E0%A4%A")).toBeUndefined();
});

test("any parameter survives being written in an address and read back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (id) => {
      const address = addressOf("/bank/:bankAccountId", { bankAccountId: id });
      expect(matchRoute(routes, address)?.params).toEqual({ bankAccountId: id });
    }),
  );
});

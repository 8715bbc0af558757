import { readFileSync } from "node:fs";
import { z } from "zod";
import { applyRateBps } from "#main/base/money.ts";
import { resourcePath } from "#main/base/resource-path.ts";

const ratesSchema = z.object({
  rates: z.array(
    z.object({ rateBps: z.number(), fromOn: z.string(), untilOn: z.string().optional() }),
  ),
});

let known: z.infer<typeof ratesSchema>["rates"] | undefined;

/** The French VAT rates in force on a day, in basis points, the standard one first. */
export function ratesOn(date: string): number[] {
  known ??= ratesSchema.parse(
    JSON.parse(readFileSync(resourcePath("vat", "rates.json"), "utf8")),
  ).rates;
  return known
    .filter((rate) => rate.fromOn <= date && (rate.untilOn === undefined || date <= rate.untilOn))
    .map((rate) => rate.rateBps);
}

/** The only rate whose tax on a base is the given one, to the cents that rounding may cost. */
export function rateOfTax(
  baseMinor: number,
  taxMinor: number,
  asked: { datedOn: string; toleranceMinor: number },
): number | undefined {
  if (baseMinor === 0 || taxMinor === 0) return undefined;
  const fits = ratesOn(asked.datedOn).filter(
    (rate) => Math.abs(applyRateBps(baseMinor, rate) - taxMinor) <= asked.toleranceMinor,
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** The rate that an account's label states: « TVA collectée 5,5 % ». */
export function rateInLabel(label: string): number | undefined {
  const found = /(\d{1,2}(?:[.,]\d{1,2})?)\s*%/.exec(label);
  return found === null ? undefined : Math.round(Number(found[1]!.replace(",", ".")) * 100);
}

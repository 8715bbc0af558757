import { sumMinor } from "#main/base/money.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { euroMinorOf } from "./convert.ts";
import { rateOn } from "./exchange-rates.ts";

/** The amounts of an invoice or a bill, in its own currency. */
interface Amounts {
  issuedOn: string;
  currency: string;
  vatLines: readonly { rateBps: number; netMinor: number; vatMinor: number }[];
  netMinor: number;
  vatMinor: number;
  grossMinor: number;
}

/** What a document amounts to in its own currency; kept beside its value in euro. */
export interface ForeignAmount {
  currency: string;
  grossMinor: number;
}

/**
 * An invoice or a bill in another currency as the ledger books it: each VAT line in euro at the
 * ECB's last rate known on the day of issue (CGI art. 266, 1 bis; PCG art. 420-5), the gross as
 * their sum. A document in euro is given back as it is.
 * @returns `currency.no-rate` when no rate of the last days is known
 */
export function documentInEuro<T extends Amounts>(
  read: ReadHandle,
  document: T,
): (T & { foreign?: ForeignAmount }) | Refusal {
  const { currency, issuedOn } = document;
  if (currency === "EUR") return document;
  const rate = rateOn(read, { currency, on: issuedOn });
  if (isRefusal(rate)) return rate;
  const { unitsPerEuroMicro } = rate;
  const euro = (currencyMinor: number) =>
    euroMinorOf({ currency, currencyMinor, unitsPerEuroMicro });
  const vatLines = document.vatLines.map((v) => ({
    ...v,
    netMinor: euro(v.netMinor),
    vatMinor: euro(v.vatMinor),
  }));
  const netMinor = sumMinor(vatLines.map((v) => v.netMinor));
  const vatMinor = sumMinor(vatLines.map((v) => v.vatMinor));
  return {
    ...document,
    ...{ currency: "EUR", vatLines, netMinor, vatMinor, grossMinor: netMinor + vatMinor },
    foreign: { currency, grossMinor: document.grossMinor },
  };
}

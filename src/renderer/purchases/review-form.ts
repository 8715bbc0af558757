import type { BillReadingView } from "#contract/purchases.ts";

/** The bill as it stands in the review form, while a person corrects it. */
export interface ReviewForm {
  supplierName: string;
  supplierSiren: string;
  number: string;
  issuedOn: string | undefined;
  dueOn: string | undefined;
  expenseAccount: string;
  rates: RateForm[];
}

export interface RateForm {
  rate: string;
  netMinor: number | undefined;
  vatMinor: number | undefined;
}

/** Where a bill is booked until a person says better: various services (PCG 618). */
const USUAL_ACCOUNT = "618";

/** Fills the form with what was read; one empty rate when nothing was. */
export function formOf(reading: BillReadingView | undefined): ReviewForm {
  const rates = (reading?.vatLines ?? []).map((v) => ({
    rate: String(v.rateBps / 100).replace(".", ","),
    netMinor: v.netMinor,
    vatMinor: v.vatMinor,
  }));
  const whole = {
    rate: "20",
    netMinor: reading?.netMinor?.value,
    vatMinor: reading?.vatMinor?.value,
  };
  return {
    supplierName: reading?.supplierName?.value ?? "",
    supplierSiren: reading?.supplierSiren?.value ?? "",
    number: reading?.number?.value ?? "",
    issuedOn: reading?.issuedOn?.value,
    dueOn: reading?.dueOn?.value ?? reading?.issuedOn?.value,
    expenseAccount: USUAL_ACCOUNT,
    rates: rates.length > 0 ? rates : [whole],
  };
}

/** Gross total of the form. */
export function grossOf(form: ReviewForm): number {
  return form.rates.reduce((sum, r) => sum + (r.netMinor ?? 0) + (r.vatMinor ?? 0), 0);
}

/** The bill as the contract takes it; undefined while something is missing. */
export function billOf(form: ReviewForm, iban: string | undefined) {
  const { supplierName, number, issuedOn, dueOn, expenseAccount, supplierSiren } = form;
  const vatLines = form.rates.map((r) => ({
    rateBps: Math.round(Number(r.rate.replace(",", ".")) * 100),
    netMinor: r.netMinor ?? 0,
    vatMinor: r.vatMinor ?? 0,
  }));
  const isReady =
    supplierName.trim() !== "" &&
    number.trim() !== "" &&
    expenseAccount.trim().length >= 3 &&
    vatLines.every((v) => Number.isInteger(v.rateBps) && v.netMinor !== 0);
  if (!isReady || issuedOn === undefined || dueOn === undefined) return undefined;
  return {
    supplierName,
    number,
    issuedOn,
    dueOn,
    expenseAccount,
    vatLines,
    ...(supplierSiren === "" ? {} : { supplierSiren }),
    ...(iban === undefined ? {} : { iban }),
  };
}

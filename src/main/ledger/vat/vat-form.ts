import { readFileSync } from "node:fs";
import { z } from "zod";
import { type VatBox, type VatOperation, vatOperationSchema } from "#contract/vat.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import type { VatPart } from "./vat-parts.ts";

const boxSchema = z.object({
  code: z.string(),
  column: z.enum(["base", "tax", "both"]),
  section: z.enum(["taxed", "untaxed", "gross", "deductible", "net"]),
  operations: z.array(vatOperationSchema).optional(),
  rates: z.array(z.number()).optional(),
  role: z.string().optional(),
  fr: z.string(),
  en: z.string(),
});
const formSchema = z.object({ form: z.string(), boxes: z.array(boxSchema) });
type FormBox = z.infer<typeof boxSchema>;
type Form = z.infer<typeof formSchema>;

const forms = new Map<string, Form>();

/** The boxes of a form, as `resources/vat` keeps them. */
export function vatForm(name: "ca3" | "ca12"): Form {
  const known = forms.get(name);
  if (known !== undefined) return known;
  const form = formSchema.parse(
    JSON.parse(readFileSync(resourcePath("vat", `${name}.json`), "utf8")),
  );
  forms.set(name, form);
  return form;
}

const TAXED = ["sale", "reverse-home", "intra-goods", "services-abroad", "import"] as const;
/** What a box of a rate takes unless it names its operations: imports have boxes of their own. */
const AT_HOME = TAXED.filter((one) => one !== "import");

/** Whether a part stands in a box, which says operations, rates, or both. */
export function isInBox(box: FormBox, part: VatPart, form: Form): boolean {
  const { operation, rateBps } = part;
  if (operation === "base") return false;
  const isTaxed = TAXED.some((one) => one === operation);
  if (box.role === "other-rate") {
    const named = new Set(form.boxes.flatMap((one) => one.rates ?? []));
    const isOther = rateBps === null || !named.has(rateBps);
    return isOther && isTaxed && takes(box, operation);
  }
  if (box.operations === undefined && box.rates === undefined) return false;
  if (box.rates === undefined) return box.operations?.includes(operation) ?? false;
  const isRate = rateBps !== null && box.rates.includes(rateBps);
  return isRate && isTaxed && takes(box, operation);
}

function takes(box: FormBox, operation: VatOperation): boolean {
  return (box.operations ?? AT_HOME).some((one) => one === operation);
}

/** What a form needs beside the parts of the period. */
export interface FormFacts {
  coefficientBps: number;
  creditBeforeMinor: number;
  refundMinor: number;
  instalmentsMinor: number;
}

export interface FilledForm {
  boxes: VatBox[];
  /** Whole euros, in cents. */
  toPayMinor: number;
  creditMinor: number;
  creditAfterMinor: number;
  /** What is really deducted, before and after the coefficient, in whole euros. */
  deductedMinor: number;
}

/**
 * Fills a form: each box to the cent, then in whole euros, the half rounded up (CGI art. 1657, 1);
 * no box is negative, what is falls on the box for regularisations; totals add the rounded boxes.
 */
export function fillForm(
  name: "ca3" | "ca12",
  parts: readonly VatPart[],
  facts: FormFacts,
): FilledForm {
  const form = vatForm(name);
  const exact = new Map(form.boxes.map((box) => [box, exactOf(box, parts, { form, facts })]));
  moveNegatives(form, exact);
  const boxes = form.boxes.map((box) => viewOf(box, exact.get(box)!));
  const totals = totalsOf(form, boxes, facts);
  for (const [i, box] of form.boxes.entries()) {
    const minor = box.role === undefined ? undefined : totals.get(box.role);
    if (minor !== undefined) boxes[i] = { ...boxes[i]!, taxMinor: minor, exactTaxMinor: minor };
  }
  const of = (role: string) => totals.get(role) ?? 0;
  return {
    boxes,
    toPayMinor: of("to-pay"),
    creditMinor: of("credit"),
    creditAfterMinor: of("credit-after"),
    deductedMinor: of("deductible-total") - facts.creditBeforeMinor,
  };
}

interface Exact {
  baseMinor: number;
  taxMinor: number;
  lines: number;
}

function exactOf(
  box: FormBox,
  parts: readonly VatPart[],
  { form, facts }: { form: Form; facts: FormFacts },
): Exact {
  const own = parts.filter((part) => isInBox(box, part, form));
  const sum = (of: (part: VatPart) => number) => own.reduce((total, part) => total + of(part), 0);
  const vatMinor = sum((part) => part.vatMinor);
  const isCut = box.operations?.some((one) => one === "deductible" || one === "deductible-asset");
  const taxMinor =
    isCut === true ? Math.round((vatMinor * facts.coefficientBps) / 10_000) : vatMinor;
  return { baseMinor: sum((part) => part.baseMinor), taxMinor, lines: own.length };
}

/** The form takes no negative amount: it goes, positive, to the box for regularisations. */
function moveNegatives(form: Form, exact: Map<FormBox, Exact>): void {
  const of = (role: string) => exact.get(form.boxes.find((box) => box.role === role) as FormBox);
  for (const box of form.boxes) {
    const own = exact.get(box)!;
    if (box.section === "gross" && own.taxMinor < 0 && box.role !== "of-which") {
      const back = of("collected-back");
      if (back !== undefined) back.taxMinor -= own.taxMinor;
      own.taxMinor = 0;
      own.baseMinor = Math.max(0, own.baseMinor);
    }
    if (box.section === "taxed" && own.baseMinor < 0) {
      const back = of("base-back");
      if (back !== undefined) back.baseMinor -= own.baseMinor;
      own.baseMinor = 0;
    }
    if (box.section === "deductible" && own.taxMinor < 0) {
      const repay = of("repay");
      if (repay !== undefined) repay.taxMinor -= own.taxMinor;
      own.taxMinor = 0;
    }
    if (own.taxMinor < 0) own.taxMinor = 0;
  }
}

function viewOf(box: FormBox, own: Exact): VatBox {
  const { code, section, fr, en } = box;
  const isTotal = box.role !== undefined && box.operations === undefined;
  const isSum =
    isTotal && box.role !== "other-rate" && !["repay", "base-back"].includes(box.role ?? "");
  return {
    code,
    section,
    fr,
    en,
    isTotal: isSum,
    baseMinor: box.column === "tax" ? null : euros(own.baseMinor),
    taxMinor: box.column === "base" ? null : euros(own.taxMinor),
    exactBaseMinor: own.baseMinor,
    exactTaxMinor: own.taxMinor,
    lines: own.lines,
  };
}

/** To the nearest euro, in cents; half a euro counts for one. */
function euros(minor: number): number {
  return Math.sign(minor) * Math.floor((Math.abs(minor) + 50) / 100) * 100;
}

function totalsOf(form: Form, boxes: readonly VatBox[], facts: FormFacts): Map<string, number> {
  const tax = (section: string, skip: readonly string[]) =>
    form.boxes.reduce((sum, box, i) => {
      const counts = box.section === section && !skip.includes(box.role ?? "");
      return counts ? sum + (boxes[i]?.taxMinor ?? 0) : sum;
    }, 0);
  const gross = tax("gross", ["gross", "of-which"]);
  const creditBefore = euros(facts.creditBeforeMinor);
  const deductible = tax("deductible", ["deductible-total", "credit-before"]) + creditBefore;
  const due = Math.max(0, gross - deductible);
  const credit = Math.max(0, deductible - gross);
  const paid = euros(facts.instalmentsMinor);
  const overpaid = Math.max(0, paid - due);
  const refund = euros(facts.refundMinor);
  return new Map([
    ["gross", gross],
    ["credit-before", creditBefore],
    ["deductible-total", deductible],
    ["due", due],
    ["credit", credit],
    ["instalments", paid],
    ["overpaid", overpaid],
    ["to-pay", Math.max(0, due - paid)],
    ["refund", refund],
    ["credit-after", credit + overpaid - refund],
  ]);
}

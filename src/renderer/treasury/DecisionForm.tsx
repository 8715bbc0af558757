import { NativeSelect } from "@mantine/core";
import type { DecisionTemplate } from "#contract/treasury-decisions.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { FigureInput } from "#renderer/ui/FigureInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { decisionWords } from "#renderer/words/decisions.ts";
import { useWords } from "#renderer/words/use-words.ts";

type WordKey = keyof typeof decisionWords;

/** One field of a template: which figure, its word, and how it is typed. */
type Field = readonly [key: string, word: WordKey, type: "money" | "rate" | "date" | "months"];

const FIELDS: Record<DecisionTemplate["kind"], readonly Field[]> = {
  collect: [
    ["openMinor", "openAmount", "money"],
    ["expectedOn", "expectedOn", "date"],
    ["earlyOn", "earlyOn", "date"],
    ["chanceBps", "chance", "rate"],
    ["on", "actOn", "date"],
    ["costMinor", "cost", "money"],
  ],
  factor: [
    ["openMinor", "openAmount", "money"],
    ["expectedOn", "expectedOn", "date"],
    ["on", "actOn", "date"],
    ["advanceBps", "advance", "rate"],
    ["commissionBps", "commission", "rate"],
    ["rateBps", "financing", "rate"],
  ],
  borrow: [
    ["amountMinor", "borrowed", "money"],
    ["on", "actOn", "date"],
    ["rateBps", "loanRate", "rate"],
    ["months", "months", "months"],
    ["feeMinor", "fee", "money"],
  ],
  lease: [
    ["on", "actOn", "date"],
    ["months", "months", "months"],
    ["rentMinor", "rent", "money"],
    ["residualMinor", "residual", "money"],
    ["priceMinor", "price", "money"],
    ["resaleMinor", "resale", "money"],
    ["gainMinor", "gain", "money"],
  ],
  discount: [
    ["amountMinor", "invoiced", "money"],
    ["dueOn", "dueOn", "date"],
    ["earlyOn", "paidEarlyOn", "date"],
    ["discountBps", "discountRate", "rate"],
  ],
};

/** Figures that may be nothing; the others keep what they were when they are emptied. */
const MAY_BE_ZERO = new Set(["costMinor", "feeMinor", "residualMinor", "resaleMinor", "gainMinor"]);
const WHOLE_BPS = 10_000;
const MOST_MONTHS = 480;

interface FormProps {
  template: DecisionTemplate;
  onChange: (to: DecisionTemplate) => void;
}

/** The few figures of a template; one that cannot be read leaves the template as it was. */
export function DecisionForm({ template, onChange }: FormProps) {
  const w = useWords(decisionWords);
  const values = template as unknown as Record<string, string | number>;
  const set = (key: string, value: string | number | undefined) => {
    if (value !== undefined) onChange({ ...template, [key]: value } as DecisionTemplate);
  };
  const label = (word: WordKey) => w[word] as string;
  return (
    <>
      {template.kind === "discount" && (
        <NativeSelect
          label={w.side}
          value={template.side}
          data={[
            { value: "taken", label: w.taken },
            { value: "given", label: w.given },
          ]}
          onChange={(event) => set("side", event.currentTarget.value)}
        />
      )}
      {FIELDS[template.kind].map(([key, word, type]) =>
        type === "money" ? (
          <MoneyInput
            key={key}
            label={label(word)}
            amountMinor={Number(values[key])}
            onChange={(minor) => set(key, moneyOf(key, minor))}
          />
        ) : type === "date" ? (
          <DateInput
            key={key}
            label={label(word)}
            date={String(values[key])}
            onChange={(on) => set(key, on)}
          />
        ) : (
          <FigureInput
            key={key}
            label={label(word)}
            unit={type === "rate" ? "%" : w.monthUnit}
            isRate={type === "rate"}
            value={Number(values[key])}
            onChange={(value) => set(key, figureOf(type, value))}
          />
        ),
      )}
    </>
  );
}

function moneyOf(key: string, minor: number | undefined): number | undefined {
  const least = MAY_BE_ZERO.has(key) ? 0 : 1;
  if (minor === undefined) return least === 0 ? 0 : undefined;
  return minor < least ? undefined : minor;
}

function figureOf(type: "rate" | "months", value: number | undefined): number | undefined {
  if (value === undefined) return undefined;
  const [least, most] = type === "rate" ? [0, WHOLE_BPS] : [1, MOST_MONTHS];
  return value < least || value > most ? undefined : value;
}

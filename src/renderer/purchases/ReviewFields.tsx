import { TextInput } from "@mantine/core";
import type { BillReadingView } from "#contract/purchases.ts";
import { formatMoney } from "#renderer/format.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { documentWords } from "#renderer/words/documents.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./Purchases.module.css";
import { grossOf, type RateForm, type ReviewForm } from "./review-form.ts";

interface ReviewFieldsProps {
  form: ReviewForm;
  reading: BillReadingView | undefined;
  isOver: boolean;
  onChange: (form: ReviewForm) => void;
}

/** The fields of a bill under review; each says how surely it was read. */
export function ReviewFields({ form, reading, isOver, onChange }: ReviewFieldsProps) {
  const w = useWords(documentWords);
  const language = useLanguage();
  const text = (name: "supplierName" | "supplierSiren" | "number" | "expenseAccount") => (
    <TextInput
      label={w[name]}
      value={form[name]}
      disabled={isOver}
      description={
        name === "expenseAccount" ? undefined : sureness(w, reading?.[name]?.confidence, reading)
      }
      onChange={(event) => onChange({ ...form, [name]: event.currentTarget.value })}
    />
  );
  const date = (name: "issuedOn" | "dueOn") => (
    <DateInput
      label={w[name]}
      date={form[name]}
      isDisabled={isOver}
      onChange={(on) => onChange({ ...form, [name]: on })}
    />
  );
  const setRate = (at: number, rate: RateForm) =>
    onChange({ ...form, rates: form.rates.map((r, i) => (i === at ? rate : r)) });
  return (
    <div className={styles.review}>
      {text("supplierName")}
      {text("supplierSiren")}
      {text("number")}
      {date("issuedOn")}
      {date("dueOn")}
      {text("expenseAccount")}
      {form.rates.map((rate, i) => (
        <RateFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a rate's place is what it is.
          key={i}
          rate={rate}
          legend={w.lineOf(i + 1)}
          isOver={isOver}
          onChange={(changed) => setRate(i, changed)}
        />
      ))}
      <p className={styles.total}>{w.total(formatMoney(grossOf(form), language))}</p>
    </div>
  );
}

function RateFields(props: {
  rate: RateForm;
  legend: string;
  isOver: boolean;
  onChange: (rate: RateForm) => void;
}) {
  const { rate, isOver, onChange } = props;
  const w = useWords(documentWords);
  return (
    <fieldset className={styles.rate}>
      <legend className="unseen">{props.legend}</legend>
      <TextInput
        label={w.rate}
        value={rate.rate}
        disabled={isOver}
        onChange={(event) => onChange({ ...rate, rate: event.currentTarget.value })}
      />
      <MoneyInput
        label={w.net}
        amountMinor={rate.netMinor}
        isDisabled={isOver}
        onChange={(netMinor) => onChange({ ...rate, netMinor })}
      />
      <MoneyInput
        label={w.vat}
        amountMinor={rate.vatMinor}
        isDisabled={isOver}
        onChange={(vatMinor) => onChange({ ...rate, vatMinor })}
      />
    </fieldset>
  );
}

/** How surely a value was read, in words: above 90 % something else on the page confirms it. */
function sureness(
  w: Words<typeof documentWords>,
  confidence: number | undefined,
  reading: BillReadingView | undefined,
): string | undefined {
  if (reading === undefined) return undefined;
  if (confidence === undefined) return w.missing;
  if (confidence > 0.9) return w.sure;
  return confidence > 0.6 ? w.likely : w.unsure;
}

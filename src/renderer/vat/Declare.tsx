import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { VatReturn } from "#contract/vat.ts";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { vatWords } from "#renderer/words/vat.ts";
import styles from "./Vat.module.css";

interface DeclareProps {
  sheet: VatReturn;
  refundMinor: number;
  onRefund: (refundMinor: number) => void;
}

/** Settles the return after saying once what becomes final. */
export function Declare({ sheet, refundMinor, onRefund }: DeclareProps) {
  const w = useWords(vatWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const { endsOn, toPayMinor, creditAfterMinor } = sheet;
  const declare = async () => {
    const expectedMinor = toPayMinor - creditAfterMinor;
    await office.vat.declare({ endsOn, refundMinor, expectedMinor });
    notify(w.done);
    await client.invalidateQueries();
  };
  const period = w.from(formatDate(sheet.startsOn), formatDate(endsOn));
  return (
    <>
      {creditAfterMinor + refundMinor > 0 && (
        <MoneyInput
          label={w.refund}
          amountMinor={refundMinor || undefined}
          onChange={(minor) => onRefund(Math.max(0, minor ?? 0))}
        />
      )}
      <Button onClick={() => setIsAsking(true)}>{w.declare}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        isFinal
        title={w.declareTitle(period)}
        verb={w.declareVerb}
        onConfirm={declare}
        onClose={() => setIsAsking(false)}
      >
        <dl className={styles.sums}>
          <dt>{toPayMinor > 0 ? w.toPay : w.credit}</dt>
          <dd>{formatMoney(toPayMinor > 0 ? toPayMinor : creditAfterMinor, language)}</dd>
        </dl>
        <p>{w.declareWhy}</p>
      </ConfirmDialog>
    </>
  );
}

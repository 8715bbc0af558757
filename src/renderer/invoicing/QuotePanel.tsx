import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addDays } from "#contract/date.ts";
import { type Quote, type QuoteState, quoteStateSchema } from "#contract/quotes.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { FigureInput } from "#renderer/ui/FigureInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { quoteWords } from "#renderer/words/quotes.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./TradeDetail.module.css";

/** What is typed of a quote: amounts may still be empty. */
type Typed = Omit<Quote, "quoteId" | "countedBps" | "netMinor" | "grossMinor"> & {
  netMinor: number | undefined;
  grossMinor: number | undefined;
};

interface QuotePanelProps {
  /** Undefined for a new one. */
  quote: Quote | undefined;
  onSaved: (quoteId: number) => void;
  onClose: () => void;
}

/** One quote, to read and to change. */
export function QuotePanel({ quote, onSaved, onClose }: QuotePanelProps) {
  const w = useWords(quoteWords);
  const [typed, setTyped] = useState<Typed>(() => quote ?? newQuote());
  const { problem, save, remove } = useDeeds(quote?.quoteId);
  const [isRemoving, setIsRemoving] = useState(false);
  const { netMinor = 0, grossMinor = 0, number, customer } = typed;
  const isNamed = number.trim() !== "" && customer.trim() !== "";
  const canSave = isNamed && netMinor > 0 && grossMinor > 0;
  return (
    <DetailPanel
      title={quote?.number ?? w.add}
      subtitle={quote?.customer}
      takesFocus
      onClose={onClose}
      actions={
        <>
          <Button disabled={!canSave} onClick={() => void save(typed, onSaved)}>
            {w.save}
          </Button>
          {quote !== undefined && (
            <Button variant="default" onClick={() => setIsRemoving(true)}>
              {w.remove}
            </Button>
          )}
        </>
      }
    >
      <QuoteFields typed={typed} onChange={setTyped} />
      {problem !== undefined && <ProblemNotice error={problem} />}
      <ConfirmDialog
        isOpen={isRemoving}
        title={w.removeTitle(number)}
        verb={w.remove}
        onConfirm={() => remove(onClose)}
        onClose={() => setIsRemoving(false)}
      >
        <p>{w.removeWhy}</p>
      </ConfirmDialog>
    </DetailPanel>
  );
}

function useDeeds(quoteId: number | undefined) {
  const w = useWords(quoteWords);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const save = async (typed: Typed, onSaved: (quoteId: number) => void) => {
    setProblem(undefined);
    const { netMinor = 0, grossMinor = 0 } = typed;
    try {
      const saved = await office.invoicing.saveQuote({ ...typed, netMinor, grossMinor, quoteId });
      await client.invalidateQueries();
      notify(w.saved);
      onSaved(saved.quoteId);
    } catch (caught) {
      setProblem(caught);
    }
  };
  const remove = async (onRemoved: () => void) => {
    if (quoteId === undefined) return;
    await office.invoicing.removeQuote({ quoteId });
    await client.invalidateQueries();
    notify(w.removed);
    onRemoved();
  };
  return { problem, save, remove };
}

function QuoteFields({ typed, onChange }: { typed: Typed; onChange: (to: Typed) => void }) {
  const w = useWords(quoteWords);
  const set = (to: Partial<Typed>) => onChange({ ...typed, ...to });
  const text = (key: "number" | "customer" | "label") => (
    <TextInput
      label={w[key]}
      value={typed[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  const date = (key: "issuedOn" | "expectedOn") => (
    <DateInput label={w[key]} date={typed[key]} onChange={(on) => on && set({ [key]: on })} />
  );
  return (
    <div className={styles.fields}>
      {text("number")}
      {text("customer")}
      {text("label")}
      {date("issuedOn")}
      {date("expectedOn")}
      <MoneyInput
        label={w.net}
        amountMinor={typed.netMinor}
        onChange={(netMinor) => set({ netMinor })}
      />
      <MoneyInput
        label={w.gross}
        amountMinor={typed.grossMinor}
        onChange={(grossMinor) => set({ grossMinor })}
      />
      <FigureInput
        label={w.probability}
        description={w.probabilityWhy}
        unit="%"
        isRate
        value={typed.probabilityBps ?? undefined}
        onChange={(bps) => set({ probabilityBps: bps ?? null })}
      />
      <NativeSelect
        label={w.state}
        value={typed.state}
        data={quoteStateSchema.options.map((value) => ({ value, label: w[value] }))}
        onChange={(event) => set({ state: event.currentTarget.value as QuoteState })}
      />
    </div>
  );
}

function newQuote(): Typed {
  const issuedOn = todayHere();
  return {
    ...{ number: "", customer: "", label: "", issuedOn, expectedOn: addDays(issuedOn, 30) },
    ...{ netMinor: undefined, grossMinor: undefined, probabilityBps: null, state: "open" },
  };
}

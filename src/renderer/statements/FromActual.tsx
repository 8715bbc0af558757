import { Button, NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { useCategoryTitle } from "#renderer/ui/category-title.ts";
import { FigureInput } from "#renderer/ui/FigureInput.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { budgetWords } from "#renderer/words/budget.ts";
import { budgetGroupWords } from "#renderer/words/budget-groups.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Category } from "./budget-groups.ts";
import styles from "./Statements.module.css";

interface Asked {
  growthBps: number | undefined;
  by: "account" | "category";
  /** Empty for all of them. */
  category: string;
}

interface FromActualProps {
  year: string;
  categories: readonly Category[];
}

/** Makes the budget of a year, or of one of its categories, from the actuals before it. */
export function FromActual({ year, categories }: FromActualProps) {
  const w = useWords(budgetWords);
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [asked, setAsked] = useState<Asked>({ growthBps: 0, by: "account", category: "" });
  const make = async () => {
    const { growthBps = 0, by, category } = asked;
    const only = category === "" ? {} : { category };
    const told = { year: Number(year), growthBps, by, ...only };
    const { lines } = await office.statements.budgetFromActual(told);
    notify(w.made(lines));
    await client.invalidateQueries();
  };
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {w.fromActual}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={w.fromActualTitle(year)}
        verb={w.fromActualVerb}
        onConfirm={make}
        onClose={() => setIsAsking(false)}
      >
        <AskedFields {...{ asked, categories }} onChange={setAsked} />
        <p>{w.fromActualWhy}</p>
      </ConfirmDialog>
    </>
  );
}

interface AskedFieldsProps {
  asked: Asked;
  categories: readonly Category[];
  onChange: (asked: Asked) => void;
}

function AskedFields({ asked, categories, onChange }: AskedFieldsProps) {
  const w = useWords(budgetWords);
  const classes = Object.keys(useWords(budgetGroupWords));
  const title = useCategoryTitle();
  const named = categories.filter((one) => one.isInRules).map((one) => one.name);
  return (
    <div className={styles.category}>
      <FigureInput
        label={w.growth}
        unit="%"
        isRate
        value={asked.growthBps}
        onChange={(growthBps) => onChange({ ...asked, growthBps })}
      />
      <NativeSelect
        label={w.by}
        value={asked.by}
        data={[
          { value: "account", label: w.byAccount },
          { value: "category", label: w.byCategory },
        ]}
        onChange={(event) => {
          const by = event.currentTarget.value === "category" ? "category" : "account";
          onChange({ ...asked, by });
        }}
      />
      <NativeSelect
        label={w.what}
        value={asked.category}
        data={[
          { value: "", label: w.all },
          ...[...named, ...classes].map((value) => ({ value, label: title(value) })),
        ]}
        onChange={(event) => onChange({ ...asked, category: event.currentTarget.value })}
      />
    </div>
  );
}

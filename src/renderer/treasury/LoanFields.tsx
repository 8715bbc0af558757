import type { Assumption } from "#contract/treasury-plan.ts";
import { FigureInput } from "#renderer/ui/FigureInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { scenarioWords } from "#renderer/words/scenarios.ts";
import { useWords } from "#renderer/words/use-words.ts";

type Loan = NonNullable<Extract<Assumption, { kind: "investment" }>["loan"]>;

/** The loan of an investment: amount, yearly rate, number of monthly payments. */
export function LoanFields({ loan, onChange }: { loan: Loan; onChange: (to: Loan) => void }) {
  const w = useWords(scenarioWords);
  return (
    <>
      <MoneyInput
        label={w.loanAmount}
        amountMinor={loan.amountMinor}
        onChange={(minor = 0) => onChange({ ...loan, amountMinor: Math.max(1, minor) })}
      />
      <FigureInput
        label={w.loanRate}
        unit="%"
        isRate={true}
        value={loan.rateBps}
        onChange={(rateBps = 0) => onChange({ ...loan, rateBps })}
      />
      <FigureInput
        label={w.loanMonths}
        unit={w.monthUnit}
        value={loan.months}
        onChange={(months = 1) => onChange({ ...loan, months })}
      />
    </>
  );
}

import { memo } from "react";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { enteringWords } from "#renderer/words/entering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { ChooseCell } from "./ChooseCell.tsx";
import { type Cell, choiceOf, type GridLine, keepsParties } from "./grid-entry.ts";

interface LineRowProps {
  line: GridLine;
  /** From 1, as it is said. */
  position: number;
  onDate: string | undefined;
  entryLabel: string;
  onChange: (key: number, change: Partial<GridLine>) => void;
}

/** One line of the grid; drawn again only when it changes. `data-stop` is where Enter goes. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { line, position, onDate } = props;
  const w = useWords(enteringWords);
  const change = (to: Partial<GridLine>) => props.onChange(line.key, to);
  const named = (cell: string) => w.lineOf(cell, position);
  const hasParty = keepsParties(line.account);
  const cell = (name: Cell, isStop: boolean) => ({
    "data-line": line.key,
    "data-cell": name,
    ...(isStop ? { "data-stop": "" } : {}),
  });
  return (
    <tr data-proposed={line.isProposed || undefined}>
      <td {...cell("account", true)}>
        <ChooseCell
          label={named(w.account)}
          text={line.account}
          of="any"
          onDate={onDate}
          onChoose={(chosen) => change(choiceOf(chosen))}
          onClear={() => change({ account: "" })}
        />
      </td>
      <td {...cell("party", hasParty && line.partyId === undefined)}>
        <ChooseCell
          label={named(w.party)}
          text={line.partyName ?? ""}
          of="party"
          onDate={onDate}
          onChoose={(chosen) =>
            change({
              ...choiceOf(chosen),
              ...(line.account === "" ? {} : { account: line.account }),
            })
          }
          onClear={() => change({ partyId: undefined, partyName: undefined })}
        />
      </td>
      <td {...cell("label", true)}>
        <input
          aria-label={named(w.label)}
          placeholder={props.entryLabel}
          value={line.label}
          onChange={(event) => change({ label: event.currentTarget.value })}
          onFocus={(event) => event.currentTarget.select()}
        />
      </td>
      <td {...cell("debit", line.creditMinor === undefined)}>
        <MoneyInput
          label={named(w.debit)}
          isLabelHidden
          amountMinor={line.debitMinor}
          onChange={(debitMinor) => change({ debitMinor })}
        />
      </td>
      <td {...cell("credit", line.debitMinor === undefined)}>
        <MoneyInput
          label={named(w.credit)}
          isLabelHidden
          amountMinor={line.creditMinor}
          onChange={(creditMinor) => change({ creditMinor })}
        />
      </td>
      <td {...cell("due", hasParty)}>
        <DateInput
          label={named(w.dueOn)}
          isLabelHidden
          date={line.dueOn}
          onChange={(dueOn) => change({ dueOn })}
        />
      </td>
    </tr>
  );
});

import { TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CostDriftReport } from "#contract/treasury-cost-drift.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { formatCount, formatDate, formatMoney, formatMovement } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { costWords } from "#renderer/words/costs.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { TreasuryViews } from "../TreasuryViews.tsx";
import { CostCategories } from "./CostCategories.tsx";
import { CostSheets } from "./CostSheets.tsx";
import { CostSteps } from "./CostSteps.tsx";
import { Lead } from "./Lead.tsx";
import { ResultPage } from "./ResultPage.tsx";
import type { Behind } from "./SourcesPanel.tsx";
import { shareWords } from "./share-words.ts";

/** Recurring costs that moved, those to confirm, and what each category became in a year. */
export function CostsScreen(_: ScreenProps) {
  const w = useWords(costWords);
  const [inflation, setInflation] = useKept("costs-inflation", "");
  const [behind, setBehind] = useState<Behind>();
  const inflationBps = bpsOf(inflation);
  const query = useQuery({
    queryKey: ["treasury", "cost-drift", inflationBps],
    queryFn: ({ signal }) =>
      office.treasury.costDrift(inflationBps === undefined ? {} : { inflationBps }, { signal }),
    placeholderData: keepPreviousData,
  });
  const close = () => setBehind(undefined);
  return (
    <>
      <PageHead title={w.title} period={query.data && w.asOn(formatDate(query.data.asOn))}>
        <TreasuryViews current="costs" />
        <TextInput
          aria-label={w.inflation}
          placeholder={w.inflation}
          inputMode="decimal"
          value={inflation}
          onChange={(event) => setInflation(event.currentTarget.value)}
        />
      </PageHead>
      <ResultPage query={query} behind={behind} onClose={close}>
        {(costs) => <Found {...{ costs, open: setBehind, close, version: query.dataUpdatedAt }} />}
      </ResultPage>
    </>
  );
}

/** `2,5` typed as a rate in per cent; undefined for anything else. */
function bpsOf(typed: string): number | undefined {
  const rate = Number(typed.replace(",", "."));
  const isRate = typed.trim() !== "" && rate >= -20 && rate <= 100;
  return isRate ? Math.round(rate * 100) : undefined;
}

interface FoundProps {
  costs: CostDriftReport;
  version: number;
  open: (behind: Behind) => void;
  close: () => void;
}

function Found({ costs, ...props }: FoundProps) {
  const w = useWords(costWords);
  const { said, notes } = useLead(costs);
  const [chosen, setChosen] = useState<string>();
  if (costs.streams.length === 0 && costs.categories.length === 0) {
    return <EmptyState sentence={w.noStream} />;
  }
  return (
    <>
      <Lead said={said} notes={notes} />
      <CostSteps
        costs={costs}
        streamKey={chosen ?? costs.moves[0]?.streamKey ?? costs.streams[0]?.streamKey}
      />
      <CostSheets costs={costs} choose={setChosen} {...props} />
      <CostCategories costs={costs} {...props} />
    </>
  );
}

function useLead({ streams, moves, questions, ratchet }: CostDriftReport) {
  const w = useWords(costWords);
  const language = useLanguage();
  const count = (rows: readonly unknown[]) => formatCount(rows.length, language);
  const { index, stickiness } = ratchet;
  return {
    said: [
      w.lead(count(streams), formatMoney(yearlyOf(streams), language)),
      moves.length === 0
        ? w.leadSteady
        : w.leadMoves(count(moves), formatMovement(yearlyOf(moves), language)),
      ...(questions.length === 0
        ? []
        : [w.leadQuestions(count(questions), formatMoney(yearlyOf(questions), language))]),
    ].join(" "),
    notes: [
      index.value === null
        ? w.noRatchet
        : w.ratchet(formatCount(Math.round(index.value * 100), language)),
      stickiness === null
        ? w.noStickiness
        : [
            w.stickiness(
              shareWords(stickiness.whenRising / 100, language),
              shareWords(-stickiness.whenFalling / 100, language),
            ),
            stickiness.isSticky ? w.sticky : w.notSticky,
          ].join(" "),
    ],
  };
}

function yearlyOf(rows: readonly { yearly: { value: number | null } }[]): number {
  return rows.reduce((sum, row) => sum + (row.yearly.value ?? 0), 0);
}

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { type StressScenario, stressScenarioSchema } from "#contract/treasury-stress.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { formatCount, formatDate, formatRate, formatShortMoney } from "#renderer/format.ts";
import { problemOf } from "#renderer/problem.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { ProgressBar } from "#renderer/ui/ProgressBar.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { stressWords } from "#renderer/words/stress.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { chanceWords } from "./read-stress.ts";
import styles from "./Sections.module.css";
import { StressDrivers } from "./StressDrivers.tsx";
import { StressFan, StressLowest } from "./StressFigures.tsx";
import { StressRisks } from "./StressRisks.tsx";
import { TreasuryViews } from "./TreasuryViews.tsx";
import { usePosition } from "./use-forecast.ts";
import { useStress } from "./use-stress.ts";

const SCENARIOS = stressScenarioSchema.options;
const HORIZONS = [90, 180, 365];

type Asked = { scenario: StressScenario; days: number };

/** What cash may become by 10,000 draws under one scenario, and what drives the worst of them. */
export function StressScreen(_: ScreenProps) {
  const w = useWords(stressWords);
  const cash = useWords(treasuryWords);
  const [asked, setAsked] = useState<Asked>({ scenario: "base", days: 90 });
  const { data: position } = usePosition();
  const asOn = position?.asOn;
  return (
    <>
      <PageHead title={w.title} period={asOn ? w.asOn(formatDate(asOn)) : undefined}>
        <TreasuryViews current="stress" />
        <Choices asked={asked} onAsk={setAsked} />
      </PageHead>
      {asOn === null ? (
        <EmptyState
          sentence={cash.noBank}
          action={{ label: cash.importStatement, run: () => go("/import") }}
        />
      ) : (
        <div className={styles.page}>
          <Stressed {...asked} />
        </div>
      )}
    </>
  );
}

function Choices({ asked, onAsk }: { asked: Asked; onAsk: (asked: Asked) => void }) {
  const w = useWords(stressWords);
  const language = useLanguage();
  return (
    <>
      <NativeSelect
        aria-label={w.scenario}
        value={asked.scenario}
        data={SCENARIOS.map((one) => ({ value: one, label: w[one] }))}
        onChange={({ currentTarget: { value } }) =>
          onAsk({ ...asked, scenario: value as StressScenario })
        }
      />
      <NativeSelect
        aria-label={w.horizon}
        value={String(asked.days)}
        data={HORIZONS.map((days) => ({
          value: String(days),
          label: w.inDays(formatCount(days, language)),
        }))}
        onChange={({ currentTarget: { value } }) => onAsk({ ...asked, days: Number(value) })}
      />
    </>
  );
}

/** The answer for one scenario; while it is drawn, how far the draws are. */
function Stressed({ scenario, days }: Asked) {
  const w = useWords(stressWords);
  const language = useLanguage();
  const { query, progress, stop } = useStress(w.running, { scenario, days });
  const { data } = query;
  const finding = data?.scenarios[0];
  if (query.isError && data === undefined) {
    const again = () => void query.refetch();
    if (problemOf(query.error).kind !== "stopped") {
      return <ProblemNotice error={query.error} onRetry={again} />;
    }
    return <EmptyState sentence={w.stopped} action={{ label: w.runAgain, run: again }} />;
  }
  if (data === undefined || finding === undefined) {
    return (
      <section className={styles.waiting} aria-busy="true" aria-label={w.running}>
        <ProgressBar
          label={w.draws}
          done={progress?.done ?? 0}
          total={progress?.total}
          onCancel={stop}
        />
        <div className={styles.skeleton} style={{ height: 300 }} />
        <div className={styles.skeleton} style={{ height: 240 }} />
      </section>
    );
  }
  const risks = finding.risks.map((risk) =>
    w.within(chanceWords(risk.soFar, w, language), formatCount(risk.days, language)),
  );
  const { topClient } = data;
  const share = topClient && formatRate(Math.round(topClient.share * 1000) * 10, language);
  return (
    <>
      <div>
        <p className={styles.lead}>
          {w.headline(formatShortMoney(data.floorMinor, language), risks.join(", "))}
        </p>
        {topClient !== null && share !== null && (
          <p className={styles.dim}>{w.topClient(topClient.name, share)}</p>
        )}
        {!data.hasNewBusiness && <p className={styles.dim}>{w.noNewBusiness}</p>}
      </div>
      <StressFan {...{ data, finding }} />
      <div className={styles.columns}>
        <StressLowest {...{ data, finding }} />
        <StressRisks {...{ data, finding }} />
      </div>
      <StressDrivers finding={finding} />
    </>
  );
}

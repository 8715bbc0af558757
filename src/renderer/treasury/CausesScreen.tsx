import { SegmentedControl } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Causes } from "#contract/treasury-causes.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { causeWords } from "#renderer/words/causes.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { CauseSources } from "./CauseSources.tsx";
import { CausesBridge } from "./CausesBridge.tsx";
import { CausesMoves } from "./CausesMoves.tsx";
import { EventsAsked, type ToldEvent } from "./EventsAsked.tsx";
import { GradeChip } from "./GradeChip.tsx";
import { NamedCauses } from "./NamedCauses.tsx";
import { lastMonth, type MoveRow, movedSentence } from "./read-causes.ts";
import styles from "./Sections.module.css";
import { TreasuryViews } from "./TreasuryViews.tsx";
import { usePosition } from "./use-forecast.ts";

interface Asked {
  kpi: Causes["kpi"];
  fromOn: string;
  toOn: string;
}

/** Why cash or DSO moved between two dates: to the cent, and no more than what is known. */
export function CausesScreen({ query }: ScreenProps) {
  const w = useWords(causeWords);
  const cash = useWords(treasuryWords);
  const [chosen, setChosen] = useState<Partial<Asked>>(() => askedIn(query));
  const { data: position } = usePosition();
  const knownOn = position?.asOn;
  const asked: Asked | undefined = knownOn
    ? { kpi: "cash", ...lastMonth(knownOn), ...chosen }
    : undefined;
  return (
    <>
      <PageHead
        title={w.title}
        period={asked && `${formatDate(asked.fromOn)} – ${formatDate(asked.toOn)}`}
      >
        <TreasuryViews current="causes" />
        {asked && <Choices asked={asked} onAsk={setChosen} />}
      </PageHead>
      {knownOn === null && (
        <EmptyState
          sentence={cash.noBank}
          action={{ label: cash.importStatement, run: () => go("/import") }}
        />
      )}
      {asked && asked.fromOn >= asked.toOn && <EmptyState sentence={w.order} />}
      {asked && asked.fromOn < asked.toOn && <Explained asked={asked} />}
    </>
  );
}

function Choices({ asked, onAsk }: { asked: Asked; onAsk: (asked: Asked) => void }) {
  const w = useWords(causeWords);
  return (
    <div className={styles.form}>
      <SegmentedControl
        aria-label={w.kpi}
        value={asked.kpi}
        data={(["cash", "dso"] as const).map((value) => ({ value, label: w[value] }))}
        onChange={(kpi) => onAsk({ ...asked, kpi: kpi as Asked["kpi"] })}
      />
      <DateInput
        label={w.from}
        date={asked.fromOn}
        onChange={(fromOn) => onAsk({ ...asked, fromOn: fromOn ?? asked.fromOn })}
      />
      <DateInput
        label={w.to}
        date={asked.toOn}
        onChange={(toOn) => onAsk({ ...asked, toOn: toOn ?? asked.toOn })}
      />
    </div>
  );
}

function Explained({ asked }: { asked: Asked }) {
  const w = useWords(causeWords);
  const [events, setEvents] = useState<ToldEvent[]>([]);
  const [opened, setOpened] = useState<string>();
  const query = useQuery({
    queryKey: ["treasury", "causes", asked, events],
    queryFn: ({ signal }) => office.treasury.causes({ ...asked, events }, { signal }),
    placeholderData: keepPreviousData,
  });
  const { data: found } = query;
  if (found === undefined) {
    if (query.isError) {
      return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
    }
    return (
      <section className={styles.page} aria-busy="true" aria-label={w.loading}>
        <div className={styles.skeleton} style={{ height: 300 }} />
        <div className={styles.skeleton} style={{ height: 240 }} />
      </section>
    );
  }
  const step = found.bridge.find((one) => one.factor === opened);
  const open = (row: Pick<MoveRow, "factor">) => setOpened(row.factor);
  const close = () => setOpened(undefined);
  return (
    <ListDetail
      list={
        <div className={styles.page}>
          <Moved found={found} />
          {found.opening !== null && (
            <>
              <CausesBridge found={found} open={open} />
              <CausesMoves found={found} open={open} onBack={close} />
            </>
          )}
          <div className={styles.columns}>
            {found.opening !== null && <NamedCauses found={found} />}
            <EventsAsked
              {...{ found, events }}
              isWaiting={query.isPlaceholderData}
              onChange={setEvents}
            />
          </div>
        </div>
      }
      detail={step && <CauseSources key={step.factor} step={step} onClose={close} />}
    />
  );
}

function Moved({ found }: { found: Causes }) {
  const w = useWords(causeWords);
  const language = useLanguage();
  const said = movedSentence(found, w, language);
  if (said === undefined) return <EmptyState sentence={w.dsoNone} />;
  return (
    <div>
      <p className={styles.lead}>{said}</p>
      {found.closing !== null && <GradeChip {...found.closing.reliability} />}
    </div>
  );
}

/** What another screen asks of this one: the figure and the days in its address. */
function askedIn(query: URLSearchParams): Partial<Asked> {
  const kpi = query.get("kpi");
  const [fromOn, toOn] = [query.get("from"), query.get("to")];
  const isDay = (on: string | null) => on !== null && /^\d{4}-\d{2}-\d{2}$/.test(on);
  return {
    ...(kpi === "cash" || kpi === "dso" ? { kpi } : {}),
    ...(fromOn !== null && isDay(fromOn) ? { fromOn } : {}),
    ...(toOn !== null && isDay(toOn) ? { toOn } : {}),
  };
}

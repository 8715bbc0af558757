import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatCount, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { warningWords } from "#renderer/words/warnings.ts";
import type { Words } from "#renderer/words/words.ts";
import { AnswerPage } from "./AnswerPage.tsx";
import styles from "./Clients.module.css";
import { DetectorPanel } from "./DetectorPanel.tsx";
import { type Detector, detectorMeaning, detectorState } from "./detector-words.ts";
import { Sheet } from "./results/Sheet.tsx";
import { wholePercent } from "./risk-words.ts";
import { WarningList } from "./WarningList.tsx";
import { decimal, type Warning } from "./warning-sentence.ts";

type W = Words<typeof warningWords>;

interface Warnings {
  alerts: readonly Warning[];
  heldBack: number;
  silenced: number;
  impactFloorMinor: number;
}

/** The few alerts of the day, and below them what each detector was worth on the company's past. */
export function WarningsScreen(_: ScreenProps) {
  const w = useWords(warningWords);
  const [openedName, setOpenedName] = useState<Detector["name"]>();
  const query = useQuery({
    queryKey: ["treasury", "warnings"],
    queryFn: ({ signal }) => office.treasury.warnings({}, { signal }),
  });
  const opened = query.data?.detectors.find((one) => one.name === openedName);
  const close = () => setOpenedName(undefined);
  return (
    <AnswerPage
      {...{ view: "warnings", title: w.title, on: w.on, loading: w.loading, query }}
      detail={opened && <DetectorPanel key={opened.name} detector={opened} onClose={close} />}
    >
      {(data) => (
        <>
          <Summary warnings={data} />
          <WarningList
            alerts={data.alerts}
            isUnread={data.detectors.every((one) => one.observations === 0)}
          />
          <Detectors detectors={data.detectors} open={setOpenedName} close={close} />
        </>
      )}
    </AnswerPage>
  );
}

function Summary({ warnings }: { warnings: Warnings }) {
  const w = useWords(warningWords);
  const language = useLanguage();
  const { alerts, heldBack, silenced, impactFloorMinor } = warnings;
  const stake = alerts.reduce((sum, one) => sum + (one.impact.value ?? 0), 0);
  const impact = formatMoney(stake, language);
  const told = alerts.length === 1 ? w.foundOne(impact) : w.found(String(alerts.length), impact);
  return (
    <div className={styles.told}>
      <p>
        {alerts.length === 0 ? w.foundNone : told}{" "}
        <span className={styles.dim}>{w.nature(formatMoney(impactFloorMinor, language))}</span>
      </p>
      <dl className={styles.counts}>
        <div>
          <dt>{w.heldBack}</dt>
          <dd>{formatCount(heldBack, language)}</dd>
        </div>
        <div>
          <dt>{w.silenced}</dt>
          <dd>{formatCount(silenced, language)}</dd>
        </div>
      </dl>
    </div>
  );
}

interface DetectorsProps {
  detectors: readonly Detector[];
  open: (name: Detector["name"]) => void;
  close: () => void;
}

function Detectors({ detectors, open, close }: DetectorsProps) {
  const w = useWords(warningWords);
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  const seen = detectors.map((one) => [one.name, one.alerts, one.hits, one.observations]);
  return (
    <Sheet
      title={w.detectors}
      note={w.detectorsWhy}
      tableId="warning-detectors"
      columns={columns}
      rows={detectors}
      version={[JSON.stringify(seen)]}
      rowKey={(row) => row.name}
      empty={w.noDetector}
      onOpen={(row) => open(row.name)}
      onBack={close}
    />
  );
}

function columnsOf(w: W, language: Language): Column<Detector>[] {
  const rate = (share: number | null) => (share === null ? "–" : wholePercent(share, language));
  return [
    {
      ...{ key: "name", label: w.detector, type: "text", minRem: 12, share: 1 },
      value: (row) => w[row.name],
    },
    { key: "alerts", label: w.judged, type: "number", value: (row) => row.alerts },
    { key: "hits", label: w.hits, type: "number", value: (row) => row.hits },
    {
      ...{ key: "hitRate", label: w.hitRate, type: "text", isFigure: true, minRem: 5.5, share: 0 },
      value: (row) => rate(row.hitRate),
    },
    {
      ...{ key: "baseRate", label: w.baseRate, type: "text", isFigure: true, minRem: 5, share: 0 },
      value: (row) => rate(row.baseRate),
    },
    {
      ...{ key: "lift", label: w.lift, type: "text", isFigure: true, minRem: 4.5, share: 0 },
      value: (row) => (row.lift === null ? "–" : w.times(decimal(row.lift, language))),
    },
    { key: "state", label: w.state, type: "chip", value: (row) => detectorState(row, w) },
    {
      ...{ key: "meaning", label: w.meaning, type: "text", minRem: 16, share: 3 },
      value: (row) => detectorMeaning(row, w, language),
    },
  ];
}

import { NativeSelect } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { ClientRiskRow } from "#contract/treasury-risk.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { formatCount, formatDate, formatMoney } from "#renderer/format.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { FilterChips } from "#renderer/ui/FilterChips.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { clientWords } from "#renderer/words/clients.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { AgeingFigure } from "./AgeingFigure.tsx";
import { ClientMap } from "./ClientMap.tsx";
import { ClientPanel } from "./ClientPanel.tsx";
import styles from "./Clients.module.css";
import { gradeWord } from "./grade-word.ts";
import { goToInvoicesOf, riskQuery } from "./read-risk.ts";
import { reasonsOf, riskSentence, wholePercent } from "./risk-words.ts";
import { TreasuryViews } from "./TreasuryViews.tsx";

type W = Words<typeof clientWords>;
type Drawn = "map" | "ageing";

/** Who will probably pay late, and why: map or ageing, scores with reasons, one client beside. */
export function ClientsScreen(_: ScreenProps) {
  const w = useWords(clientWords);
  const risk = useQuery(riskQuery);
  const [drawn, setDrawn] = useState<Drawn>("map");
  const [openedId, setOpenedId] = useState<number>();
  const { data } = risk;
  const opened = data?.clients.find((one) => one.partyId === openedId);
  const close = () => setOpenedId(undefined);
  return (
    <>
      <PageHead title={w.title} period={data && w.on(formatDate(data.asOn))}>
        <TreasuryViews current="clients" />
      </PageHead>
      {risk.isError && <ProblemNotice error={risk.error} onRetry={() => void risk.refetch()} />}
      <ListDetail
        list={
          <div className={styles.stacked}>
            <Summary risk={data} drawn={drawn} draw={setDrawn} />
            {data === undefined && !risk.isError && (
              <section className={styles.skeleton} aria-busy="true" aria-label={w.loading} />
            )}
            {data !== undefined && data.clients.length > 0 && (
              <div className={styles.figure}>
                {drawn === "map" ? (
                  <ClientMap clients={data.clients} open={setOpenedId} />
                ) : (
                  <AgeingFigure asOn={data.asOn} />
                )}
              </div>
            )}
            <Scores clients={data?.clients} open={setOpenedId} close={close} />
          </div>
        }
        detail={
          opened && (
            <ClientPanel
              key={opened.partyId}
              client={opened}
              asOn={data?.asOn ?? ""}
              onClose={close}
            />
          )
        }
      />
    </>
  );
}

interface Risk {
  clients: readonly ClientRiskRow[];
  method: "regression" | "shares";
  reliability: { observations: number };
}

interface SummaryProps {
  risk: Risk | undefined;
  drawn: Drawn;
  draw: (drawn: Drawn) => void;
}

/** What matters in a sentence, what it was learnt from, and which figure is drawn below. */
function Summary({ risk, drawn, draw }: SummaryProps) {
  const w = useWords(clientWords);
  const language = useLanguage();
  if (risk === undefined || risk.clients.length === 0) return null;
  const count = formatCount(risk.reliability.observations, language);
  const money = (minor: number) => formatMoney(minor, language);
  return (
    <div className={styles.beside}>
      <div>
        <p>{riskSentence(risk.clients, w, { language, money })}</p>
        <p className={styles.dim}>{w[risk.method](count)}</p>
      </div>
      <NativeSelect
        aria-label={w.figure}
        value={drawn}
        data={[
          { value: "map", label: w.map },
          { value: "ageing", label: w.ageing },
        ]}
        onChange={(event) => draw(event.currentTarget.value as Drawn)}
      />
    </div>
  );
}

interface ScoresProps {
  clients: readonly ClientRiskRow[] | undefined;
  open: (partyId: number) => void;
  close: () => void;
}

/** The list of scores, the riskiest first; the panel follows the row, Enter opens its invoices. */
function Scores({ clients = NONE, open, close }: ScoresProps) {
  const w = useWords(clientWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [filters, setFilters] = useState<ReadonlySet<string>>(() => new Set());
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  const chips = useMemo(
    () => [
      { key: "owing", label: w.owing, count: pick(clients, new Set(["owing"])).length },
      { key: "late", label: w.overdue, count: pick(clients, new Set(["late"])).length },
    ],
    [clients, w],
  );
  return (
    <>
      {clients.length > 0 && (
        <div className={styles.filters}>
          <FilterChips chips={chips} active={filters} onChange={setFilters} />
        </div>
      )}
      <div className={styles.sheet}>
        <DataTable
          label={w.list}
          tableId="client-risk"
          columns={columns}
          source={{
            queryKey: ["treasury", "risk-rows", ...filters],
            fetchPage: async () => {
              const found = await client.fetchQuery(riskQuery);
              return { rows: pick(found.clients, filters) };
            },
          }}
          rowKey={(row) => String(row.partyId)}
          empty={
            clients.length > 0
              ? { sentence: w.nonePicked }
              : {
                  sentence: w.none,
                  action: { label: w.importInvoices, run: () => go("/import") },
                }
          }
          onActive={(row) => open(row.partyId)}
          onOpen={(row) => goToInvoicesOf(row.partyName)}
          onBack={close}
        />
      </div>
    </>
  );
}

const NONE: readonly ClientRiskRow[] = [];

function pick(clients: readonly ClientRiskRow[], filters: ReadonlySet<string>): ClientRiskRow[] {
  return clients.filter(
    (one) =>
      (!filters.has("owing") || one.openMinor > 0) && (!filters.has("late") || one.lateMinor > 0),
  );
}

function columnsOf(w: W, language: Language): Column<ClientRiskRow>[] {
  return [
    { key: "client", label: w.client, type: "text", minRem: 11, share: 2, value: nameOf },
    {
      ...{ key: "score", label: w.score, type: "text", isFigure: true, minRem: 3.5, share: 0 },
      value: (row) => formatCount(row.score, language),
    },
    {
      ...{ key: "chance", label: w.chance, type: "text", isFigure: true, minRem: 5.75, share: 0 },
      value: (row) => wholePercent(row.lateChance, language),
    },
    { key: "open", label: w.open, type: "money", minRem: 6, value: (row) => row.openMinor },
    { key: "late", label: w.late, type: "money", minRem: 6, value: (row) => row.lateMinor },
    {
      ...{ key: "reason", label: w.mainReason, type: "chip", minRem: 15 },
      value: (row) => {
        const [word] = reasonsOf(row, w, language);
        if (word === undefined) return null;
        return { word, tone: (row.reasons[0]?.points ?? 0) < 0 ? "wait" : "neutral" };
      },
    },
    {
      ...{ key: "known", label: w.known, type: "number", minRem: 4.75 },
      value: (row) => row.payments,
    },
    {
      ...{ key: "grade", label: w.grade, type: "chip", minRem: 4.75 },
      value: (row) => gradeWord(row.reliability),
    },
    {
      ...{ key: "others", label: w.otherReasons, type: "text", minRem: 8, share: 3 },
      value: (row) => reasonsOf(row, w, language).slice(1).join(" · "),
    },
  ];
}

const nameOf = (row: ClientRiskRow) => row.partyName;

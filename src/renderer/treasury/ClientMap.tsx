import { useMemo } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import type { ClientRiskRow } from "#contract/treasury-risk.ts";
import { formatCount } from "#renderer/format.ts";
import { ScatterChart } from "#renderer/ui/charts/ScatterChart.tsx";
import { clientWords } from "#renderer/words/clients.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";

const HEIGHT = 200;

interface ClientMapProps {
  clients: readonly ClientRiskRow[];
  open: (partyId: number) => void;
}

/** Clients that owe something: chance of lateness across, what they owe up, what is late as size. */
export function ClientMap({ clients, open }: ClientMapProps) {
  const w = useWords(clientWords);
  const language = useLanguage();
  const owing = useMemo(() => clients.filter((one) => one.openMinor > 0), [clients]);
  const dots = useMemo(() => owing.map((one) => dotOf(one, open)), [owing, open]);
  const table = useMemo(() => tableOf(owing, w), [owing, w]);
  const across = useMemo(() => ({ label: w.chanceAxis, kind: "percent" }) as const, [w]);
  const up = useMemo(() => ({ label: w.open, kind: "money" }) as const, [w]);
  const size = useMemo(() => ({ label: w.late, kind: "money" }) as const, [w]);
  return (
    <ScatterChart
      title={w.mapTitle}
      description={w.mapDescription(formatCount(owing.length, language))}
      fileName={w.mapFile}
      table={table}
      empty={w.mapEmpty}
      height={HEIGHT}
      across={across}
      up={up}
      size={size}
      dots={dots}
    />
  );
}

function dotOf(client: ClientRiskRow, open: (partyId: number) => void) {
  return {
    key: String(client.partyId),
    label: client.partyName,
    x: chanceBps(client),
    y: client.openMinor,
    size: client.lateMinor,
    tone: client.lateMinor > 0 ? ("alert" as const) : ("accent" as const),
    open: () => open(client.partyId),
  };
}

function chanceBps({ lateChance }: ClientRiskRow): number {
  return Math.round(lateChance * 100) * 100;
}

function tableOf(clients: readonly ClientRiskRow[], w: Words<typeof clientWords>): ExportedTable {
  return {
    columns: [
      { label: w.client, kind: "text" },
      { label: w.score, kind: "number" },
      { label: w.chance, kind: "percent" },
      { label: w.open, kind: "money" },
      { label: w.late, kind: "money" },
      { label: w.known, kind: "number" },
    ],
    rows: clients.map((one) => [
      ...[one.partyName, one.score, chanceBps(one)],
      ...[one.openMinor, one.lateMinor, one.payments],
    ]),
  };
}

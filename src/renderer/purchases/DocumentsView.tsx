import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { DocumentRow } from "#contract/purchases.ts";
import { formatInstant } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import type { Column, Tone } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { documentWords } from "#renderer/words/documents.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { tradeWords } from "#renderer/words/trade.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { DocumentReview } from "./DocumentReview.tsx";
import { PurchaseViews } from "./PurchaseViews.tsx";

/** Received documents; each opens beside its page for review. */
export function DocumentsView({ askedId }: { askedId: number | undefined }) {
  const t = useWords(tradeWords);
  const w = useWords(documentWords);
  const language = useLanguage();
  const [openedId, setOpenedId] = useState(askedId);
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  const { problem, receive } = useReceiving(setOpenedId);
  return (
    <>
      <PageHead title={t.purchases}>
        <PurchaseViews current="documents" />
      </PageHead>
      <DropZone hint={w.drop} accept=".pdf,.png,.jpg,.jpeg" onFiles={receive} />
      {problem !== undefined && <ProblemNotice error={problem} />}
      <ListDetail
        list={
          <DataTable
            label={t.documents}
            tableId="documents"
            columns={columns}
            source={{
              queryKey: ["purchases", "documents"],
              fetchPage: (after: string | undefined, limit, signal) =>
                office.purchases.listDocuments({ limit, ...(after && { after }) }, { signal }),
            }}
            rowKey={(row) => String(row.id)}
            empty={{ sentence: t.noDocuments }}
            onOpen={(row) => setOpenedId(row.id)}
          />
        }
        detail={
          openedId && (
            <DocumentReview
              key={openedId}
              documentId={openedId}
              onClose={() => setOpenedId(undefined)}
            />
          )
        }
      />
    </>
  );
}

/** Receives dropped files one after the other, and opens the last one read. */
function useReceiving(open: (documentId: number) => void) {
  const w = useWords(documentWords);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const receive = async (files: File[]) => {
    setProblem(undefined);
    for (const file of files) {
      try {
        const { document } = await runStream(w.reading(file.name), (signal) =>
          office.purchases.dropDocument({ file }, { signal }),
        );
        open(document.id);
      } catch (refused) {
        setProblem(refused);
      }
      await client.invalidateQueries();
    }
  };
  return { problem, receive: (files: File[]) => void receive(files) };
}

const TONES: Record<DocumentRow["state"], Tone> = {
  received: "wait",
  read: "wait",
  unreadable: "alert",
  booked: "done",
  "set-aside": "neutral",
};

function columnsOf(w: Words<typeof documentWords>, language: Language): Column<DocumentRow>[] {
  const words = {
    received: w.received,
    read: w.read,
    unreadable: w.unreadable,
    booked: w.booked,
    "set-aside": w.setAside,
  };
  return [
    { key: "file", label: w.file, type: "text", share: 2, value: (row) => row.fileName },
    { key: "supplier", label: w.supplier, type: "text", value: (row) => row.supplierName },
    { key: "gross", label: w.gross, type: "money", value: (row) => row.grossMinor },
    {
      key: "received",
      label: w.receivedOn,
      type: "text",
      minRem: 9,
      share: 0,
      value: (row) => formatInstant(row.receivedAtMs, language),
    },
    {
      key: "state",
      label: w.state,
      type: "chip",
      value: (row) => ({ word: words[row.state], tone: TONES[row.state] }),
    },
  ];
}

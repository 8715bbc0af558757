import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { saveFile } from "#renderer/app/save-file.ts";
import { formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { tradeWords } from "#renderer/words/trade.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { SalesViews } from "./SalesViews.tsx";
import { TradeDetail } from "./TradeDetail.tsx";
import { TradeFilters, TradeList } from "./TradeList.tsx";
import { tradeQuery } from "./trade-filter.ts";
import { useTradeFilter } from "./use-trade-filter.ts";

/** Customer invoices, newest first; each opens on its VAT, its payments and its entry. */
export function SalesScreen({ query }: ScreenProps) {
  const w = useWords(tradeWords);
  const [filter, setFilter] = useTradeFilter("sales", query);
  const asked = Number(query.get("invoice"));
  const [openedId, setOpenedId] = useState(asked > 0 ? asked : undefined);
  return (
    <>
      <PageHead title={w.sales}>
        <SalesViews current="invoices" />
        <TradeFilters filter={filter} onFilter={setFilter} />
      </PageHead>
      <ListDetail
        list={
          <TradeList
            label={w.sales}
            tableId="invoices"
            partyLabel={w.customer}
            emptySentence={w.noInvoices}
            filter={filter}
            onFilter={setFilter}
            fetchPage={(after, limit, signal) =>
              office.invoicing.listInvoices(
                { limit, ...(after && { after }), ...tradeQuery(filter, todayHere()) },
                { signal },
              )
            }
            onOpen={(row) => setOpenedId(row.id)}
          />
        }
        detail={
          openedId && <InvoicePanel invoiceId={openedId} onClose={() => setOpenedId(undefined)} />
        }
      />
    </>
  );
}

function InvoicePanel({ invoiceId, onClose }: { invoiceId: number; onClose: () => void }) {
  const w = useWords(tradeWords);
  const [problem, setProblem] = useState<unknown>();
  const query = useQuery({
    queryKey: ["invoicing", "invoice", invoiceId],
    queryFn: ({ signal }) => office.invoicing.getInvoice({ invoiceId }, { signal }),
  });
  const invoice = query.data;
  const print = () => {
    setProblem(undefined);
    office.invoicing.printInvoice({ invoiceId }).then(({ file }) => saveFile(file), setProblem);
  };
  return (
    <DetailPanel
      title={invoice?.number ?? "…"}
      subtitle={
        invoice && `${invoice.partyName} · ${formatDate(invoice.issuedOn)} · ${invoice.label}`
      }
      onClose={onClose}
      actions={
        <Button variant="default" disabled={invoice === undefined} onClick={print}>
          {w.print}
        </Button>
      }
    >
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {problem !== undefined && <ProblemNotice error={problem} />}
      {invoice !== undefined && <TradeDetail facts={invoice} />}
    </DetailPanel>
  );
}

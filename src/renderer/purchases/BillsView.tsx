import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatDate } from "#renderer/format.ts";
import { TradeDetail } from "#renderer/invoicing/TradeDetail.tsx";
import { TradeFilters, TradeList } from "#renderer/invoicing/TradeList.tsx";
import { tradeQuery } from "#renderer/invoicing/trade-filter.ts";
import { useTradeFilter } from "#renderer/invoicing/use-trade-filter.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { tradeWords } from "#renderer/words/trade.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { PurchaseViews } from "./PurchaseViews.tsx";

/** Supplier bills, newest first; each opens on its VAT, its payments and its entry. */
export function BillsView({ query }: Pick<ScreenProps, "query">) {
  const w = useWords(tradeWords);
  const [filter, setFilter] = useTradeFilter("bills", query);
  const asked = Number(query.get("bill"));
  const [openedId, setOpenedId] = useState(asked > 0 ? asked : undefined);
  return (
    <>
      <PageHead title={w.purchases}>
        <PurchaseViews current="bills" />
        <TradeFilters filter={filter} onFilter={setFilter} />
      </PageHead>
      <ListDetail
        list={
          <TradeList
            label={w.bills}
            tableId="bills"
            partyLabel={w.supplier}
            emptySentence={w.noBills}
            filter={filter}
            onFilter={setFilter}
            fetchPage={(after, limit, signal) =>
              office.purchases.listBills(
                { limit, ...(after && { after }), ...tradeQuery(filter, todayHere()) },
                { signal },
              )
            }
            onOpen={(row) => setOpenedId(row.id)}
          />
        }
        detail={openedId && <BillPanel billId={openedId} onClose={() => setOpenedId(undefined)} />}
      />
    </>
  );
}

function BillPanel({ billId, onClose }: { billId: number; onClose: () => void }) {
  const query = useQuery({
    queryKey: ["purchases", "bill", billId],
    queryFn: ({ signal }) => office.purchases.getBill({ billId }, { signal }),
  });
  const bill = query.data;
  return (
    <DetailPanel
      title={bill?.number ?? "…"}
      subtitle={bill && `${bill.partyName} · ${formatDate(bill.issuedOn)} · ${bill.expenseAccount}`}
      onClose={onClose}
    >
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {bill !== undefined && <TradeDetail facts={bill} />}
    </DetailPanel>
  );
}
